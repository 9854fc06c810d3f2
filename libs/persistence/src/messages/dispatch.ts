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
  const { rows } = await sql<DispatchColumns>`
    select m.id, m.case_id, m.channel, m.template, m.language, m.audience, m.to_name, m.to_address, m.data, m.state, m.mail_id,
           m.queued_at, c.number, c.type, c.subject, c.opened_at, a.number as account_number, u.name as account_name, l.address as service_address
      from message m
      join cases c on c.id = m.case_id
      left join account a on a.number = c.account_number
      left join customer u on u.id = a.customer_id
      left join service_location l on l.id = a.location_id
     where m.id = ${messageId} for update of m`.execute(db);
  return rows[0] ? dispatchOf(rows[0]) : null;
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
