import { districtCalendar } from '@headgate/domain/calendar';
import type { Actor } from '@headgate/domain/people';
import type { CivilDate } from '@headgate/domain/time';
import { sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import type { CaseTransaction } from '../case/transaction.ts';
import type { AccountClass } from './account-view.ts';

interface PastDueBill {
  readonly account: string;
  readonly class: AccountClass;
  readonly dwelling: 'yes' | 'no' | 'unknown';
  readonly language: string;
  readonly billedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly unpaid: string;
  readonly mailingDiffers: boolean;
}

const billing: Actor = { kind: 'import', name: 'billing' };

/** Which accounts are looked at: these alone, or so many after one. */
interface Looked {
  readonly accounts?: readonly string[];
  readonly after?: string | null;
  readonly limit?: number;
}

/** As many cases as one transaction opens. */
const BATCH = 100;

/**
 * Opens a delinquency for each active account whose oldest unpaid bill is past due, once for that bill, and never a
 * second one beside an open one; the next accounts after the one named, some at a time.
 */
export async function openDelinquencies(record: CaseRecord, after: string | null, limit = BATCH) {
  const today = districtCalendar.dateAt(Date.parse(record.clock.now()));
  const { opened, last } = await record.inTransaction((tx) => openThose(tx, today, billing, { after, limit }));
  return { opened, next: opened.length < limit ? null : last };
}

/** The same within a transaction, for these accounts alone. Answers the numbers of the cases that it opened. */
export async function openPastDue(
  tx: CaseTransaction,
  today: CivilDate,
  actor: Actor,
  accounts: readonly string[],
): Promise<string[]> {
  return (await openThose(tx, today, actor, { accounts })).opened;
}

async function openThose(tx: CaseTransaction, today: CivilDate, actor: Actor, looked: Looked) {
  await sql`select pg_advisory_xact_lock(hashtextextended('open delinquencies', 0))`.execute(tx.db);
  const opened: string[] = [];
  const bills = await pastDueBills(tx, today, looked);
  for (const bill of bills) {
    const { number } = await tx.open(delinquencyOf(bill), actor);
    opened.push(number);
  }
  return { opened, last: bills.at(-1)?.account ?? null };
}

/** What was paid goes to the oldest bill first; a bill may still be paid on its due date. */
async function pastDueBills(
  { db }: CaseTransaction,
  today: CivilDate,
  { accounts, after = null, limit }: Looked,
): Promise<PastDueBill[]> {
  const { rows } = await sql<PastDueBill>`
    with owed as (
      select b.account_number, b.billed_on, b.due_on, b.amount,
             sum(b.amount) over (partition by b.account_number order by b.due_on, b.period)
               - coalesce((select sum(p.amount) from payment p where p.account_number = b.account_number), 0) as open_after
        from bill b where ${accounts ? sql`b.account_number = any(${[...accounts]}::text[])` : sql`b.account_number > ${after ?? ''}`}
    ), oldest as (
      select distinct on (account_number) account_number, billed_on, due_on, least(amount, open_after) as unpaid
        from owed where open_after > 0 and amount > 0 order by account_number, due_on
    )
    select o.account_number as account, a.class, l.dwelling, u.language, o.billed_on::text as "billedOn",
           o.due_on::text as "dueOn", o.unpaid::numeric(14, 2)::text as unpaid, u.mailing_address <> l.address as "mailingDiffers"
      from oldest o
      join account a on a.number = o.account_number
      join customer u on u.id = a.customer_id
      join service_location l on l.id = a.location_id
     where o.due_on < ${today}::date and a.status = 'active'
       and not exists (select from cases c where c.account_number = a.number and c.type = 'delinquency'
              and (c.status in ('open', 'on-hold') or c.details->>'dueOn' = o.due_on::text))
     order by o.account_number
     ${limit ? sql`limit ${limit}` : sql``}`.execute(db);
  return rows;
}

const serviceOf: Readonly<Record<AccountClass, string>> = {
  residential: 'residential',
  agricultural: 'irrigation',
  commercial: 'non-residential',
};

/** Which law applies is by use: the register's answer about dwellings goes with the class (rule F4). */
function delinquencyOf(bill: PastDueBill) {
  const { dwelling, billedOn, dueOn, language, mailingDiffers } = bill;
  return {
    type: 'delinquency',
    channel: 'import' as const,
    subject: `Bill due on ${dueOn} is unpaid`,
    accountNumber: bill.account,
    details: {
      service: serviceOf[bill.class],
      dwelling,
      amount: bill.unpaid,
      billedOn,
      dueOn,
      language,
      mailingDiffers,
    },
  };
}
