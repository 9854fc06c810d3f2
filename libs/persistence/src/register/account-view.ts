import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, type RawBuilder, sql } from 'kysely';

export type AccountClass = 'residential' | 'commercial' | 'agricultural';
export type AccountStatus = 'active' | 'inactive' | 'closed';

export interface MeterView {
  readonly serial: string;
  readonly size: string;
  readonly registerDigits: number;
  readonly unit: string;
  readonly multiplier: string;
}

/** An account as the desk and other programs see it. Money in dollars. */
export interface AccountView {
  readonly number: string;
  readonly name: string;
  readonly class: AccountClass;
  readonly dwelling: 'yes' | 'no' | 'unknown';
  readonly status: AccountStatus;
  readonly language: string;
  readonly email?: string;
  readonly phone?: string;
  readonly serviceAddress: string;
  readonly mailingAddress: string;
  readonly route: string;
  readonly sequence: number;
  readonly meter: MeterView | null;
  readonly balance: string;
  /** The unpaid part of the bills whose due date has passed; what was paid goes to the oldest bill first. */
  readonly pastDue: string;
  readonly openCases: number;
}

interface AccountColumns extends Omit<AccountView, 'email' | 'phone' | 'meter'> {
  readonly email: string | null;
  readonly phone: string | null;
  readonly meter: MeterView | null;
}

/** The account as it stands on `today`; null when there is none of that number. */
export async function accountView(db: Kysely<unknown>, number: string, today: CivilDate): Promise<AccountView | null> {
  const [account] = await accountsOf(db, sql`select ${number}::text as number`, today);
  return account ?? null;
}

/** The accounts whose numbers the query `chosen` gives, in the order of their numbers. */
export async function accountsOf(
  db: Kysely<unknown>,
  chosen: RawBuilder<unknown>,
  today: CivilDate,
): Promise<AccountView[]> {
  const { rows } = await sql<AccountColumns>`
    with chosen as materialized (${chosen})
    select a.number, u.name, a.class, l.dwelling, a.status, u.language, u.email, u.phone,
           l.address as "serviceAddress", u.mailing_address as "mailingAddress", l.route, l.sequence,
           ${currentMeter} as meter, ${balances},
           (select count(*)::int from cases c
             where c.account_number = a.number and c.status in ('open', 'on-hold')) as "openCases"
      from chosen join account a using (number)
      join customer u on u.id = a.customer_id
      join service_location l on l.id = a.location_id
      left join lateral (select sum(amount) as total, sum(amount) filter (where due_on < ${today}::date) as due
                           from bill where account_number = a.number) billed on true
      left join lateral (select sum(amount) as total from payment where account_number = a.number) paid on true
     order by a.number`.execute(db);
  return rows.map(withoutAbsent);
}

const currentMeter = sql`(
  select jsonb_build_object('serial', m.serial, 'size', m.size, 'registerDigits', m.register_digits, 'unit', m.unit,
           'multiplier', trim_scale(m.multiplier)::text)
    from meter m where m.account_number = a.number
   order by m.removed_on desc nulls first, m.set_on desc nulls last, m.serial limit 1)`;

/** A bill may still be paid on its due date: it is past due from the day after. */
const balances = sql`
  (coalesce(billed.total, 0) - coalesce(paid.total, 0))::numeric(14, 2)::text as balance,
  greatest(coalesce(billed.due, 0) - coalesce(paid.total, 0), 0)::numeric(14, 2)::text as "pastDue"`;

function withoutAbsent({ email, phone, ...account }: AccountColumns): AccountView {
  return { ...account, ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
}
