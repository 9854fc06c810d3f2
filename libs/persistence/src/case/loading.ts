import { type AccountContact, type CaseEvent, Refusal } from '@headgate/domain/case';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { collectors } from './disputes.ts';

export interface FoundAccount {
  readonly account: AccountContact;
  /** The open cases that collect on the account. */
  readonly collecting: readonly string[];
}

export interface LockedCase {
  readonly headHash: string;
  readonly nextDeadline: Instant | null;
  readonly account: AccountContact | null;
  readonly collecting: readonly string[];
}

interface AccountColumns {
  account_number: string | null;
  name: string;
  language: string;
  email: string | null;
  mailing_address: string;
  address: string;
  disputed: boolean;
  collecting: string[];
}

const contactColumns = sql`a.number as account_number, u.name, u.language, u.email, u.mailing_address, l.address,
  exists (select from cases d where d.account_number = a.number and d.collection_bar = 'dispute'
    and d.status in ('open', 'on-hold')) as disputed,
  array(select d.id from cases d where d.account_number = a.number and d.type = any(${collectors}::text[])
    and d.status in ('open', 'on-hold') order by d.id) as collecting`;
const contactJoins = sql`join customer u on u.id = a.customer_id join service_location l on l.id = a.location_id`;

/** Takes the case's row for this transaction, so that commands on one case follow one another. */
export async function lockCase(db: Kysely<unknown>, caseId: string): Promise<LockedCase> {
  const { rows } = await sql<{ head_hash: string; next_deadline: Date | string | null } & AccountColumns>`
    select c.head_hash, c.next_deadline, ${contactColumns}
      from cases c left join (account a ${contactJoins}) on a.number = c.account_number
     where c.id = ${caseId} for update of c`.execute(db);
  const row = rows[0];
  if (!row) throw new Refusal('unknown', 'unknown-case', 'There is no such case.');
  const { head_hash: headHash, next_deadline: deadline, collecting } = row;
  return { headHash, nextDeadline: instant(deadline), account: contactOf(row), collecting: collecting ?? [] };
}

interface EventColumns {
  seq: number;
  type: string;
  at: Date | string;
  actor: unknown;
  data: unknown;
}

/** The case's events in order. After the lock, these are all there are. */
export async function loadCase(db: Kysely<unknown>, caseId: string): Promise<CaseEvent[]> {
  const { rows } = await sql<EventColumns>`
    select seq, type, at, actor, data from case_event where case_id = ${caseId} order by seq`.execute(db);
  return rows.map(asEvent);
}

/** A case's events and its next deadline as of one instant, without keeping anybody waiting. */
export async function readCase(
  db: Kysely<unknown>,
  caseId: string,
): Promise<{ events: CaseEvent[]; nextDeadline: Instant | null }> {
  const { rows } = await sql<{ next_deadline: Date | string | null; events: EventColumns[] }>`
    select next_deadline, (select jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'at', e.at, 'actor', e.actor,
             'data', e.data) order by e.seq) from case_event e where e.case_id = c.id) as events
      from cases c where c.id = ${caseId}`.execute(db);
  const row = rows[0];
  if (!row) throw new Refusal('unknown', 'unknown-case', 'There is no such case.');
  return { events: row.events.map(asEvent), nextDeadline: instant(row.next_deadline) };
}

const asEvent = (row: EventColumns) => ({ ...row, at: instant(row.at) }) as unknown as CaseEvent;

export async function findAccount(db: Kysely<unknown>, number: string): Promise<FoundAccount | null> {
  const { rows } = await sql<AccountColumns>`
    select ${contactColumns} from account a ${contactJoins} where a.number = ${number}`.execute(db);
  const row = rows[0];
  const account = row ? contactOf(row) : null;
  return row && account ? { account, collecting: row.collecting } : null;
}

function contactOf(row: AccountColumns): AccountContact | null {
  if (!row.account_number) return null;
  return {
    number: row.account_number,
    name: row.name,
    language: row.language,
    email: row.email,
    mailingAddress: row.mailing_address,
    serviceAddress: row.address,
    disputed: row.disputed,
  };
}

export function instant(value: Date | string): Instant;
export function instant(value: Date | string | null): Instant | null;
export function instant(value: Date | string | null): Instant | null {
  return value === null ? null : new Date(value).toISOString();
}
