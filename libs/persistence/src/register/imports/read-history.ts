import type { MeterFacts, Read } from '@headgate/domain/metering';
import { addMonths, type CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';

/** An account with one of its meters; `meter` is null when the account has none of that serial number. */
export interface MeterOnAccount {
  readonly active: boolean;
  readonly meter: MeterFacts | null;
}

export interface OnMeter {
  readonly account: string;
  readonly meter_serial: string;
  readonly read_on: CivilDate;
}

/** The meters that rows name, by account and serial number; an account that nobody knows is not in it. */
export async function metersOf(db: Kysely<unknown>, rows: readonly OnMeter[]): Promise<Map<string, MeterOnAccount>> {
  const { rows: found } = await sql<{ account: string; asked: string; active: boolean; meter: MeterFacts | null }>`
    select r.account, r.serial as asked, a.status = 'active' as active,
           case when m.serial is not null then jsonb_build_object('serial', m.serial, 'size', m.size, 'unit', m.unit,
             'registerDigits', m.register_digits, 'multiplier', trim_scale(m.multiplier)::text) end as meter
      from ${pairs(rows)} join account a on a.number = r.account
      left join meter m on m.account_number = r.account and m.serial = r.serial`.execute(db);
  return new Map(found.map(({ account, asked, active, meter }) => [`${account} ${asked}`, { active, meter }]));
}

export interface History {
  readonly reads: readonly Read[];
  /** Whether the register holds reads of the meter at all. */
  readonly begun: boolean;
}

/** The same month of the year before, and what was read around it. */
const monthsCompared = 15;

/** What the register holds of the meters that rows name, as far back as a read of one of the rows is compared with. */
export async function historyOf(db: Kysely<unknown>, rows: readonly OnMeter[]): Promise<Map<string, History>> {
  const days = rows.map(({ read_on }) => read_on).sort();
  const since = addMonths(days[0] ?? '2000-01-01', -monthsCompared);
  const { rows: found } = await sql<{
    account: string;
    serial: string;
    reads: readonly (Read & { reading: string | null })[];
  }>`
    select r.account, r.serial, coalesce(jsonb_agg(jsonb_build_object('readOn', read_on, 'reading', trim_scale(reading)::text,
             'nonReadCode', coalesce(non_read_code, '')) order by read_on) filter (where read_on >= ${since}::date), '[]') as reads
      from ${pairs(rows)} join meter_read on account_number = r.account and meter_serial = r.serial
     group by r.account, r.serial`.execute(db);
  return new Map(found.map(({ account, serial, reads }) => [`${account} ${serial}`, { reads, begun: true }]));
}

const pairs = (rows: readonly OnMeter[]) => sql`(
  select distinct * from unnest(${rows.map(({ account }) => account)}::text[], ${rows.map((row) => row.meter_serial)}::text[])
    as pair(account, serial)) r`;
