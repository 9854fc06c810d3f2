import { type Forecast, forecast } from '@headgate/domain/case';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import { endJob, type OfficeJob, tellProgress } from '../jobs/office-jobs.ts';

type OnProgress = (counted: number) => Promise<void>;

export const recountJob = 'recount';

/** The same as a job that whoever takes it up after a crash begins again: looking twice changes nothing. */
export async function carryOutRecount(record: CaseRecord, job: OfficeJob): Promise<void> {
  record.office.refresh();
  const done = await recount(record, (counted) => tellProgress(record.db, job.id, { done: counted }));
  await tellProgress(record.db, job.id, { done, total: done });
  await endJob(record.db, job.id, { state: 'done', at: record.clock.now() });
}

const AT_ONCE = 200;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Looks again at every running case after a calendar changed: what is due in future is due by the new rules. Each case
 * is its own transaction, and its procedure is nudged to wait for the new deadline. Returns how many were looked at.
 */
export async function recount(record: CaseRecord, onProgress: OnProgress = async () => {}): Promise<number> {
  let counted = 0;
  for (let after: string | undefined = BEFORE_ALL; after; ) {
    const { rows } = await sql<{ id: string }>`
      select id from cases where status in ('open', 'on-hold') and id > ${after}::uuid order by id limit ${AT_ONCE}`.execute(
      record.db,
    );
    for (const { id } of rows) await recountCase(record, id);
    counted += rows.length;
    await onProgress(counted);
    after = rows.at(-1)?.id;
  }
  return counted;
}

async function recountCase(record: CaseRecord, caseId: string): Promise<void> {
  const office = await record.office.current();
  await record.inTransaction(async (tx) => {
    const { state } = await tx.hold(caseId);
    const now = record.clock.now();
    await writeForecast(tx.db, { caseId, seq: state.seq, now, ahead: forecast(state, office, now) });
    tx.touched.add(caseId);
  });
}

interface Recounted {
  readonly caseId: string;
  readonly seq: number;
  readonly now: Instant;
  readonly ahead: Forecast;
}

async function writeForecast(db: Kysely<unknown>, { caseId, seq, now, ahead }: Recounted): Promise<void> {
  await sql`
    with clocks as (
      update clock k set state = r.state, due_at = r."dueAt", at_risk_at = r."atRiskAt"
        from jsonb_to_recordset(${JSON.stringify(ahead.clocks)}::jsonb)
          as r(metric text, scope text, cycle int, state text, "dueAt" timestamptz, "atRiskAt" timestamptz)
       where k.case_id = ${caseId}::uuid and (k.metric, k.scope, k.cycle) = (r.metric, r.scope, r.cycle)
    ), tasks as (
      update task t set due_at = r."dueAt"
        from jsonb_to_recordset(${JSON.stringify(ahead.clocks)}::jsonb) as r(metric text, scope text, "dueAt" timestamptz)
       where t.case_id = ${caseId}::uuid and t.status in ('open', 'claimed') and r.metric = 'hand-off' and t.id::text = r.scope
    ), the_case as (
      update cases set next_due_at = ${ahead.nextDueAt}::timestamptz,
             breached_at = ${ahead.breachedAt}::timestamptz, next_deadline = ${ahead.nextDeadline}::timestamptz
       where id = ${caseId}::uuid
    )
    insert into outbox (kind, case_id, seq, at) values ('nudge', ${caseId}::uuid, ${seq}, ${now}::timestamptz)`.execute(
    db,
  );
}
