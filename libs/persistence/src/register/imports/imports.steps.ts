import type { Actor } from '@headgate/domain/people';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { CaseRecord } from '../../case/record.ts';
import { connect, type Orm } from '../../connection.ts';
import { seedOffice } from '../../demo/seed-office.ts';
import { OfficeSource } from '../../office/office.ts';
import { type ImportKindName, imports } from './index.ts';

export const today = '2027-04-15';
export const actor: Actor = { kind: 'import', name: 'accounting' };

export const headers: Readonly<Record<ImportKindName, string>> = {
  accounts:
    'number,name,class,dwelling,language,email,phone,service_address,mailing_address,route,sequence,meter_serial,meter_size,register_digits,unit,multiplier',
  reads: 'account,meter_serial,read_on,reading,non_read_code,reader',
  bills: 'account,period,billed_on,due_on,use,amount',
  payments: 'account,received_on,amount,method,reference',
  landholders:
    'id,name,holder,recipient,water_by_1981,prior_law,household_of,household_role,household_since,trust_written,trust_revocable_by,interests,interests_since,signers,recordable_contract_acres,language,email,phone,mailing_address,account',
  land: 'parcel,district,acres,land_class,exempt,exempt_because,route,turnout,landholder,tenure,share,operator,from_public_entity,acquired_involuntarily_on,from,until,first_delivery_on',
};

/** A row of the accounts file: a home with a meter `M<number>`. */
export const account = (number: string, more: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    number,
    name: `Name ${number}`,
    class: 'residential',
    dwelling: 'yes',
    language: 'en',
    email: `a${number}@example.org`,
    phone: '831-555-0101',
    service_address: `${number} Main Street`,
    mailing_address: '',
    route: 'R01',
    sequence: '10',
    meter_serial: `M${number}`,
    meter_size: '5/8',
    register_digits: '6',
    unit: 'CCF',
    multiplier: '1',
    ...more,
  } as Record<string, string>;
  return headers.accounts
    .split(',')
    .map((column) => cells[column])
    .join(',');
};

/** Reads of the 10th of each month, of so many units each, up to and with March 2027. */
export const monthlyReads = (number: string, uses: readonly number[]) => {
  let reading = 1000;
  return uses.map((use, at) => {
    reading += use;
    const month = 2027 * 12 + 2 - (uses.length - 1 - at);
    const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
    return `${number},M${number},${day},${reading},,jo`;
  });
};

export const usualYear = [10, 11, 12, 14, 15, 14, 12, 11, 10, 9, 10, 10, 11, 10];
export const lastReading = 1000 + usualYear.reduce((sum, use) => sum + use, 0);

/** Where each rejected cell stands, and why. */
export const codes = (answer: { rejected: readonly { line: number; column: string; code: string }[] }) =>
  answer.rejected.map(({ line, column, code }) => `${line} ${column} ${code}`);

/** A district's office on a database of its own, at noon of `today`. */
export class ImportingOffice {
  readonly record: CaseRecord;
  private readonly orm: Orm;
  private readonly database: FreshDatabase;

  private constructor(database: FreshDatabase, orm: Orm) {
    this.database = database;
    this.orm = orm;
    this.record = new CaseRecord(orm, { now: () => `${today}T19:00:00.000Z` }, new OfficeSource(orm));
  }

  static async open(): Promise<ImportingOffice> {
    const database = await freshDatabase();
    const office = new ImportingOffice(database, await connect({ url: database.url }));
    await seedOffice(office.record.db);
    return office;
  }

  async bring(kind: ImportKindName, rows: readonly string[], options: { dryRun?: boolean } = {}) {
    return await imports[kind](this.record, [headers[kind], ...rows].join('\n'), { actor, ...options });
  }

  /** An account that has been read for more than a year. */
  async establish(number: string) {
    await this.bring('accounts', [account(number)]);
    await this.bring('reads', monthlyReads(number, usualYear));
  }

  async close(): Promise<void> {
    await this.orm.close(true);
    await this.database.drop();
  }
}
