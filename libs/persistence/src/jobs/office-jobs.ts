import type { Actor } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { instant } from '../case/loading.ts';

export type JobState = 'running' | 'done' | 'failed';

/** Work that somebody asked for and that goes on after the answer: how far it is, and what came of it. */
export interface OfficeJob {
  readonly id: string;
  readonly kind: string;
  readonly input: unknown;
  readonly askedBy: Actor;
  readonly askedAt: Instant;
  readonly state: JobState;
  readonly total: number;
  readonly done: number;
  readonly result: unknown;
  readonly failure: string | null;
  readonly endedAt: Instant | null;
}

type Row = Omit<OfficeJob, 'askedAt' | 'endedAt'> & { askedAt: Date | string; endedAt: Date | string | null };

const columns = sql`id, kind, input, asked_by as "askedBy", asked_at as "askedAt", state, total, done, result, failure,
  ended_at as "endedAt"`;
const jobOf = (row: Row): OfficeJob => ({ ...row, askedAt: instant(row.askedAt), endedAt: instant(row.endedAt) });

export interface NewJob {
  readonly kind: string;
  readonly input: unknown;
  readonly askedBy: Actor;
  readonly askedAt: Instant;
  readonly total?: number;
}

export async function addJob(db: Kysely<unknown>, job: NewJob): Promise<OfficeJob> {
  const { rows } = await sql<Row>`
    insert into office_job (id, kind, input, asked_by, asked_at, total)
    values (${uuidv7()}::uuid, ${job.kind}, ${JSON.stringify(job.input)}::jsonb, ${JSON.stringify(job.askedBy)}::jsonb,
      ${job.askedAt}::timestamptz, ${job.total ?? 0})
    returning ${columns}`.execute(db);
  return jobOf(rows[0] as Row);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export async function findJob(db: Kysely<unknown>, kinds: readonly string[], id: string): Promise<OfficeJob | null> {
  if (!uuid.test(id)) return null;
  const { rows } = await sql<Row>`
    select ${columns} from office_job where id = ${id}::uuid and kind = any(${kinds}::text[])`.execute(db);
  return rows[0] ? jobOf(rows[0]) : null;
}

/** The newest jobs of some kinds. */
export async function listJobs(db: Kysely<unknown>, kinds: readonly string[], limit: number): Promise<OfficeJob[]> {
  const { rows } = await sql<Row>`
    select ${columns} from office_job where kind = any(${kinds}::text[]) order by asked_at desc, id desc limit ${limit}`.execute(
    db,
  );
  return rows.map(jobOf);
}

/**
 * Takes a job that nobody works on: a new one, or one whose worker has given no sign of life for half a minute. Signs of
 * life are no record: they keep the database's own time, so that all who work agree on it.
 */
export async function claimJob(db: Kysely<unknown>, kinds: readonly string[]): Promise<OfficeJob | null> {
  const { rows } = await sql<Row>`
    update office_job set beat_at = clock_timestamp() where id = (
      select id from office_job where state = 'running' and kind = any(${kinds}::text[])
         and (beat_at is null or beat_at < clock_timestamp() - interval '30 seconds')
       order by asked_at limit 1 for update skip locked)
    returning ${columns}`.execute(db);
  return rows[0] ? jobOf(rows[0]) : null;
}

/** A sign of life, and how far the job is. */
export async function tellProgress(
  db: Kysely<unknown>,
  id: string,
  progress: { readonly done?: number; readonly total?: number } = {},
): Promise<void> {
  await sql`
    update office_job set beat_at = clock_timestamp(), done = coalesce(${progress.done ?? null}::int, done),
           total = coalesce(${progress.total ?? null}::int, total)
     where id = ${id}::uuid`.execute(db);
}

export type JobEnd =
  | { readonly state: 'done'; readonly at: Instant; readonly result?: unknown }
  | { readonly state: 'failed'; readonly at: Instant; readonly failure: string };

export async function endJob(db: Kysely<unknown>, id: string, end: JobEnd): Promise<void> {
  const result = end.state === 'done' && end.result !== undefined ? JSON.stringify(end.result) : null;
  const failure = end.state === 'failed' ? end.failure : null;
  await sql`
    update office_job set state = ${end.state}, ended_at = ${end.at}::timestamptz, failure = ${failure}::text,
           result = coalesce(${result}::jsonb, result)
     where id = ${id}::uuid and state = 'running'`.execute(db);
}
