import { Refusal } from '@headgate/domain/case';
import type { FilingDetails, FormYear } from '@headgate/domain/land';
import type { Actor } from '@headgate/domain/people';
import { sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import type { CaseTransaction } from '../case/transaction.ts';

export interface OpenedBatch {
  readonly opened: number;
  /** Landholders whose case is still to be opened. */
  readonly left: number;
  /** Cases that Temporal has not begun are so many that the campaign waits for it. */
  readonly held: boolean;
  /** Landholders per second at the most. */
  readonly rate: number;
}

interface ToOpen {
  readonly landholder: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly account: string | null;
  readonly address: string;
  readonly language: string;
  readonly details: FilingDetails;
  /** A case of the year that somebody has opened by hand. */
  readonly known: string | null;
}

const MOST_A_BATCH = 100;
export const campaignActor: Actor = { kind: 'procedure', name: 'rra-campaign' };

/**
 * Opens the cases of the next landholders, at most as many as the rate allows in a second, in one transaction with the note that
 * they are opened: whoever is cut off, repeats it or runs beside it opens nothing twice. Opens none while more than
 * `mostWaiting` cases wait for their workflow to begin. When none is left the campaign has ended.
 */
export async function openNextFilings(
  record: CaseRecord,
  formYear: FormYear,
  mostWaiting: number,
): Promise<OpenedBatch> {
  return await record.inTransaction(async (tx) => {
    const { rows } = await sql<{ rate: number; ended: boolean }>`
      select rate, finished_at is not null or planned_at is null as ended from rra_campaign
       where form_year = ${formYear} for update`.execute(tx.db);
    const [campaign] = rows;
    if (!campaign || campaign.ended) return { opened: 0, left: 0, held: false, rate: campaign?.rate ?? 1 };
    const { rate } = campaign;
    if (await isFlooded(tx, mostWaiting)) return { opened: 0, left: await leftOf(tx, formYear), held: true, rate };
    const batch = await nextOf(tx, formYear, Math.min(rate, MOST_A_BATCH));
    const opened: Opened[] = [];
    for (const filing of batch) opened.push(await openOne(tx, filing));
    await keep(tx, formYear, opened, record.clock.now());
    const left = await leftOf(tx, formYear);
    await note(tx, formYear, left, record.clock.now());
    return { opened: opened.filter(({ case_id }) => case_id !== null).length, left, held: false, rate };
  });
}

async function isFlooded({ db }: CaseTransaction, most: number): Promise<boolean> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from (select from cases where advanced_seq < seq limit ${most + 1}) c`.execute(db);
  return (rows[0]?.waiting ?? 0) > most;
}

async function nextOf({ db }: CaseTransaction, formYear: FormYear, limit: number): Promise<ToOpen[]> {
  const { rows } = await sql<ToOpen>`
    select f.landholder_id as landholder, l.name, l.email, l.phone, l.account_number as account,
           l.mailing_address as address, l.language, f.details, k.id as known
      from rra_filing f
      join landholder l on l.id = f.landholder_id
      left join lateral (
        select c.id from cases c
         where c.type = 'rra-certification' and c.details->>'landholder' = f.landholder_id
           and c.details->>'formYear' = f.form_year::text and c.status <> 'cancelled'
         order by c.opened_at limit 1) k on true
     where f.form_year = ${formYear} and f.must_file and f.case_id is null and f.fault is null
     order by f.landholder_id limit ${limit}`.execute(db);
  return rows;
}

/** What became of a landholder's filing: the case that it has, or what the rules of intake refuse. */
interface Opened {
  readonly landholder: string;
  readonly case_id: string | null;
  readonly fault: string | null;
}

/** A refusal is noted beside the landholder; it keeps nobody else waiting. */
async function openOne(tx: CaseTransaction, filing: ToOpen): Promise<Opened> {
  const { landholder, known } = filing;
  try {
    const case_id = known ?? (await tx.open(caseOf(filing), campaignActor)).id;
    return { landholder, case_id, fault: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { landholder, case_id: null, fault: error.message.slice(0, 500) };
  }
}

async function keep(
  { db }: CaseTransaction,
  formYear: FormYear,
  opened: readonly Opened[],
  now: string,
): Promise<void> {
  await sql`
    update rra_filing f set case_id = r.case_id, fault = r.fault, opened_at = ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) as r(landholder text, case_id uuid, fault text)
     where f.form_year = ${formYear} and f.landholder_id = r.landholder`.execute(db);
}

export function caseOf({
  name,
  email,
  phone,
  account,
  address,
  language,
  details,
}: Omit<ToOpen, 'landholder' | 'known'>) {
  const form = details.forms[0] ?? 'no form';
  return {
    type: 'rra-certification',
    channel: 'import' as const,
    subject: `RRA ${details.formYear}: form ${form} of ${name}`.slice(0, 200),
    ...(account ? { accountNumber: account } : {}),
    requester: { name, ...(email ? { email } : {}), ...(phone ? { phone } : {}) },
    details: { ...details, mailingAddress: address.slice(0, 200), language },
  };
}

async function leftOf({ db }: CaseTransaction, formYear: FormYear): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from rra_filing
     where form_year = ${formYear} and must_file and case_id is null and fault is null`.execute(db);
  return rows[0]?.left ?? 0;
}

async function note({ db }: CaseTransaction, formYear: FormYear, left: number, now: string): Promise<void> {
  await sql`
    update rra_campaign c set opened = f.opened, last_opened_at = ${now}::timestamptz,
           finished_at = ${left === 0 ? now : null}::timestamptz
      from (select count(*) as opened from rra_filing where form_year = ${formYear} and case_id is not null) f
     where c.form_year = ${formYear}`.execute(db);
}
