import type { Actor } from '@headgate/domain/people';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../clock.ts';
import { connect, type Orm } from '../connection.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { OfficeSource } from '../office/office.ts';
import { findAccount, loadCase } from './loading.ts';
import { CaseRecord } from './record.ts';

const specialist: Actor = { kind: 'staff', name: 'specialist2', role: 'specialist-2' };
let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let account = 100_001;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url });
  record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  await seedDemo(record, { size: { accounts: 20, cases: 0 }, hash: async () => '' });
}, 60_000);

beforeEach(() => {
  account += 1;
});

afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

const disputeBill = async () => {
  const opening = { type: 'high-consumption', channel: 'phone', subject: 'High bill', details: {} } as const;
  return (await record.open({ ...opening, accountNumber: String(account) }, specialist)).id;
};

const collect = async () => {
  const details = { service: 'residential', amount: '80.00', billedOn: '2026-08-01', dueOn: '2026-08-20' };
  const opening = {
    type: 'delinquency',
    channel: 'import',
    subject: 'Past due',
    accountNumber: String(account),
    details,
  } as const;
  return (await record.open(opening, specialist)).id;
};

const heardBy = async (id: string) =>
  (await loadCase(record.db, id)).map(({ type }) => String(type)).filter((type) => type.startsWith('dispute-'));

const end = (id: string) =>
  record.execute(id, { kind: 'resolve', outcome: 'usual-use', note: 'explained' }, specialist);

describe('a dispute pending keeps collection off (rule B16)', () => {
  it('is heard by the case that collects, in the transaction that opens it, and its end likewise', async () => {
    const collecting = await collect();
    const disputing = await disputeBill();
    expect(await heardBy(collecting)).toEqual(['dispute-opened']);
    await end(disputing);
    expect(await heardBy(collecting)).toEqual(['dispute-opened', 'dispute-closed']);
  });

  it('lasts until the last of two disputes has ended', async () => {
    const collecting = await collect();
    const [first, second] = [await disputeBill(), await disputeBill()];
    await end(first);
    expect(await heardBy(collecting)).not.toContain('dispute-closed');
    await end(second);
    expect(await heardBy(collecting)).toContain('dispute-closed');
  });

  it('binds a collection that begins while the dispute is open already', async () => {
    await disputeBill();
    await collect();
    expect((await findAccount(record.db, String(account)))?.account.disputed).toBe(true);
  });

  it('is taken up again when the disputing case is reopened', async () => {
    const collecting = await collect();
    const disputing = await disputeBill();
    await end(disputing);
    await record.execute(disputing, { kind: 'reopen', reason: 'the customer doubts it' }, specialist);
    expect(await heardBy(collecting)).toEqual(['dispute-opened', 'dispute-closed', 'dispute-opened']);
  });

  it('leaves the collection on another account alone', async () => {
    const collecting = await collect();
    account += 1;
    await disputeBill();
    expect(await heardBy(collecting)).toEqual([]);
  });
});
