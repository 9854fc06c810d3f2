import type { MailCommand } from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import { type Kysely, sql } from 'kysely';
import { lockCase } from '../case/loading.ts';
import type { CaseRecord } from '../case/record.ts';
import { type Dispatch, lockDispatch } from './dispatch.ts';

const mailActor: Actor = { kind: 'mail', name: 'mail' };

export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `interrupted`: an earlier attempt began and nobody knows how it ended. `over`: there is nothing (more) to send. */
export type Begun<W extends Written> =
  | { readonly kind: 'begun'; readonly dispatch: Dispatch; readonly written: W }
  | { readonly kind: 'interrupted'; readonly dispatch: Dispatch }
  | { readonly kind: 'over' };

/**
 * Takes a queued message for sending: what `write` made of it is stored and `sending` committed before anybody talks to a
 * mail server, so that an attempt that dies leaves its trace.
 */
export async function beginDelivery<W extends Written>(
  record: CaseRecord,
  messageId: string,
  write: (dispatch: Dispatch) => W,
): Promise<Begun<W>> {
  return await record.inTransaction(async ({ db }) => {
    const dispatch = await lockDispatch(db, messageId);
    if (dispatch?.state === 'sending') return { kind: 'interrupted', dispatch };
    if (dispatch?.state !== 'queued') return { kind: 'over' };
    const written = write(dispatch);
    await sql`
      update message set state = 'sending', subject = ${written.subject}, body_text = ${written.text}, body_html = ${written.html}
       where id = ${messageId}`.execute(db);
    return { kind: 'begun', dispatch, written };
  });
}

/** What became of a message: the event on its case and the message's row, in one transaction. */
export async function recordDelivery(
  record: CaseRecord,
  { id, caseId }: Pick<Dispatch, 'id' | 'caseId'>,
  told: MailCommand,
): Promise<void> {
  await record.inTransaction(async (tx) => {
    const { state } = await tx.execute(caseId, told, mailActor);
    const known = state.messages.get(id)?.state;
    if (!known) throw new Error(`case ${caseId} has no message ${id}`);
    const sentAt = known === 'sent' ? state.lastAt : null;
    const reason = told.kind === 'message-failed' ? told.reason : null;
    await sql`
      update message set state = ${known}, sent_at = coalesce(sent_at, ${sentAt}::timestamptz), reason = ${reason}
       where id = ${id}`.execute(tx.db);
  });
}

/** The mail server said "later": the message waits again, unless its case has withdrawn it meanwhile. */
export async function postponeDelivery(
  record: CaseRecord,
  { id, caseId }: Pick<Dispatch, 'id' | 'caseId'>,
): Promise<void> {
  await record.inTransaction(async ({ db }) => {
    await lockCase(db, caseId);
    const state = (await isWithdrawn(db, caseId, id)) ? 'withdrawn' : 'queued';
    await sql`update message set state = ${state} where id = ${id} and state = 'sending'`.execute(db);
  });
}

async function isWithdrawn(db: Kysely<unknown>, caseId: string, messageId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from case_event
     where case_id = ${caseId} and type = 'message-withdrawn' and data->>'messageId' = ${messageId}`.execute(db);
  return rows.length > 0;
}
