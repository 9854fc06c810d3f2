import type { FormValues } from '@headgate/domain/forms';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';
import type { DeliveryState } from '../schema/index.ts';

/** A message with all that its letter tells of the case and the account. */
export interface Dispatch {
  readonly id: string;
  readonly caseId: string;
  readonly channel: 'email' | 'letter';
  readonly template: string;
  readonly language: string;
  readonly audience: 'customer' | 'staff';
  readonly to: { readonly name: string; readonly address: string };
  readonly data: FormValues;
  readonly state: DeliveryState;
  readonly mailId: string;
  readonly queuedAt: Instant;
  readonly case: {
    readonly number: string;
    readonly type: string;
    readonly subject: string;
    readonly openedAt: Instant;
  };
  readonly account: { readonly number: string; readonly name: string; readonly serviceAddress: string } | null;
}

interface DispatchColumns {
  id: string;
  case_id: string;
  channel: Dispatch['channel'];
  template: string;
  language: string;
  audience: Dispatch['audience'];
  to_name: string;
  to_address: string;
  data: FormValues;
  state: DeliveryState;
  mail_id: string;
  queued_at: Date | string;
  sent_at: Date | string | null;
  letter_subject: string | null;
  body_text: string | null;
  body_html: string | null;
  number: string;
  type: string;
  subject: string;
  opened_at: Date | string;
  account_number: string | null;
  account_name: string | null;
  service_address: string | null;
}

/** Reads a message and holds its row until the transaction ends; null when there is none. */
export async function lockDispatch(db: Kysely<unknown>, messageId: string): Promise<Dispatch | null> {
  const { rows } = await sql<DispatchColumns>`${dispatches} where m.id = ${messageId} for update of m`.execute(db);
  return rows[0] ? dispatchOf(rows[0]) : null;
}

/** A letter or mail with what was sent of it, or null where nothing was yet. */
export interface Letter extends Dispatch {
  readonly sentAt: Instant | null;
  readonly sent: { readonly subject: string; readonly text: string; readonly html: string } | null;
}

/** All letters and mails of a case, oldest first. */
export async function lettersOf(db: Kysely<unknown>, caseId: string): Promise<Letter[]> {
  const { rows } = await sql<DispatchColumns>`
    ${dispatches} where m.case_id = ${caseId}::uuid order by m.queued_at, m.id`.execute(db);
  return rows.map(letterOf);
}

export async function readLetter(db: Kysely<unknown>, messageId: string): Promise<Letter | null> {
  const { rows } = await sql<DispatchColumns>`${dispatches} where m.id = ${messageId}::uuid`.execute(db);
  return rows[0] ? letterOf(rows[0]) : null;
}

const dispatches = sql`
    select m.id, m.case_id, m.channel, m.template, m.language, m.audience, m.to_name, m.to_address, m.data, m.state, m.mail_id,
           m.queued_at, m.sent_at, m.subject as letter_subject, m.body_text, m.body_html, c.number, c.type, c.subject, c.opened_at, a.number as account_number, u.name as account_name, l.address as service_address
      from message m
      join cases c on c.id = m.case_id
      left join account a on a.number = c.account_number
      left join customer u on u.id = a.customer_id
      left join service_location l on l.id = a.location_id`;

function letterOf(row: DispatchColumns): Letter {
  const { letter_subject: subject, body_text: text, body_html: html } = row;
  const sent = subject !== null && text !== null && html !== null ? { subject, text, html } : null;
  return { ...dispatchOf(row), sentAt: instant(row.sent_at), sent };
}

function dispatchOf(row: DispatchColumns): Dispatch {
  return {
    id: row.id,
    caseId: row.case_id,
    channel: row.channel,
    template: row.template,
    language: row.language,
    audience: row.audience,
    to: { name: row.to_name, address: row.to_address },
    data: row.data,
    state: row.state,
    mailId: row.mail_id,
    queuedAt: instant(row.queued_at),
    case: { number: row.number, type: row.type, subject: row.subject, openedAt: instant(row.opened_at) },
    account: accountOf(row),
  };
}

function accountOf({ account_number, account_name, service_address }: DispatchColumns): Dispatch['account'] {
  if (!account_number) return null;
  return { number: account_number, name: account_name ?? '', serviceAddress: service_address ?? '' };
}
