import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { ImportMoment, Numbered, Rejected } from './answer.ts';
import * as cells from './cells.ts';
import type { ImportKind } from './kind.ts';

export const meterUnits = ['CCF', 'HCF', 'gal', 'kgal', 'ft3', 'AF'] as const;

const form = () =>
  z.strictObject({
    number: cells.key(),
    name: cells.text(),
    class: cells.oneOf(['residential', 'commercial', 'agricultural']),
    dwelling: cells.oneOf(['yes', 'no', 'unknown'], 'unknown'),
    language: cells.language(),
    email: cells.email(),
    phone: cells.phone(),
    service_address: cells.text(),
    mailing_address: cells.optionalText(),
    route: cells.key(),
    sequence: cells.wholeNumber(0, 9_999_999),
    meter_serial: cells.key(),
    meter_size: cells.size(),
    register_digits: cells.wholeNumber(3, 9),
    unit: cells.oneOf(meterUnits),
    multiplier: cells.number({ digits: 6, places: 4, positive: true }),
  });

export type AccountImport = z.output<ReturnType<typeof form>>;

interface Known {
  readonly customer_id: string;
  readonly location_id: string;
}

type AccountPlan = readonly (AccountImport & Known)[];

export const accountImport: ImportKind<AccountImport, AccountPlan> = {
  form,
  identities: (row) => [
    { column: 'number', value: row.number },
    { column: 'meter_serial', value: row.meter_serial },
  ],

  async plan(db, rows) {
    const [known, holders] = await Promise.all([knownAccounts(db, rows), meterHolders(db, rows)]);
    const rejected = rows.flatMap((numbered) => heldElsewhere(numbered, holders));
    const left = new Set(rejected.map(({ line }) => line));
    const good = rows.filter(({ line }) => !left.has(line));
    return {
      good: good.map(({ row }) => ({ ...row, ...(known.get(row.number) ?? newIds()) })),
      rejected,
      wouldOpen: 0,
    };
  },

  async write({ db }, accounts, moment) {
    await writeAccounts(db, accounts, moment);
  },
};

const newIds = (): Known => ({ customer_id: uuidv7(), location_id: uuidv7() });

/** Accounts that the register does not know yet, as the demo district writes them. */
export async function writeNewAccounts(
  db: Kysely<unknown>,
  rows: readonly AccountImport[],
  moment: ImportMoment,
): Promise<void> {
  await writeAccounts(
    db,
    rows.map((row) => ({ ...row, ...newIds() })),
    moment,
  );
}

async function knownAccounts(
  db: Kysely<unknown>,
  rows: readonly Numbered<AccountImport>[],
): Promise<Map<string, Known>> {
  const numbers = rows.map(({ row }) => row.number);
  const found = await sql<Known & { number: string }>`
    select number, customer_id, location_id from account where number = any(${numbers}::text[])`.execute(db);
  return new Map(found.rows.map((row) => [row.number, row]));
}

async function meterHolders(
  db: Kysely<unknown>,
  rows: readonly Numbered<AccountImport>[],
): Promise<Map<string, string>> {
  const serials = rows.map(({ row }) => row.meter_serial);
  const found = await sql<{ serial: string; account_number: string }>`
    select serial, account_number from meter where serial = any(${serials}::text[])`.execute(db);
  return new Map(found.rows.map((row) => [row.serial, row.account_number]));
}

/** A serial number typed wrongly must not take another account's meter and its reads away. */
function heldElsewhere({ line, row }: Numbered<AccountImport>, holders: ReadonlyMap<string, string>): Rejected[] {
  const holder = holders.get(row.meter_serial);
  if (!holder || holder === row.number) return [];
  return [
    { line, column: 'meter_serial', code: 'meter-on-another-account', message: `this meter is on account ${holder}` },
  ];
}

/**
 * One statement for all. An account that gets another meter keeps the old one as removed. What is as it was is not
 * written again: the same file may come every hour.
 */
async function writeAccounts(
  db: Kysely<unknown>,
  accounts: AccountPlan,
  { today }: Pick<ImportMoment, 'today'>,
): Promise<void> {
  await sql`
    with row as (
      select *, concat_ws(' ', number, name, service_address, mailing_address, email, meter_serial) as search_text
        from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as r(number text, customer_id uuid, location_id uuid,
          name text, class text, dwelling text, language text, email text, phone text, service_address text,
          mailing_address text, route text, sequence int, meter_serial text, meter_size text, register_digits int,
          unit text, multiplier numeric)
    ), routes as (
      insert into route (code, name) select distinct route, 'Route ' || route from row on conflict do nothing
    ), customers as (
      insert into customer (id, name, language, email, phone, mailing_address)
      select customer_id, name, language, email, phone, coalesce(mailing_address, service_address) from row
      on conflict (id) do update set name = excluded.name, language = excluded.language, email = excluded.email,
        phone = excluded.phone, mailing_address = excluded.mailing_address
        where customer is distinct from excluded
    ), locations as (
      insert into service_location (id, address, route, sequence, dwelling)
      select location_id, service_address, route, sequence, dwelling from row
      on conflict (id) do update set address = excluded.address, route = excluded.route, sequence = excluded.sequence,
        dwelling = excluded.dwelling
        where service_location is distinct from excluded
    ), accounts as (
      insert into account (number, customer_id, location_id, class, search_text)
      select number, customer_id, location_id, class, search_text from row
      on conflict (number) do update set class = excluded.class, search_text = excluded.search_text
        where account is distinct from excluded
    ), exchanged as (
      update meter m set removed_on = ${today} from row
       where m.account_number = row.number and m.serial <> row.meter_serial and m.removed_on is null
    )
    insert into meter (serial, account_number, size, register_digits, unit, multiplier)
    select meter_serial, number, meter_size, register_digits, unit, multiplier from row
    on conflict (serial) do update set size = excluded.size, register_digits = excluded.register_digits,
      unit = excluded.unit, multiplier = excluded.multiplier, removed_on = null
      where meter is distinct from excluded`.execute(db);
}
