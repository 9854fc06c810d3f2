import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { account, ImportingOffice } from './imports/imports.steps.ts';
import { openDelinquencies } from './past-due.ts';

/** The office's clock stands at 15 April 2027. */
let office: ImportingOffice;
const late = ['500001', '500002', '500003', '500004', '500005'];

beforeAll(async () => {
  office = await ImportingOffice.open();
  await office.bring(
    'accounts',
    [...late, '500006', '500007'].map((number) => account(number)),
  );
  // Written past the import, which would open the cases itself.
  for (const number of late) await bill(number, '2027-02', '2027-03-20', '80.00');
  await bill('500006', '2027-03', '2027-04-15', '80.00');
  await bill('500007', '2027-02', '2027-03-20', '80.00');
  await office.bring('payments', ['500007,2027-03-10,80.00,check,P-1']);
});

afterAll(() => office?.close());

async function bill(number: string, period: string, dueOn: string, amount: string): Promise<void> {
  await sql`
    insert into bill (account_number, period, billed_on, due_on, use, amount)
    values (${number}, ${period}, ${`${period}-27`}, ${dueOn}, 10, ${amount})`.execute(office.record.db);
}

const cases = async () => {
  const { rows } = await sql<{ account: string }>`
    select account_number as account from cases where type = 'delinquency' order by 1`.execute(office.record.db);
  return rows.map((row) => row.account);
};

async function happenings(number: string) {
  const { rows } = await sql<{ kind: string; data: object }>`
    select e.data->>'kind' as kind, e.data->'data' as data from case_event e join cases c on c.id = e.case_id
     where c.account_number = ${number} and e.type = 'happened' order by e.seq`.execute(office.record.db);
  return rows;
}

describe('the review of accounts past due', () => {
  it('opens some at a time, goes on where it was cut off, and takes up each account and bill once', async () => {
    const first = await openDelinquencies(office.record, null, 2);
    expect([first.opened.length, first.next]).toEqual([2, '500002']);
    // It is cut off here and begins anew: what is open already is passed over.
    const anew = await openDelinquencies(office.record, null, 2);
    expect([anew.opened.length, anew.next]).toEqual([2, '500004']);
    const rest = await openDelinquencies(office.record, anew.next, 2);
    expect([rest.opened.length, rest.next]).toEqual([1, null]);
    expect(await cases()).toEqual(late);
    expect((await openDelinquencies(office.record, null)).opened).toEqual([]);
  });

  it('passes over a bill that is due today or paid (F1)', async () => {
    expect(await cases()).not.toEqual(expect.arrayContaining(['500006']));
    expect(await cases()).not.toEqual(expect.arrayContaining(['500007']));
  });
});

describe('a bill that comes while another is collected', () => {
  it('is told to the case once, as a current charge that an arrangement asks for too (B11)', async () => {
    const row = '500001,2027-04,2027-04-12,2027-05-10,9,72.5';
    await office.bring('bills', [row]);
    await office.bring('bills', [row]);
    expect(await happenings('500001')).toEqual([
      { kind: 'current-charge', data: { dueOn: '2027-05-10', amount: '72.50' } },
    ]);
  });

  it('opens no second case beside it', async () => {
    await office.bring('bills', ['500002,2027-03,2027-03-15,2027-04-10,9,72.50']);
    expect((await cases()).filter((number) => number === '500002')).toHaveLength(1);
  });
});
