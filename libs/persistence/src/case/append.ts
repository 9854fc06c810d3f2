import { type Kysely, sql } from 'kysely';
import type { ChainedEvent } from './chain.ts';
import type { Projection } from './rows.ts';

/**
 * Writes a case's new events and every row that follows from them, in one statement and so in one round trip.
 * The primary key (case_id, seq) refuses a second writer that had not seen these events.
 */
export async function append(
  db: Kysely<unknown>,
  caseId: string,
  linked: readonly ChainedEvent[],
  rows: Projection,
): Promise<void> {
  const events = linked.map(({ event, prev, hash }) => ({ ...event, prev, hash }));
  const head = linked.at(-1)?.hash;
  const row = { ...rows.caseRow, head_hash: head };
  await sql`
    with events as (
      insert into case_event (case_id, seq, type, at, actor, data, prev, hash)
      select ${caseId}::uuid, * from jsonb_to_recordset(${json(events)}::jsonb)
        as e(seq int, type text, at timestamptz, actor jsonb, data jsonb, prev text, hash text)
    ), the_case as (${linked[0]?.event.seq === 1 ? insertCase(row) : updateCase(row)}),
    tasks as (${rows.tasks.length > 0 ? upsertTasks(rows.tasks) : nothing}),
    clocks as (${rows.clocks.length > 0 ? upsertClocks(rows.clocks) : nothing}),
    messages as (${rows.messages.length > 0 ? insertMessages(rows.messages) : nothing}),
    withdrawn as (${rows.withdrawn.length > 0 ? withdrawMessages(rows.withdrawn) : nothing}),
    outbox as (${rows.outbox.length > 0 ? insertOutbox(rows.outbox) : nothing})
    select 1`.execute(db);
}

const json = (value: unknown): string => JSON.stringify(value);
const nothing = sql`select 1`;

const insertCase = (row: Record<string, unknown>) => sql`
  insert into cases (id, number, type, subject, description, status, stage, priority, channel, account_number, requester,
    queue, involved, assignee, opened_at, opened_by, resolved_at, closed_at, outcome, details, collection_bar, policy, cycle,
    seq, head_hash, last_at, next_due_at, breached_at, next_deadline, advanced_seq, search_text)
  select id, number, type, subject, description, status, stage, priority, channel, account_number, requester,
    queue, involved, assignee, opened_at, opened_by, resolved_at, closed_at, outcome, details, collection_bar, policy, cycle,
    seq, head_hash, last_at, next_due_at, breached_at, next_deadline, advanced_seq, search_text
  from jsonb_populate_record(null::cases, ${json(row)}::jsonb)`;

/**
 * What is said once at the opening does not change: number, subject, requester, search text. Events that nobody waits
 * for leave a workflow that had caught up caught up.
 */
const updateCase = (row: Record<string, unknown>) => sql`
  update cases c set type = r.type, status = r.status, stage = r.stage, priority = r.priority, queue = r.queue,
    involved = r.involved, assignee = r.assignee, resolved_at = r.resolved_at, closed_at = r.closed_at, outcome = r.outcome,
    details = r.details, collection_bar = r.collection_bar, policy = r.policy, cycle = r.cycle, seq = r.seq,
    head_hash = r.head_hash, last_at = r.last_at, next_due_at = r.next_due_at, breached_at = r.breached_at,
    next_deadline = r.next_deadline,
    advanced_seq = case when r.advanced_seq > 0 and c.advanced_seq = c.seq then r.advanced_seq else c.advanced_seq end
  from jsonb_populate_record(null::cases, ${json(row)}::jsonb) r where c.id = r.id`;

const upsertTasks = (rows: readonly unknown[]) => sql`
  insert into task select * from jsonb_populate_recordset(null::task, ${json(rows)}::jsonb)
  on conflict (id) do update set assignee = excluded.assignee, status = excluded.status, outcome = excluded.outcome,
    reason = excluded.reason, ended_at = excluded.ended_at, due_at = excluded.due_at`;

const upsertClocks = (rows: readonly unknown[]) => sql`
  insert into clock select * from jsonb_populate_recordset(null::clock, ${json(rows)}::jsonb)
  on conflict (case_id, metric, scope, cycle) do update set state = excluded.state, stopped_at = excluded.stopped_at,
    due_at = excluded.due_at, at_risk_at = excluded.at_risk_at, policy = excluded.policy, calendar = excluded.calendar`;

const insertMessages = (rows: readonly unknown[]) => sql`
  insert into message select * from jsonb_populate_recordset(null::message, ${json(rows)}::jsonb)`;

const withdrawMessages = (ids: readonly string[]) => sql`
  update message set state = 'withdrawn' where id = any(${ids}::uuid[]) and state = 'queued'`;

const insertOutbox = (rows: readonly unknown[]) => sql`
  insert into outbox (kind, case_id, message_id, seq, at, not_before)
  select kind, case_id, message_id, seq, at, not_before from jsonb_to_recordset(${json(rows)}::jsonb)
    as o(kind text, case_id uuid, message_id uuid, seq int, at timestamptz, not_before timestamptz)`;
