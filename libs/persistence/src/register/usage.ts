import type { Bill } from '@headgate/domain/billing';
import type { MeterFacts, Read, UsageRecords } from '@headgate/domain/metering';
import { addMonths, type CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';

export interface ReadView extends Omit<Read, 'nonReadCode' | 'reader'> {
  readonly meterSerial: string;
  readonly nonReadCode: string | null;
  readonly reader: string;
}

export interface AccountUsage {
  readonly reads: readonly ReadView[];
  readonly bills: readonly Bill[];
}

const monthsShown = 24;

/** The reads and bills of the last 24 months, oldest first. */
export async function accountUsage(db: Kysely<unknown>, number: string, today: CivilDate): Promise<AccountUsage> {
  const since = addMonths(today, -monthsShown);
  const [reads, bills] = await Promise.all([readsOf(db, number, since), billsOf(db, number, since)]);
  return { reads, bills };
}

/** What findings about an account's use rest on: its present meter, all reads of that, all bills; null without a meter. */
export async function usageRecords(db: Kysely<unknown>, number: string): Promise<UsageRecords | null> {
  const [meter, reads, bills] = await Promise.all([meterOf(db, number), readsOf(db, number), billsOf(db, number)]);
  if (!meter) return null;
  return { meter, bills, reads: reads.filter((read) => read.meterSerial === meter.serial).map(asRead) };
}

async function meterOf(db: Kysely<unknown>, number: string): Promise<MeterFacts | null> {
  const { rows } = await sql<MeterFacts>`
    select serial, size, register_digits as "registerDigits", unit, trim_scale(multiplier)::text as multiplier
      from meter where account_number = ${number}
     order by removed_on desc nulls first, set_on desc nulls last, serial limit 1`.execute(db);
  return rows[0] ?? null;
}

async function readsOf(db: Kysely<unknown>, number: string, since: CivilDate = '-infinity'): Promise<ReadView[]> {
  const { rows } = await sql<ReadView>`
    select meter_serial as "meterSerial", read_on::text as "readOn", trim_scale(reading)::text as reading,
           non_read_code as "nonReadCode", reader
      from meter_read where account_number = ${number} and read_on >= ${since}::date
     order by read_on, meter_serial`.execute(db);
  return rows;
}

async function billsOf(db: Kysely<unknown>, number: string, since: CivilDate = '-infinity'): Promise<Bill[]> {
  const { rows } = await sql<Bill>`
    select period, billed_on::text as "billedOn", due_on::text as "dueOn", trim_scale(use)::text as use, amount::text as amount
      from bill where account_number = ${number} and billed_on >= ${since}::date
     order by period`.execute(db);
  return rows;
}

function asRead({ readOn, reading, nonReadCode, reader }: ReadView): Read {
  return { readOn, reading, ...(nonReadCode ? { nonReadCode } : {}), ...(reader ? { reader } : {}) };
}
