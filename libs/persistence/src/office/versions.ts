import type { CalendarDefinition, CalendarVersion as CalendarRules } from '@headgate/domain/calendar';
import { Refusal } from '@headgate/domain/case';
import type { ServicePolicy } from '@headgate/domain/sla';
import { type Instant, millis } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';

/** A dated version of a calendar or a policy, as it is kept. Versions are never changed: a new one is added. */
export interface KeptVersion<Definition> {
  readonly name: string;
  readonly version: number;
  readonly from: Instant;
  readonly definition: Definition;
}

type Kept = 'calendar_version' | 'policy_version';

async function versionsIn<Definition>(db: Kysely<unknown>, table: Kept): Promise<KeptVersion<Definition>[]> {
  const { rows } = await sql<KeptVersion<Definition> & { from: Date | string }>`
    select name, version, from_at as "from", definition from ${sql.table(table)} order by name, version`.execute(db);
  return rows.map((row) => ({ ...row, from: instant(row.from) }));
}

export const calendarVersions = (db: Kysely<unknown>) => versionsIn<CalendarDefinition>(db, 'calendar_version');
export const policyVersions = (db: Kysely<unknown>) => versionsIn<ServicePolicy>(db, 'policy_version');

async function add(db: Kysely<unknown>, table: Kept, row: KeptVersion<unknown>): Promise<void> {
  await sql`
    insert into ${sql.table(table)} (name, version, from_at, definition)
    values (${row.name}, ${row.version}, ${row.from}, ${JSON.stringify(row.definition)}::jsonb)`.execute(db);
}

/** Adds a version of a policy; cases that are opened from `from` on pin it. Throws a Refusal when it would lie before the last. */
export async function addPolicyVersion(
  db: Kysely<unknown>,
  policy: Omit<ServicePolicy, 'version'>,
): Promise<ServicePolicy> {
  const last = await lastOf<ServicePolicy>(db, 'policy_version', policy.name);
  mustFollow(last, policy.from);
  const definition: ServicePolicy = { ...policy, version: (last?.version ?? 0) + 1 };
  await add(db, 'policy_version', { ...definition, definition });
  return definition;
}

/** Adds what a calendar becomes by a change of what it was. Throws a Refusal when there is no calendar of that name. */
export async function addCalendarDefinition(
  db: Kysely<unknown>,
  name: string,
  declaredAt: Instant,
  become: (was: CalendarDefinition) => CalendarDefinition['versions'],
): Promise<KeptVersion<CalendarDefinition>> {
  const last = await lastOf<CalendarDefinition>(db, 'calendar_version', name);
  if (!last) throw new Refusal('unknown', 'unknown-calendar', `There is no calendar ${name}.`);
  const definition: CalendarDefinition = { name, declaredAt, versions: become(last.definition) };
  const row = { name, version: last.version + 1, from: definition.versions.at(-1)?.from ?? last.from, definition };
  await add(db, 'calendar_version', row);
  return row;
}

/** Keeps a calendar as a file has it: the first of its name, or what it becomes. */
export async function keepCalendar(
  db: Kysely<unknown>,
  name: string,
  definition: CalendarDefinition,
  from: Instant,
): Promise<KeptVersion<CalendarDefinition>> {
  const last = await lastOf<CalendarDefinition>(db, 'calendar_version', name);
  const row = { name, version: (last?.version ?? 0) + 1, from, definition };
  await add(db, 'calendar_version', row);
  return row;
}

/** Adds rules that a calendar keeps to from an instant on; what was counted before stays counted. */
export async function addCalendarRules(
  db: Kysely<unknown>,
  name: string,
  rules: CalendarRules & { readonly from: Instant },
  declaredAt: Instant = rules.from,
): Promise<KeptVersion<CalendarDefinition>> {
  const last = await lastOf<CalendarDefinition>(db, 'calendar_version', name);
  mustFollow(last, rules.from);
  const versions = last ? ([...last.definition.versions, rules] as const) : ([rules] as const);
  const definition = { name, declaredAt, versions } as unknown as CalendarDefinition;
  const row = { name, version: (last?.version ?? 0) + 1, from: rules.from, definition };
  await add(db, 'calendar_version', row);
  return row;
}

/** Locked, so that two who add a version at once follow one another. */
async function lastOf<Definition>(
  db: Kysely<unknown>,
  table: Kept,
  name: string,
): Promise<KeptVersion<Definition> | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table} ${name}`}, 0))`.execute(db);
  const versions = await versionsIn<Definition>(db, table);
  return versions.findLast((version) => version.name === name) ?? null;
}

function mustFollow(last: KeptVersion<unknown> | null, from: Instant): void {
  if (!last || millis(from) > millis(last.from)) return;
  const errors = [{ path: 'from', message: `must be after ${last.from}, from which version ${last.version} holds` }];
  throw new Refusal('rule', 'not-after-last', `A new version begins after the one before it, ${last.from}.`, {
    errors,
  });
}
