import { type CaseState, decide, type PinPolicy, Refusal } from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import { type ClockChange, changedClocks, readClocksOnly } from '@headgate/domain/sla';
import { v7 as uuidv7 } from 'uuid';
import type { CaseRecord } from '../case/record.ts';

/** What a move does to one case: the clocks that change, or why the case stays as it is. */
export interface TriedCase {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly queue: string;
  readonly from: number;
  readonly refused: string | null;
  readonly clocks: readonly ClockChange[];
}

/** Decides the move of a case as it will be decided when it is made, and writes nothing. */
export async function tryMove(
  record: CaseRecord,
  state: CaseState,
  command: PinPolicy,
  actor: Actor,
): Promise<TriedCase> {
  const { id, number, type, queue } = state;
  const tried = { id, number, type, queue, from: command.from };
  const office = await record.office.current();
  const now = record.clock.now();
  try {
    const after = decide(state, command, actor, { now, newId: uuidv7, office, account: null }).state;
    const clocksOf = (each: CaseState) => readClocksOnly(each.history, office.book, now);
    return { ...tried, refused: null, clocks: changedClocks(clocksOf(state), clocksOf(after)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...tried, refused: error.message, clocks: [] };
  }
}
