import { type CaseView, foldCase, type LaterCommand, Refusal, viewOf } from '@headgate/domain/case';
import { procedureActor } from '@headgate/domain/people';
import { type Instant, millis } from '@headgate/domain/time';
import { sql } from 'kysely';
import { facts } from '../facts/index.ts';
import { readCase } from './loading.ts';
import type { CaseRecord } from './record.ts';
import { quietEvents } from './rows.ts';
import type { Executed } from './transaction.ts';

/** What the workflow is told after it asked for something: the case as it is now, and when it next needs a tick. */
export interface Progress {
  readonly stale: boolean;
  /** The rule that refused what was asked; nothing was changed then. */
  readonly refused: { readonly code: string; readonly rule: string | null } | null;
  readonly view: CaseView;
  readonly nextDeadline: Instant | null;
  /** How long until then by the record's clock. */
  readonly wakeInMs: number | null;
}

export async function look(record: CaseRecord, caseId: string): Promise<Progress> {
  const { events, nextDeadline } = await readCase(record.db, caseId);
  return await progressOf(record, { kind: 'done', state: foldCase(caseId, events), nextDeadline });
}

/** The procedure's commands, as one change, on the view that it had. */
export async function proceed(
  record: CaseRecord,
  caseId: string,
  commands: readonly LaterCommand[],
  asOf: number,
): Promise<Progress> {
  try {
    return await progressOf(
      record,
      await record.executeAll(caseId, commands, procedureActor, { asOf, byWorkflow: true }),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'rule') throw error;
    return { ...(await look(record, caseId)), refused: { code: error.code, rule: error.rule } };
  }
}

/** Assembles a fact from the register, and records it as the outcome of the step. */
export async function recordFact(
  record: CaseRecord,
  caseId: string,
  asked: AskedFact,
  asOf: number,
): Promise<Progress> {
  const assemble = facts[asked.fact];
  if (!assemble) throw new Error(`there is no fact ${asked.fact}`);
  const { people, book } = await record.office.current();
  const today = (now: Instant) => book.calendar('district').dateAt(millis(now));
  const executed = await record.inTransaction((tx) =>
    tx.recordFact(
      caseId,
      asked.step,
      ({ state }, moment) =>
        assemble({ db: tx.db, state, people, today: today(moment.now), moment }, asked.input as never),
      procedureActor,
      asOf,
    ),
  );
  return await progressOf(record, executed);
}

export interface AskedFact {
  readonly step: string;
  readonly fact: string;
  readonly input: unknown;
}

export async function tickCase(record: CaseRecord, caseId: string, deadline: Instant): Promise<Progress> {
  return await progressOf(
    record,
    await record.execute(caseId, { kind: 'tick', deadline }, procedureActor, { byWorkflow: true }),
  );
}

/** The workflow has acted on everything up to `seq`, and so on what came after it that nobody waits for. */
export async function caughtUp(record: CaseRecord, caseId: string, seq: number): Promise<void> {
  await record.db.transaction().execute(async (db) => {
    await sql`select from cases where id = ${caseId} for update`.execute(db);
    await sql`
      with later as (select seq, type from case_event where case_id = ${caseId} and seq > ${seq}),
      reached as (select greatest(${seq}::int, (select max(seq) from later
                           where not exists (select from later where type <> all(${[...quietEvents]}::text[])))) as seq)
      update cases c set advanced_seq = reached.seq from reached where c.id = ${caseId} and c.advanced_seq < reached.seq`.execute(
      db,
    );
  });
}

async function progressOf(record: CaseRecord, executed: Executed): Promise<Progress> {
  const { state, nextDeadline, kind } = executed;
  const definition = (await record.office.current()).definition(state.type);
  if (!definition) throw new Error(`case ${state.number} is of the unknown type ${state.type}`);
  const wakeInMs = nextDeadline === null ? null : Math.max(0, millis(nextDeadline) - millis(record.clock.now()));
  return { stale: kind === 'stale', refused: null, view: viewOf(state, definition), nextDeadline, wakeInMs };
}
