import { type CaseView, foldCase, type LaterCommand, viewOf } from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { sql } from 'kysely';
import { loadCase, lockCase } from './loading.ts';
import type { CaseRecord } from './record.ts';
import type { Executed } from './transaction.ts';

/** What the workflow is told after it asked for something: the case as it is now, and when it next needs a tick. */
export interface Progress {
  readonly stale: boolean;
  readonly view: CaseView;
  readonly nextDeadline: Instant | null;
}

export async function look(record: CaseRecord, caseId: string): Promise<Progress> {
  return await record.inTransaction(async (tx) => {
    const { nextDeadline } = await lockCase(tx.db, caseId);
    const state = foldCase(caseId, await loadCase(tx.db, caseId));
    return await progressOf(record, { kind: 'done', state, nextDeadline });
  });
}

/** The procedure's commands, as one change, on the view that it had. */
export async function proceed(record: CaseRecord, caseId: string, commands: readonly LaterCommand[], asOf: number): Promise<Progress> {
  return await progressOf(record, await record.executeAll(caseId, commands, procedureActor, { asOf }));
}

export async function tickCase(record: CaseRecord, caseId: string, deadline: Instant): Promise<Progress> {
  return await progressOf(record, await record.execute(caseId, { kind: 'tick', deadline }, procedureActor));
}

/** The workflow has acted on everything up to `seq`. */
export async function caughtUp(record: CaseRecord, caseId: string, seq: number): Promise<void> {
  await sql`update cases set advanced_seq = ${seq} where id = ${caseId} and advanced_seq < ${seq}`.execute(record.db);
}

export const procedureActor: Actor = { kind: 'procedure', name: 'procedure' };

async function progressOf(record: CaseRecord, executed: Executed): Promise<Progress> {
  const { state, nextDeadline, kind } = executed;
  const definition = (await record.office.current()).definition(state.type);
  if (!definition) throw new Error(`case ${state.number} is of the unknown type ${state.type}`);
  return { stale: kind === 'stale', view: viewOf(state, definition), nextDeadline };
}
