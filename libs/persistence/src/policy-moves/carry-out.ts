import { type CaseState, type PinPolicy, Refusal } from '@headgate/domain/case';
import { type ClockChange, changedClocks, readClocksOnly } from '@headgate/domain/sla';
import { type Kysely, sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import type { CaseTransaction } from '../case/transaction.ts';
import { endJob, type OfficeJob, tellProgress } from '../jobs/office-jobs.ts';
import { type MoveOrder, moving, policyUndo, type UndoOrder, undoing } from './moves.ts';

interface Listed {
  readonly caseId: string;
  readonly from: number;
}

/** What became of one case of a move, or of its undo. */
interface Moved {
  readonly state: 'moved' | 'skipped' | 'undone' | 'kept';
  readonly why: string | null;
  readonly clocks: readonly ClockChange[];
}

/**
 * Carries a move or an undo out, one case at a time, each in its own transaction with its line in the list: whoever
 * takes the job up after a crash goes on with the next case.
 */
export async function carryOutMove(record: CaseRecord, job: OfficeJob): Promise<void> {
  let { done } = job;
  while (await record.inTransaction((tx) => moveNext(record, tx, job))) {
    done += 1;
    await tellProgress(record.db, job.id, { done });
  }
  await endJob(record.db, job.id, { state: 'done', at: record.clock.now(), result: await outcome(record.db, job) });
}

async function moveNext(record: CaseRecord, tx: CaseTransaction, job: OfficeJob): Promise<boolean> {
  const undo = job.kind === policyUndo;
  const order = job.input as MoveOrder;
  const move = undo ? (job.input as UndoOrder).move : job.id;
  const next = await nextListed(tx.db, move, undo ? 'moved' : 'waiting');
  if (!next) return false;
  const command = undo ? undoing(order, move, next.from) : moving(order, move, next.from);
  await noteDown(tx.db, move, next.caseId, await moveOne(record, tx, next.caseId, command, job));
  return true;
}

async function nextListed(db: Kysely<unknown>, move: string, state: 'waiting' | 'moved'): Promise<Listed | null> {
  const { rows } = await sql<Listed>`
    select case_id as "caseId", from_version as "from" from policy_move_case
     where move_id = ${move}::uuid and state = ${state} order by case_id limit 1 for update`.execute(db);
  return rows[0] ?? null;
}

async function moveOne(
  record: CaseRecord,
  tx: CaseTransaction,
  caseId: string,
  command: PinPolicy,
  job: OfficeJob,
): Promise<Moved> {
  const { book } = await record.office.current();
  const clocksOf = (state: CaseState) => readClocksOnly(state.history, book, record.clock.now());
  const before = (await tx.hold(caseId)).state;
  try {
    const { state } = await tx.execute(caseId, command, job.askedBy);
    const clocks = changedClocks(clocksOf(before), clocksOf(state));
    return { state: command.undo ? 'undone' : 'moved', why: null, clocks };
  } catch (error) {
    // It is decided before anything is written, so that the transaction goes on with it.
    if (!(error instanceof Refusal)) throw error;
    return { state: command.undo ? 'kept' : 'skipped', why: error.message, clocks: [] };
  }
}

async function noteDown(db: Kysely<unknown>, move: string, caseId: string, moved: Moved): Promise<void> {
  await sql`
    update policy_move_case set state = ${moved.state}, why = ${moved.why}::text, clocks = ${JSON.stringify(moved.clocks)}::jsonb
     where move_id = ${move}::uuid and case_id = ${caseId}::uuid`.execute(db);
}

/** How many cases came to what. */
async function outcome(db: Kysely<unknown>, job: OfficeJob): Promise<Record<string, number>> {
  const move = job.kind === policyUndo ? (job.input as UndoOrder).move : job.id;
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from policy_move_case where move_id = ${move}::uuid group by state`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export interface MovedCase extends Moved {
  readonly id: string;
  readonly number: string;
  readonly from: number;
}

/** The cases of a move in order of id, so many after one. */
export async function casesOfMove(
  db: Kysely<unknown>,
  move: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<MovedCase[]> {
  const { rows } = await sql<MovedCase>`
    select case_id as id, number, from_version as "from", state, why, coalesce(clocks, '[]') as clocks
      from policy_move_case where move_id = ${move}::uuid and case_id > ${after}::uuid
     order by case_id limit ${limit}`.execute(db);
  return rows;
}
