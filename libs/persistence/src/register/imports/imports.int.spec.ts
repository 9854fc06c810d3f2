import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@headgate/domain/people';
import { freshDatabase, type FreshDatabase } from '@headgate/testing';
import { sql } from 'kysely';
import { CaseRecord } from '../../case/record.ts';
import { connect, type Orm } from '../../connection.ts';
import { seedOffice } from '../../demo/seed-office.ts';
import { OfficeSource } from '../../office/office.ts';
import { accountView } from '../account-view.ts';
import { listAccounts } from '../list-accounts.ts';
import { accountUsage, usageRecords } from '../usage.ts';
import { imports, type ImportKindName } from './index.ts';

const today = '2027-04-15';
const actor: Actor = { kind: 'import', name: 'accounting' };

const headers: Readonly<Record<ImportKindName, string>> = {
  accounts:
    'number,name,class,dwelling,language,email,phone,service_address,mailing_address,route,sequence,meter_serial,meter_size,register_digits,unit,multiplier',
  reads: 'account,meter_serial,read_on,reading,non_read_code,reader',
  bills: 'account,period,billed_on,due_on,use,amount',
  payments: 'account,received_on,amount,method,reference',
};

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url });
  record = new CaseRecord(orm, { now: () => `${today}T18:00:00.000Z` }, new OfficeSource(orm));
  await seedOffice(record.db);
});

afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

const bring = (kind: ImportKindName, rows: readonly string[], options: { dryRun?: boolean } = {}) =>
  imports[kind](record, [headers[kind], ...rows].join('\n'), { actor, ...options });

const account = (number: string, more: Partial<Record<string, string>> = {}) => {
  const cells: Record<string, string> = {
    number, name: `Name ${number}`, class: 'residential', dwelling: 'yes', language: 'en', email: `a${number}@example.org`,
    phone: '831-555-0101', service_address: `${number} Main Street`, mailing_address: '', route: 'R01', sequence: '10',
    meter_serial: `M${number}`, meter_size: '5/8', register_digits: '6', unit: 'CCF', multiplier: '1', ...more,
  } as Record<string, string>;
  return headers.accounts.split(',').map((column) => cells[column]).join(',');
};

/** Reads of the 10th of each month, of so many units each, up to and with March 2027. */
const monthlyReads = (number: string, uses: readonly number[]) => {
  let reading = 1000;
  return uses.map((use, at) => {
    reading += use;
    const month = 2027 * 12 + 2 - (uses.length - 1 - at);
    const day = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`;
    return `${number},M${number},${day},${reading},,jo`;
  });
};

const usualYear = [10, 11, 12, 14, 15, 14, 12, 11, 10, 9, 10, 10, 11, 10];
const lastReading = 1000 + usualYear.reduce((sum, use) => sum + use, 0);

async function established(number: string, more: Partial<Record<string, string>> = {}) {
  await bring('accounts', [account(number, more)]);
  await bring('reads', monthlyReads(number, usualYear));
}

const codes = (answer: { rejected: readonly { line: number; column: string; code: string }[] }) =>
  answer.rejected.map(({ line, column, code }) => `${line} ${column} ${code}`);

describe('an imported file', () => {
  it('brings accounts in, with their meter, and changes them when they come again', async () => {
    expect(await bring('accounts', [account('200001')])).toMatchObject({ rows: 1, accepted: 1, rejected: [], opened: [] });
    await bring('accounts', [account('200001', { name: 'María Núñez', phone: '', meter_serial: 'M200001B', meter_size: '1 1/2"' })]);
    expect(await accountView(record.db, '200001', today)).toEqual({
      number: '200001', name: 'María Núñez', class: 'residential', dwelling: 'yes', status: 'active', language: 'en',
      email: 'a200001@example.org', serviceAddress: '200001 Main Street', mailingAddress: '200001 Main Street', route: 'R01',
      sequence: 10, meter: { serial: 'M200001B', size: '1.5', registerDigits: 6, unit: 'CCF', multiplier: '1' },
      balance: '0.00', pastDue: '0.00', openCases: 0,
    });
  });

  it('names each bad row by line and column, and keeps the good ones', async () => {
    const answer = await bring('accounts', [
      account('200010'),
      account('200011', { class: 'palace', email: 'nobody', register_digits: '2' }),
      account('200012', { name: '', multiplier: '0', meter_size: '7/9' }),
      account('200010', { meter_serial: 'M200010X' }),
      account('200013', { meter_serial: 'M200010' }),
      account('200014', { name: 'a\0b', multiplier: '1e3' }),
      `${account('200015')},surplus`,
      account('200016', { language: 'Spanish!', sequence: '-1', phone: 'call me' }),
    ]);
    expect(answer).toMatchObject({ rows: 8, accepted: 1, opened: [] });
    expect(codes(answer)).toEqual([
      '3 class not-one-of', '3 email not-an-email', '3 register_digits not-a-number',
      '4 name missing', '4 meter_size not-a-size', '4 multiplier not-positive',
      '5 number duplicate', '6 meter_serial duplicate',
      '7 name control-character', '7 multiplier not-a-number',
      '8 multiplier wrong-number-of-cells',
      '9 language not-a-language', '9 phone not-a-phone', '9 sequence not-a-number']);
  });

  it('is read with byte-order mark, CRLF, quoted line breaks, blank lines and columns in another order', async () => {
    const columns = headers.accounts.split(',').reverse();
    const row = account('200020', { name: '"Ortiz, ""Pepe"""', mailing_address: '"PO Box 1\r\nHollister, CA"' });
    const bytes = (line: string) => (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, ''));
    const reversed = bytes(row).slice(0, columns.length).reverse().join(',');
    const csv = Buffer.from(`\uFEFF${columns.join(',').toUpperCase()}\r\n\r\n${reversed}\r\n,,\r\n${account('x')}\r\n`);
    const answer = await imports.accounts(record, csv, { actor });
    expect(answer).toMatchObject({ rows: 2, accepted: 1 });
    expect(answer.rejected[0]?.line).toBe(6);
    expect(await accountView(record.db, '200020', today)).toMatchObject({ name: 'Ortiz, "Pepe"', mailingAddress: 'PO Box 1\nHollister, CA' });
  });

  it('is read as Windows-1252 when it is no UTF-8', async () => {
    const csv = Buffer.from(`${headers.accounts}\n${account('200021', { name: 'José Peña' })}\n`, 'latin1');
    expect(await imports.accounts(record, csv, { actor })).toMatchObject({ accepted: 1 });
    expect(await accountView(record.db, '200021', today)).toMatchObject({ name: 'José Peña' });
  });

  it('loses one row only to a quote that is never closed', async () => {
    const answer = await bring('accounts', [account('200030'), account('200031', { name: '"Lost' }), account('200032'), account('200033')]);
    expect(answer).toMatchObject({ rows: 4, accepted: 3 });
    expect(codes(answer)).toEqual(['3 number open-quote']);
  });

  it('is refused as a whole when its header is not that of its kind', async () => {
    const header = 'account,received_on,received_on,amount,reference,colour';
    const refusal = await imports.payments(record, `${header}\n`, { actor }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'shape', code: 'wrong-header' });
    expect((refusal as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual(['method', 'colour', 'received_on']);
    await expect(imports.payments(record, '', { actor })).rejects.toMatchObject({ code: 'wrong-header' });
  });

  it('keeps text that looks like a formula as the text it is', async () => {
    await bring('accounts', [account('200040', { name: '=HYPERLINK("x")' })]);
    expect(await accountView(record.db, '200040', today)).toMatchObject({ name: '=HYPERLINK("x")' });
  });

  it('never takes a meter or a payment from another account', async () => {
    await bring('accounts', [account('200050'), account('200051')]);
    await bring('payments', ['200050,2027-04-01,20.00,cash,P-1']);
    expect(codes(await bring('accounts', [account('200051', { meter_serial: 'M200050' })]))).toEqual(['2 meter_serial meter-on-another-account']);
    expect(codes(await bring('payments', ['200051,2027-04-01,20.00,cash,P-1']))).toEqual(['2 reference reference-taken']);
  });

  it('tells what it would do in a dry run, and writes nothing', async () => {
    await established('200060');
    const rows = [`200060,M200060,2027-04-10,${lastReading + 40},,jo`, '200060,M200060,2027-04-11,abc,,jo'];
    const answer = await bring('reads', rows, { dryRun: true });
    expect(answer).toMatchObject({ rows: 2, accepted: 1, opened: [], wouldOpen: 1 });
    expect(codes(answer)).toEqual(['3 reading not-a-number']);
    expect((await accountUsage(record.db, '200060', today)).reads).toHaveLength(usualYear.length);
    expect(await accountView(record.db, '200060', today)).toMatchObject({ openCases: 0 });
  });
});

describe('imported bills and payments', () => {
  it('make balance and past due: a bill is past due from the day after its due date', async () => {
    await bring('accounts', [account('200100')]);
    await bring('bills', ['200100,2027-02,2027-02-28,2027-03-20,10,60.00', '200100,2027-03,2027-03-31,2027-04-14,11,66.00']);
    await bring('payments', ['200100,2027-03-18,50.00,check,P-100']);
    expect(await accountView(record.db, '200100', '2027-04-14')).toMatchObject({ balance: '76.00', pastDue: '10.00' });
    expect(await accountView(record.db, '200100', '2027-04-15')).toMatchObject({ balance: '76.00', pastDue: '76.00' });
    await bring('payments', ['200100,2027-04-15,100.00,check,P-101']);
    expect(await accountView(record.db, '200100', today)).toMatchObject({ balance: '-24.00', pastDue: '0.00' });
  });

  it('are held against days that exist, plain figures and accounts that are known', async () => {
    const answer = await bring('bills', [
      '999999,2027-03,2027-03-31,2027-04-20,10,66.00',
      '200100,2027-13,2027-02-29,2027-04-20,-1,6x',
      '200100,2027-03,2027-03-31,2027-03-30,10,66.00',
      '200100,2027-04,9999-03-31,2027-05-30,1e5,1234567890123.00',
    ]);
    expect(codes(answer)).toEqual([
      '2 account unknown-account',
      '3 period not-a-month', '3 billed_on not-a-date', '3 use negative', '3 amount not-a-number',
      '4 due_on due-before-billed',
      '5 billed_on date-out-of-range', '5 use not-a-number', '5 amount too-large',
    ]);
  });
});

describe('an imported read', () => {
  it('opens no case while the use is usual (rule D3)', async () => {
    await established('200200');
    expect(await bring('reads', [`200200,M200200,2027-04-10,${lastReading + 21},,jo`])).toMatchObject({ accepted: 1, opened: [] });
  });

  it.each([
    ['high (rule D3)', lastReading + 28, '', 'high'],
    ['low (rule D2)', lastReading + 3, '', 'low'],
    ['no use at all (rule D1)', lastReading, '', 'zero'],
    ['a register that ran back (rule D1)', lastReading - 5, '', 'negative'],
    ['a figure that the register cannot show (rule D1)', 1_000_000, '', 'beyond-register'],
    ['a meter that was not read (rule D12)', '', 'NOACC', 'non-read'],
  ])('opens one case for %s', async (_what, reading, code, kind) => {
    const number = `R-${kind}`;
    await established(number);
    const answer = await bring('reads', [`${number},M${number},2027-04-10,${reading},${code},jo`]);
    expect(answer).toMatchObject({ accepted: 1, rejected: [], opened: [expect.stringMatching(/^HG-2027-\d{6}$/)] });
    const { rows } = await sql<{ kind: string; type: string; channel: string; actor: unknown }>`
      select e.kind, c.type, c.channel, v.actor from read_exception e join cases c on c.id = e.case_id
        join case_event v on v.case_id = c.id and v.seq = 1 where e.account_number = ${number}`.execute(record.db);
    expect(rows).toEqual([{ kind, type: 'high-consumption', channel: 'import', actor }]);
  });

  it('opens one case for a register that passed zero (rule D1)', async () => {
    await bring('accounts', [account('200310')]);
    const reads = monthlyReads('200310', usualYear).map((row, at) => row.replace(/,\d+,,/, `,${999_800 + at * 12},,`));
    await bring('reads', reads);
    const answer = await bring('reads', ['200310,M200310,2027-04-10,4,,jo']);
    expect(answer.opened).toHaveLength(1);
  });

  it('opens a case once for an account and period, and answers the same when the file comes again', async () => {
    await established('200320');
    const file = [`200320,M200320,2027-04-10,${lastReading + 40},,jo`];
    const first = await bring('reads', file);
    expect(first.opened).toHaveLength(1);
    expect(await bring('reads', file)).toEqual(first);
    expect(await bring('reads', [`200320,M200320,2027-04-20,${lastReading + 90},,jo`])).toMatchObject({ accepted: 1, opened: [] });
    expect(await accountView(record.db, '200320', today)).toMatchObject({ openCases: 1 });
  });

  it('opens one case, not two, when the same file comes twice at once', async () => {
    await established('200330');
    const file = [`200330,M200330,2027-04-10,${lastReading + 40},,jo`];
    const [one, other] = await Promise.all([bring('reads', file), bring('reads', file)]);
    expect(one).toEqual(other);
    expect(await accountView(record.db, '200330', today)).toMatchObject({ openCases: 1 });
  });

  it("opens none for what lies back in a meter's first file: only its last read is news", async () => {
    await bring('accounts', [account('200340'), account('200341')]);
    const spike = [...usualYear.slice(0, 6), 60, ...usualYear.slice(7)];
    const answer = await bring('reads', [...monthlyReads('200340', spike), ...monthlyReads('200341', [...usualYear, 40])]);
    expect(answer.opened).toHaveLength(1);
  });

  it('with a non-read code keeps no figure, whatever stands beside the code', async () => {
    await established('200350');
    await bring('reads', [`200350,M200350,2027-04-10,${lastReading + 5},fogged,jo`]);
    expect((await accountUsage(record.db, '200350', today)).reads.at(-1)).toMatchObject({ reading: null, nonReadCode: 'FOGGED' });
    expect((await usageRecords(record.db, '200350'))?.reads).toHaveLength(usualYear.length + 1);
  });

  it('is left out when its meter is not on its account, it says nothing, or it is below zero', async () => {
    await established('200360');
    const answer = await bring('reads', [
      '200360,M200320,2027-04-10,5,,jo',
      '200361,M200360,2027-04-10,5,,jo',
      '200360,M200360,2027-04-10,,,jo',
      '200360,M200360,2027-04-10,-5,,jo',
      '200360,M200360,2027-04-11,,DRAGON,jo',
      '200360,M200360,2027-02-30,5,,jo',
    ]);
    expect(codes(answer)).toEqual([
      '2 meter_serial unknown-meter', '3 account unknown-account', '4 reading missing', '5 reading negative',
      '6 non_read_code not-one-of', '7 read_on not-a-date',
    ]);
  });
});

describe('the list of accounts', () => {
  it('finds by any part of number, name, address, e-mail and meter, and goes on from its cursor', async () => {
    const find = async (q: string) => (await listAccounts(record.db, { q, limit: 50, today })).items.map(({ number }) => number);
    expect(await find('200021')).toEqual(['200021']);
    expect(await find('peña jos')).toEqual(['200021']);
    expect(await find('200100 main')).toEqual(['200100']);
    expect(await find('m2003')).toContain('200310');
    expect(await find('100%')).toEqual([]);
    const first = await listAccounts(record.db, { limit: 2, today });
    const second = await listAccounts(record.db, { limit: 2, today, cursor: first.nextCursor ?? '' });
    expect(first.items).toHaveLength(2);
    expect(second.items[0]?.number).toBe('200020');
    await expect(listAccounts(record.db, { limit: 2, today, cursor: 'bm9uZQ' })).rejects.toMatchObject({ code: 'invalid-cursor' });
  });
});
