import type { TaskStatus } from '@headgate/domain/case';
import type { Queue } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { after, all, type Order, oneOf, orderBy, type Page, type Place, pageOf } from './keyset.ts';

export interface TaskFilters {
  readonly queue?: readonly Queue[];
  readonly status?: readonly TaskStatus[];
  readonly kind?: readonly string[];
  /** A username, or null for tasks that nobody has claimed. */
  readonly assignee?: string | null;
  readonly caseId?: string;
  readonly dueFrom?: Instant;
  readonly dueBefore?: Instant;
  readonly seenBy: readonly Queue[] | 'all';
}

export const taskSorts = ['openedAt', '-openedAt', 'dueAt'] as const;
export type TaskSort = (typeof taskSorts)[number];

const id = sql`t.id`;
const orders: Readonly<Record<TaskSort, Order>> = {
  openedAt: { column: sql`t.opened_at`, direction: 'asc', type: 'timestamptz' },
  '-openedAt': { column: sql`t.opened_at`, direction: 'desc', type: 'timestamptz' },
  dueAt: { column: sql`k.due_at`, direction: 'asc', type: 'timestamptz', nullable: true },
};

export interface TaskPage {
  readonly filters: TaskFilters;
  readonly sort: TaskSort;
  readonly limit: number;
  readonly after: Place | null;
}

/** A task in a list: which one, and the head of the case whose state tells the rest. */
export interface TaskHead {
  readonly id: string;
  readonly caseId: string;
  readonly caseSeq: number;
}

export async function listTasks(db: Kysely<unknown>, asked: TaskPage): Promise<Page<TaskHead>> {
  const order = orders[asked.sort];
  const conditions = taskConditions(asked.filters);
  if (asked.after) conditions.push(after(order, id, asked.after));
  const place = sql`to_char(${order.column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const { rows } = await sql<TaskHead & { place: string | null }>`
    select t.id, t.case_id as "caseId", c.seq as "caseSeq", ${place} as place
      from ${tasksWithClocks}
     where ${all(conditions)} ${orderBy(order, id)} limit ${asked.limit + 1}`.execute(db);
  return pageOf(rows, asked.limit);
}

/** A task, its case, and its clock: the case's later events move when it is due. */
export const tasksWithClocks = sql`
  task t join cases c on c.id = t.case_id
    left join clock k on k.case_id = t.case_id and k.metric = 'hand-off' and k.scope = t.id::text`;

/** The conditions on `tasksWithClocks` that a list or a count of tasks means. */
export function taskConditions(filters: TaskFilters): RawBuilder<unknown>[] {
  const { seenBy } = filters;
  const conditions: (RawBuilder<unknown> | null)[] = [
    filters.queue ? oneOf(sql`t.queue`, filters.queue) : null,
    filters.status ? oneOf(sql`t.status`, filters.status) : null,
    filters.kind ? oneOf(sql`t.kind`, filters.kind) : null,
    filters.assignee === null ? sql`t.assignee is null` : null,
    filters.assignee ? sql`t.assignee = ${filters.assignee}` : null,
    filters.caseId ? sql`t.case_id = ${filters.caseId}::uuid` : null,
    filters.dueFrom ? sql`k.due_at >= ${filters.dueFrom}::timestamptz` : null,
    filters.dueBefore ? sql`k.due_at < ${filters.dueBefore}::timestamptz` : null,
    seenBy === 'all' ? null : sql`c.involved && ${seenBy}::text[]`,
  ];
  return conditions.filter((condition) => condition !== null);
}
