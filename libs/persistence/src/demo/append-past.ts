import { type CaseEvent, forecast, isActive, type Office } from '@headgate/domain/case';
import type { Kysely } from 'kysely';
import { append } from '../case/append.ts';
import { chain, genesis } from '../case/chain.ts';
import { type Projection, project } from '../case/rows.ts';
import { searchText } from '../case/transaction.ts';
import type { PastCase } from './past-case.ts';

/**
 * Appends a whole case of the past through the record's own append: nothing of it is still to be delivered. The
 * workflow of an ended case has ended; that of an open one is for the reconciler to begin.
 */
export async function appendPast(db: Kysely<unknown>, past: PastCase, office: Office, now: string): Promise<void> {
  const { state, events, account } = past;
  const rows = project(state, events, forecast(state, office, now), searchText(state, account));
  const advanced_seq = isActive(state) ? 0 : state.seq;
  await append(db, state.id, chain(state.id, events, genesis), {
    ...rows,
    caseRow: { ...rows.caseRow, advanced_seq },
    messages: rows.messages.map((row) => delivered(row, past)),
    withdrawn: [],
    outbox: [],
  });
}

function delivered(row: Projection['messages'][number], { state, events }: PastCase) {
  const sent = events.find(
    (event): event is CaseEvent<'message-sent'> => event.type === 'message-sent' && event.data.messageId === row.id,
  );
  return { ...row, state: state.messages.get(String(row.id))?.state, sent_at: sent?.at ?? null };
}
