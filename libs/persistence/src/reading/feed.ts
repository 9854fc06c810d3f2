import type { CaseStatus } from '@headgate/domain/case';
import type { Queue } from '@headgate/domain/people';
import { type Kysely, sql } from 'kysely';

/** Something that the record has newly, and the case as it is now. */
export interface FeedEntry {
  /** Its place in the order in which events were written, over all cases. */
  readonly position: number;
  readonly type: string;
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly status: CaseStatus;
  readonly queue: Queue;
  readonly assignee: string | null;
  readonly involved: readonly Queue[];
  readonly taskId: string | null;
}

const columns = sql`
  e.position::int8::float8 as position, e.type, e.case_id as "caseId", c.number, c.seq as version, c.status, c.queue,
  c.assignee, c.involved, e.data->>'taskId' as "taskId"`;

/** What was written after a position, and at positions that were missing when what follows them was read. */
export async function feedAfter(
  db: Kysely<unknown>,
  position: number,
  missing: readonly number[],
  limit: number,
): Promise<FeedEntry[]> {
  const { rows } = await sql<FeedEntry>`
    select ${columns} from case_event e join cases c on c.id = e.case_id
     where e.position > ${position} or e.position = any(${missing}::bigint[])
     order by e.position limit ${limit}`.execute(db);
  return rows;
}

/** The newest `limit` entries after a position, in order. */
export async function newestAfter(db: Kysely<unknown>, position: number, limit: number): Promise<FeedEntry[]> {
  const { rows } = await sql<FeedEntry>`
    select ${columns} from case_event e join cases c on c.id = e.case_id
     where e.position > ${position} order by e.position desc limit ${limit}`.execute(db);
  return rows.reverse();
}

export async function feedHead(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{
    head: number;
  }>`select coalesce(max(position), 0)::float8 as head from case_event`.execute(db);
  return rows[0]?.head ?? 0;
}
