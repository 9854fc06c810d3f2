import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accountView } from '../account-view.ts';
import { accountUsage } from '../usage.ts';
import { account, actor, codes, headers, ImportingOffice, lastReading, today, usualYear } from './imports.steps.ts';
import { imports } from './index.ts';

let office: ImportingOffice;

beforeAll(async () => {
  office = await ImportingOffice.open();
});

afterAll(async () => {
  await office?.close();
});

describe('an imported file', () => {
  it('brings accounts in, with their meter, and changes them when they come again', async () => {
    expect(await office.bring('accounts', [account('200001')])).toMatchObject({
      rows: 1,
      accepted: 1,
      rejected: [],
      opened: [],
    });
    await office.bring('accounts', [
      account('200001', { name: 'María Núñez', phone: '', meter_serial: 'M200001B', meter_size: '1 1/2"' }),
    ]);
    expect(await accountView(office.record.db, '200001', today)).toEqual({
      number: '200001',
      name: 'María Núñez',
      class: 'residential',
      dwelling: 'yes',
      status: 'active',
      language: 'en',
      email: 'a200001@example.org',
      serviceAddress: '200001 Main Street',
      mailingAddress: '200001 Main Street',
      route: 'R01',
      sequence: 10,
      meter: { serial: 'M200001B', size: '1.5', registerDigits: 6, unit: 'CCF', multiplier: '1' },
      balance: '0.00',
      pastDue: '0.00',
      openCases: 0,
    });
  });

  it('writes nothing anew that is as it was: the same file may come every hour', async () => {
    const files = [
      ['accounts', [account('200002'), account('200003')]],
      ['reads', ['200002,M200002,2027-04-01,100,,jo', '200003,M200003,2027-04-01,,NOACC,jo']],
      ['bills', ['200002,2027-03,2027-03-31,2027-04-20,10,66.00']],
      ['payments', ['200002,2027-04-02,66.00,check,P-2']],
    ] as const;
    const versions = async () => {
      const { rows } = await sql<{ version: string }>`
        select (select string_agg(xmin::text, ' ') from customer) || (select string_agg(xmin::text, ' ') from service_location)
          || (select string_agg(xmin::text, ' ') from account) || (select string_agg(xmin::text, ' ') from meter)
          || (select string_agg(xmin::text, ' ') from meter_read) || (select string_agg(xmin::text, ' ') from bill)
          || (select string_agg(xmin::text, ' ') from payment) as version`.execute(office.record.db);
      return rows[0]?.version;
    };
    for (const [kind, rows] of files) await office.bring(kind, rows);
    const before = await versions();
    for (const [kind, rows] of files) expect(await office.bring(kind, rows)).toMatchObject({ accepted: rows.length });
    expect(before).toBeTruthy();
    expect(await versions()).toBe(before);
  });

  it('names each bad row by line and column, and keeps the good ones', async () => {
    const answer = await office.bring('accounts', [
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
      '3 class not-one-of',
      '3 email not-an-email',
      '3 register_digits not-a-number',
      '4 name missing',
      '4 meter_size not-a-size',
      '4 multiplier not-positive',
      '5 number duplicate',
      '6 meter_serial duplicate',
      '7 name control-character',
      '7 multiplier not-a-number',
      '8 multiplier wrong-number-of-cells',
      '9 language not-a-language',
      '9 phone not-a-phone',
      '9 sequence not-a-number',
    ]);
  });

  it('is read with byte-order mark, CRLF, quoted line breaks, blank lines and columns in another order', async () => {
    const columns = headers.accounts.split(',').reverse();
    const row = account('200020', { name: '"Ortiz, ""Pepe"""', mailing_address: '"PO Box 1\r\nHollister, CA"' });
    const bytes = (line: string) =>
      (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, ''));
    const reversed = bytes(row).slice(0, columns.length).reverse().join(',');
    const csv = Buffer.from(`\uFEFF${columns.join(',').toUpperCase()}\r\n\r\n${reversed}\r\n,,\r\n${account('x')}\r\n`);
    const answer = await imports.accounts(office.record, csv, { actor });
    expect(answer).toMatchObject({ rows: 2, accepted: 1 });
    expect(answer.rejected[0]?.line).toBe(6);
    expect(await accountView(office.record.db, '200020', today)).toMatchObject({
      name: 'Ortiz, "Pepe"',
      mailingAddress: 'PO Box 1\nHollister, CA',
    });
  });

  it('is read as Windows-1252 when it is no UTF-8', async () => {
    const csv = Buffer.from(`${headers.accounts}\n${account('200021', { name: 'José Peña' })}\n`, 'latin1');
    expect(await imports.accounts(office.record, csv, { actor })).toMatchObject({ accepted: 1 });
    expect(await accountView(office.record.db, '200021', today)).toMatchObject({ name: 'José Peña' });
  });

  it('loses one row only to a quote that is never closed', async () => {
    const answer = await office.bring('accounts', [
      account('200030'),
      account('200031', { name: '"Lost' }),
      account('200032'),
      account('200033'),
    ]);
    expect(answer).toMatchObject({ rows: 4, accepted: 3 });
    expect(codes(answer)).toEqual(['3 number open-quote']);
  });

  it('is refused as a whole when its header is not that of its kind', async () => {
    const header = 'account,received_on,received_on,amount,reference,colour';
    const refusal = await imports.payments(office.record, `${header}\n`, { actor }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ kind: 'shape', code: 'wrong-header' });
    expect((refusal as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
      'method',
      'colour',
      'received_on',
    ]);
    await expect(imports.payments(office.record, '', { actor })).rejects.toMatchObject({ code: 'wrong-header' });
  });

  it('keeps text that looks like a formula as the text it is', async () => {
    await office.bring('accounts', [account('200040', { name: '=HYPERLINK("x")' })]);
    expect(await accountView(office.record.db, '200040', today)).toMatchObject({ name: '=HYPERLINK("x")' });
  });

  it('never takes a meter or a payment from another account', async () => {
    await office.bring('accounts', [account('200050'), account('200051')]);
    await office.bring('payments', ['200050,2027-04-01,20.00,cash,P-1']);
    expect(codes(await office.bring('accounts', [account('200051', { meter_serial: 'M200050' })]))).toEqual([
      '2 meter_serial meter-on-another-account',
    ]);
    expect(codes(await office.bring('payments', ['200051,2027-04-01,20.00,cash,P-1']))).toEqual([
      '2 reference reference-taken',
    ]);
  });

  it('tells what it would do in a dry run, and writes nothing', async () => {
    await office.establish('200060');
    const rows = [`200060,M200060,2027-04-10,${lastReading + 40},,jo`, '200060,M200060,2027-04-11,abc,,jo'];
    const answer = await office.bring('reads', rows, { dryRun: true });
    expect(answer).toMatchObject({ rows: 2, accepted: 1, opened: [], wouldOpen: 1 });
    expect(codes(answer)).toEqual(['3 reading not-a-number']);
    expect((await accountUsage(office.record.db, '200060', today)).reads).toHaveLength(usualYear.length);
    expect(await accountView(office.record.db, '200060', today)).toMatchObject({ openCases: 0 });
  });
});

describe('imported bills and payments', () => {
  it('make balance and past due: a bill is past due from the day after its due date', async () => {
    await office.bring('accounts', [account('200100')]);
    await office.bring('bills', [
      '200100,2027-02,2027-02-28,2027-03-20,10,60.00',
      '200100,2027-03,2027-03-31,2027-04-14,11,66.00',
    ]);
    await office.bring('payments', ['200100,2027-03-18,50.00,check,P-100']);
    expect(await accountView(office.record.db, '200100', '2027-04-14')).toMatchObject({
      balance: '76.00',
      pastDue: '10.00',
    });
    expect(await accountView(office.record.db, '200100', '2027-04-15')).toMatchObject({
      balance: '76.00',
      pastDue: '76.00',
    });
    await office.bring('payments', ['200100,2027-04-15,100.00,check,P-101']);
    expect(await accountView(office.record.db, '200100', today)).toMatchObject({ balance: '-24.00', pastDue: '0.00' });
  });

  it('are held against days that exist, plain figures and accounts that are known', async () => {
    const answer = await office.bring('bills', [
      '999999,2027-03,2027-03-31,2027-04-20,10,66.00',
      '200100,2027-13,2027-02-29,2027-04-20,-1,6x',
      '200100,2027-03,2027-03-31,2027-03-30,10,66.00',
      '200100,2027-04,9999-03-31,2027-05-30,1e5,1234567890123.00',
    ]);
    expect(codes(answer)).toEqual([
      '2 account unknown-account',
      '3 period not-a-month',
      '3 billed_on not-a-date',
      '3 use negative',
      '3 amount not-a-number',
      '4 due_on due-before-billed',
      '5 billed_on date-out-of-range',
      '5 use not-a-number',
      '5 amount too-large',
    ]);
  });
});
