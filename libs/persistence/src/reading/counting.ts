import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { conditionsOf } from './case-conditions.ts';
import type { CaseFilters } from './case-filters.ts';
import { all } from './keyset.ts';
import { type TaskFilters, taskConditions, tasksWithClocks } from './task-list.ts';

/** How many cases each of the narrowings of one list has: what is common to all is looked for once. */
export async function countCases<Name extends string>(
  db: Kysely<unknown>,
  common: CaseFilters,
  narrowings: Readonly<Record<Name, Partial<CaseFilters>>>,
  now: Instant,
): Promise<Record<Name, number>> {
  const names = Object.keys(narrowings) as Name[];
  if (names.length === 0) return {} as Record<Name, number>;
  const counts = names.map((name) => {
    const conditions = conditionsOf({ ...narrowings[name], seenBy: 'all' }, now);
    return sql`count(*) filter (where ${all(conditions)})::int`;
  });
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}] as counts from cases c where ${all(conditionsOf(common, now))}`.execute(db);
  return Object.fromEntries(names.map((name, at) => [name, rows[0]?.counts[at] ?? 0])) as Record<Name, number>;
}

const groupings = {
  queue: sql`c.queue`,
  type: sql`c.type`,
  status: sql`c.status`,
  stage: sql`c.stage`,
  priority: sql`c.priority`,
};

/** How many cases of a list there are by queue, type, status, stage or priority. */
export async function countCasesBy(
  db: Kysely<unknown>,
  by: keyof typeof groupings,
  filters: CaseFilters,
  now: Instant,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    select ${groupings[by]} as name, count(*)::int as count from cases c
     where ${groupings[by]} is not null and ${all(conditionsOf(filters, now))}
     group by 1 order by 1`.execute(db);
  return new Map(rows.map(({ name, count }) => [name, count]));
}

export interface Compliance {
  readonly metric: string;
  readonly result: 'met' | 'breached';
  readonly count: number;
}

/** How many cases had a clock of each metric end, kept or broken, in a time. */
export async function countCompliance(db: Kysely<unknown>, from: Instant, before: Instant): Promise<Compliance[]> {
  const { rows } = await sql<Compliance>`
    select metric, state as result, count(distinct case_id)::int as count from clock
     where stopped_at >= ${from}::timestamptz and stopped_at < ${before}::timestamptz and state in ('met', 'breached')
     group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** How many cases were escalated in a time, by the rung of the ladder. */
export async function countEscalations(
  db: Kysely<unknown>,
  from: Instant,
  before: Instant,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ level: string; count: number }>`
    select data->>'level' as level, count(distinct case_id)::int as count from case_event
     where type = 'escalated' and at >= ${from}::timestamptz and at < ${before}::timestamptz group by 1 order by 1`.execute(
    db,
  );
  return new Map(rows.map(({ level, count }) => [level, count]));
}

/** How many tasks of a list each queue has. */
export async function countTasksByQueue(db: Kysely<unknown>, filters: TaskFilters): Promise<Map<string, number>> {
  const { rows } = await sql<{ queue: string; count: number }>`
    select t.queue, count(*)::int as count from ${tasksWithClocks} where ${all(taskConditions(filters))}
     group by 1 order by 1`.execute(db);
  return new Map(rows.map(({ queue, count }) => [queue, count]));
}
