import { type CaseEvent, foldCase } from '@headgate/domain/case';
import type { PastCase } from '@headgate/domain/sla';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';

/** The ids of the cases opened in a time, in order. */
export async function idsOpened(db: Kysely<unknown>, from: Instant, before: Instant): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select coalesce(array_agg(id order by id), '{}')::text[] as ids from cases
     where opened_at >= ${from}::timestamptz and opened_at < ${before}::timestamptz`.execute(db);
  return rows[0]?.ids ?? [];
}

/** The events by which clocks run, and the two that say whose the case is. Letters and notes need not be carried. */
const readEvents = [
  'case-opened',
  'policy-pinned',
  'acknowledged',
  'held',
  'resumed',
  'reprioritised',
  'task-opened',
  'task-done',
  'task-returned',
  'task-withdrawn',
  'note-added',
  'message-queued',
  'happened',
  'case-retyped',
  'case-resolved',
  'case-closed',
  'case-cancelled',
  'case-reopened',
  'escalation-acknowledged',
];

interface Row {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly queue: string;
  readonly events: readonly [seq: number, type: string, at: string, data: unknown][];
}

/** What a clock hears of a message is to whom it went and by which template; what it said is left where it is. */
const heardData = sql`case e.type
  when 'message-queued' then jsonb_build_object('messageId', e.data->'messageId', 'audience', e.data->'audience', 'template', e.data->'template')
  when 'note-added' then jsonb_build_object('visibility', e.data->'visibility')
  when 'task-done' then jsonb_build_object('taskId', e.data->'taskId')
  else e.data end`;

/** Cases as the what-if reads them. */
export async function pastCases(db: Kysely<unknown>, ids: readonly string[]): Promise<PastCase[]> {
  const { rows } = await sql<Row>`
    select c.id, c.number, c.type, c.queue, (
      select jsonb_agg(jsonb_build_array(e.seq, e.type, e.at, ${heardData}) order by e.seq) from case_event e
       where e.case_id = c.id and e.type = any(${readEvents}::text[])) as events
      from cases c where c.id = any(${ids}::uuid[])`.execute(db);
  return rows.map(pastCase);
}

function pastCase({ id, number, type, queue, events }: Row): PastCase {
  const state = foldCase(
    id,
    events.map(([seq, kind, at, data]) => ({ seq, type: kind, at: instant(at), data }) as unknown as CaseEvent),
  );
  const handOffs = Object.fromEntries([...state.tasks.values()].map((task) => [task.id, task.queue]));
  return { id, number, type, department: queue, handOffs, history: state.history };
}
