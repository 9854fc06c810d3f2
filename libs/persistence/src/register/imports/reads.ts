import { nonReadCodes } from '@headgate/domain/metering';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Numbered, Rejected } from './answer.ts';
import * as cells from './cells.ts';
import type { ImportKind } from './kind.ts';
import { unknownAccount } from './known-accounts.ts';
import { openedByReads, openReadCases } from './read-cases.ts';
import { type Exception, exceptionsOf, openingsOf } from './read-exceptions.ts';
import { type MeterOnAccount, metersOf } from './read-history.ts';

const codes = Object.keys(nonReadCodes) as (keyof typeof nonReadCodes)[];

const form = (today: string) =>
  z.strictObject({
    account: cells.key(),
    meter_serial: cells.key(),
    read_on: cells.dayNear(today),
    reading: cells.optionalNumber({ digits: 9, places: 3 }),
    non_read_code: cells.optionalOneOf(codes),
    reader: cells.textOr(''),
  });

export type ReadImport = z.output<ReturnType<typeof form>>;

export interface ReadPlan {
  readonly reads: readonly ReadImport[];
  readonly exceptions: readonly Exception[];
  readonly openings: readonly Exception[][];
}

export const readImport: ImportKind<ReadImport, ReadPlan> = {
  form,
  identities: (row) => [{ column: 'read_on', value: `${row.account} ${row.meter_serial} ${row.read_on}` }],
  together: (row) => ({ group: `${row.account} ${row.meter_serial}`, order: row.read_on }),

  async plan(db, rows) {
    const meters = await metersOf(
      db,
      rows.map(({ row }) => row),
    );
    const rejected = rows.flatMap((numbered) => faultsOf(numbered, meters));
    const left = new Set(rejected.map(({ line }) => line));
    const reads = rows.filter(({ line }) => !left.has(line)).map(({ row }) => asSeen(row));
    const exceptions = await exceptionsOf(db, reads, meters);
    const openings = await openingsOf(db, exceptions);
    return { good: { reads, exceptions, openings }, rejected, wouldOpen: openings.length };
  },

  async write(tx, plan, { actor }) {
    await writeReads(tx.db, plan.reads);
    await openReadCases(tx, plan, actor);
  },

  openedBy: (db, { reads }) => openedByReads(db, reads),
};

function faultsOf(numbered: Numbered<ReadImport>, meters: ReadonlyMap<string, MeterOnAccount>): Rejected[] {
  const { line, row } = numbered;
  const onAccount = meters.get(`${row.account} ${row.meter_serial}`);
  if (!onAccount) return [unknownAccount(numbered)];
  if (!onAccount.meter) {
    return [
      {
        line,
        column: 'meter_serial',
        code: 'unknown-meter',
        message: `account ${row.account} has no meter ${row.meter_serial}`,
      },
    ];
  }
  if (row.reading !== null || row.non_read_code !== null) return [];
  return [
    { line, column: 'reading', code: 'missing', message: 'a read has a reading, or a code that says why it has none' },
  ];
}

/** A code says that nobody saw the register: a figure beside it is an estimate, and no reading. */
const asSeen = (row: ReadImport): ReadImport => (row.non_read_code ? { ...row, reading: null } : row);

/** A read of the same day takes the place of the one that was imported before. */
export async function writeReads(db: Kysely<unknown>, reads: readonly ReadImport[]): Promise<void> {
  await sql`
    insert into meter_read (account_number, meter_serial, read_on, reading, non_read_code, reader)
    select * from jsonb_to_recordset(${JSON.stringify(reads)}::jsonb)
      as r(account text, meter_serial text, read_on date, reading numeric, non_read_code text, reader text)
    on conflict (account_number, meter_serial, read_on) do update set reading = excluded.reading,
      non_read_code = excluded.non_read_code, reader = excluded.reader
      where (meter_read.reading, meter_read.non_read_code, meter_read.reader)
        is distinct from (excluded.reading, excluded.non_read_code, excluded.reader)`.execute(db);
}
