import type { CalendarDefinition, CalendarVersion } from '@headgate/domain/calendar';
import type { ServicePolicy } from '@headgate/domain/sla';
import { type Instant, millis } from '@headgate/domain/time';
import { type CalendarFile, type ConfigFile, faultAt, type PolicyFile } from './config-files.ts';
import { type Fault, isSame } from './yaml-file.ts';

/** What an import does with one file. Nothing that was in force is changed: what is new begins at an instant. */
export type Plan =
  | { readonly kind: 'unchanged'; readonly why: string }
  | { readonly kind: 'policy'; readonly add: readonly ServicePolicy[] }
  | { readonly kind: 'calendar'; readonly definition: CalendarDefinition; readonly from: Instant };

/** What is kept of the name that the file is for. */
export interface Kept {
  readonly policies: readonly ServicePolicy[];
  readonly calendar: CalendarDefinition | null;
}

export function planned(file: ConfigFile, kept: Kept, now: Instant): Plan | Fault {
  return file.kind === 'policy' ? policyPlan(file, kept.policies, now) : calendarPlan(file, kept.calendar, now);
}

const hasBegun = 'a version that is kept is never changed; change the last one or add one behind it';

function policyPlan(
  { yaml, content }: ConfigFile & { kind: 'policy' },
  kept: readonly ServicePolicy[],
  now: Instant,
): Plan | Fault {
  const told = content.versions.map((version, i) => asPolicy(content, version, i, kept[i], now));
  const differs = told.findIndex((version, i) => kept[i] !== undefined && !isSame(version, kept[i]));
  if (differs < 0 && told.length <= kept.length) return unchanged(kept.length - told.length);
  if (differs >= 0 && differs < kept.length - 1)
    return faultAt(yaml, ['versions', differs], `version ${differs + 1}: ${hasBegun}`);
  const changed = told[differs];
  if (!changed) return inOrder(yaml, told.slice(kept.length), kept.at(-1)?.from, kept.length);
  if (told.length > kept.length) return faultAt(yaml, ['versions', differs], `version ${differs + 1}: ${hasBegun}`);
  const last = kept[differs] as ServicePolicy;
  const from = millis(changed.from) > millis(last.from) ? changed.from : now;
  return { kind: 'policy', add: [{ ...changed, version: kept.length + 1, from }] };
}

function asPolicy(
  { name }: PolicyFile,
  version: PolicyFile['versions'][number],
  i: number,
  kept: ServicePolicy | undefined,
  now: Instant,
): ServicePolicy {
  return { ...version, name, version: version.version ?? i + 1, from: version.from ?? kept?.from ?? now };
}

function inOrder(
  yaml: ConfigFile['yaml'],
  add: readonly ServicePolicy[],
  after: Instant | undefined,
  place: number,
): Plan | Fault {
  const wrong = add.findIndex((version, i) => {
    const before = add[i - 1]?.from ?? after;
    return version.version !== place + i + 1 || (before !== undefined && millis(version.from) <= millis(before));
  });
  if (wrong < 0) return { kind: 'policy', add };
  const at = ['versions', place + wrong];
  return faultAt(yaml, at, `must be version ${place + wrong + 1} and begin after the one before it`);
}

function unchanged(behind: number): Plan {
  const why =
    behind > 0 ? `unchanged; ${behind} newer ${behind > 1 ? 'versions are' : 'version is'} kept` : 'unchanged';
  return { kind: 'unchanged', why };
}

function calendarPlan(
  { yaml, content }: ConfigFile & { kind: 'calendar' },
  kept: CalendarDefinition | null,
  now: Instant,
): Plan | Fault {
  const { name, versions, declaredAt } = content;
  if (!kept) return calendarOf(name, versions, declaredAt, now);
  if (isSame(versions, kept.versions)) return { kind: 'unchanged', why: 'unchanged' };
  const begun = kept.versions.filter((version, i) => i === 0 || millis(version.from ?? now) <= millis(now));
  const inForce = begun.length - 1;
  const differs = begun.findIndex((version, i) => !isSame(version, versions[i]));
  if (differs < 0) {
    const early = versions.findIndex((version, i) => i > inForce && millis(version.from ?? now) < millis(now));
    if (early >= 0)
      return faultAt(yaml, ['versions', early, 'from'], 'what was counted stays counted: from now on at the earliest');
    return calendarOf(name, versions, now, now);
  }
  const rules = versions[differs];
  if (differs < inForce || !rules) return faultAt(yaml, ['versions', differs], `its rules were in force: ${hasBegun}`);
  return calendarOf(name, [...begun, { ...rules, from: now }, ...versions.slice(differs + 1)], now, now);
}

/** Rules in force that a file changed hold from now on, beside those that were. */
function calendarOf(
  name: string,
  versions: CalendarFile['versions'] | readonly CalendarVersion[],
  declaredAt: Instant | undefined,
  now: Instant,
): Plan {
  const definition = { name, ...(declaredAt ? { declaredAt } : {}), versions } as CalendarDefinition;
  return { kind: 'calendar', definition, from: versions.at(-1)?.from ?? now };
}
