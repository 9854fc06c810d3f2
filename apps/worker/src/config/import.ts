import { sharedTasks } from '@headgate/domain/case';
import { definitions } from '@headgate/domain/cases';
import { type Finding, type LintContext, lintCalendar, lintPolicy } from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import { templateNames } from '@headgate/letters';
import {
  addPolicyVersion,
  type CaseRecord,
  calendarVersions,
  keepCalendar,
  policyVersions,
} from '@headgate/persistence';

import { type ConfigFile, faultAt } from './config-files.ts';
import { type Kept, type Plan, planned } from './planning.ts';
import type { Fault } from './yaml-file.ts';

/** A file with what an import does with it. */
export interface PlannedFile {
  readonly file: ConfigFile;
  readonly plan: Plan;
}

export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** What an import of these files would do, with all that is wrong with them. Nothing is written. */
export async function planImport(record: CaseRecord, files: readonly ConfigFile[]): Promise<ImportPlan> {
  const [policies, calendars] = await Promise.all([policyVersions(record.db), calendarVersions(record.db)]);
  const now = instantOf(millis(record.clock.now()));
  const keptOf = ({ content }: ConfigFile): Kept => ({
    policies: policies.filter(({ name }) => name === content.name).map(({ definition }) => definition),
    calendar: calendars.findLast(({ name }) => name === content.name)?.definition ?? null,
  });
  const context = await lintContext(record, [...calendars.map(({ name }) => name), ...namesOf(files, 'calendar')]);
  const looked = files.map((file) => {
    const plan = planned(file, keptOf(file), now);
    return { file, plan, found: 'kind' in plan ? findings(file, plan, context) : [] };
  });
  return {
    files: looked.flatMap(({ file, plan }) => ('kind' in plan ? [{ file, plan }] : [])),
    faults: looked.flatMap(({ file, plan, found }) => ('kind' in plan ? faultsOf(file, found, 'error') : [plan])),
    warnings: looked.flatMap(({ file, found }) => faultsOf(file, found, 'warning')),
  };
}

const namesOf = (files: readonly ConfigFile[], kind: ConfigFile['kind']): string[] =>
  files.filter((file) => file.kind === kind).map(({ content }) => content.name);

async function lintContext(record: CaseRecord, calendars: readonly string[]): Promise<LintContext> {
  const { people } = await record.office.current();
  return {
    calendars: ['district', ...calendars],
    people,
    templates: templateNames().map(({ name }) => name),
    tasks: [...definitions.map(({ tasks }) => tasks), sharedTasks].flatMap((tasks) => Object.keys(tasks)),
  };
}

/** The linter looks at what is new: versions that are kept were taken once, and are not changed any more. */
function findings(file: ConfigFile, plan: Plan, context: LintContext): readonly Finding[] {
  if (plan.kind === 'unchanged') return [];
  if (plan.kind === 'calendar') return lintCalendar(plan.definition);
  const first = file.content.versions.length - plan.add.length;
  return plan.add.flatMap((version, i) =>
    lintPolicy(version, context).map((finding) => ({ ...finding, path: `versions.${first + i}.${finding.path}` })),
  );
}

function faultsOf({ yaml }: ConfigFile, found: readonly Finding[], level: Finding['level']): Fault[] {
  const steps = (path: string) => path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return found
    .filter((finding) => finding.level === level)
    .map(({ path, message }) => faultAt(yaml, steps(path), message));
}

/** Writes what is new, all or nothing. Answers whether a calendar changed. */
export async function carryOutImport(record: CaseRecord, files: readonly PlannedFile[]): Promise<boolean> {
  await record.inTransaction(async ({ db }) => {
    for (const { file, plan } of files) {
      if (plan.kind === 'policy') {
        for (const { version: _version, ...policy } of plan.add) await addPolicyVersion(db, policy);
      } else if (plan.kind === 'calendar') {
        await keepCalendar(db, file.content.name, plan.definition, plan.from);
      }
    }
  });
  record.office.refresh();
  return files.some(({ plan }) => plan.kind === 'calendar');
}
