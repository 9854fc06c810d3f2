import type { PinPolicy } from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import { type ChangeCounts, countChanges } from '@headgate/domain/sla';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import { addJob, type OfficeJob } from '../jobs/office-jobs.ts';
import { FoldedCases } from '../reading/folded-cases.ts';
import { casesRunningUnder, listForMove, type MoveFilter } from './running.ts';
import { type TriedCase, tryMove } from './trial.ts';

export const policyMove = 'policy-move';
export const policyUndo = 'policy-undo';

/** The move of the running cases of a policy to one of its versions. */
export interface MoveOrder {
  readonly policy: string;
  readonly to: number;
  readonly filter: MoveFilter;
}

/** What a move would do: every case that it concerns, the counts over all, and nothing written. */
export interface MovePreview {
  readonly counts: ChangeCounts;
  readonly cases: readonly TriedCase[];
}

export async function previewMove(record: CaseRecord, order: MoveOrder, actor: Actor): Promise<MovePreview> {
  const cases: TriedCase[] = [];
  for await (const states of casesRunningUnder(() => record.db, order.policy, order.to, order.filter)) {
    for (const state of states) {
      const { name: policy, version: from } = state.policy;
      const command: PinPolicy = { kind: 'pin-policy', policy, from, to: order.to, move: 'preview' };
      cases.push(await tryMove(record, state, command, actor));
    }
  }
  return { counts: countChanges(cases.map(({ clocks }) => clocks)), cases };
}

/** Takes down which cases are moved, and the job that moves them. */
export async function beginMove(db: Kysely<unknown>, order: MoveOrder, by: Actor, at: Instant): Promise<OfficeJob> {
  const job = await addJob(db, { kind: policyMove, input: order, askedBy: by, askedAt: at });
  const total = await listForMove(db, job.id, order.policy, order.to, order.filter);
  await sql`update office_job set total = ${total} where id = ${job.id}::uuid`.execute(db);
  return { ...job, total };
}

export interface UndoOrder extends MoveOrder {
  readonly move: string;
}

/** The cases of a move that it moved, and that no undo has looked at yet. */
const stillMoved = (move: string) => sql`move_id = ${move}::uuid and state = 'moved'`;

/** What an undo would do to the cases that the move moved: those that have ended or moved on since stay as they are. */
export async function previewUndo(record: CaseRecord, move: OfficeJob, actor: Actor): Promise<MovePreview> {
  const order = move.input as MoveOrder;
  const { rows } = await sql<{ id: string; seq: number; from: number }>`
    select c.id, c.seq, m.from_version as "from" from policy_move_case m join cases c on c.id = m.case_id
     where ${stillMoved(move.id)} order by c.id`.execute(record.db);
  const states = await new FoldedCases().of(record.db, rows);
  const cases: TriedCase[] = [];
  for (const { id, from } of rows) {
    const state = states.get(id);
    if (state) cases.push(await tryMove(record, state, undoing(order, move.id, from), actor));
  }
  return { counts: countChanges(cases.map(({ clocks }) => clocks)), cases };
}

export async function beginUndo(db: Kysely<unknown>, move: OfficeJob, by: Actor, at: Instant): Promise<OfficeJob> {
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from policy_move_case where ${stillMoved(move.id)}`.execute(db);
  const input: UndoOrder = { ...(move.input as MoveOrder), move: move.id };
  return await addJob(db, { kind: policyUndo, input, askedBy: by, askedAt: at, total: rows[0]?.total ?? 0 });
}

export function moving({ policy, to }: MoveOrder, move: string, from: number): PinPolicy {
  return { kind: 'pin-policy', policy, from, to, move };
}

/** Back to the version from which the case was moved. */
export function undoing({ policy, to }: MoveOrder, move: string, from: number): PinPolicy {
  return { kind: 'pin-policy', policy, from: to, to: from, move, undo: true };
}
