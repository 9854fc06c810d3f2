import { type CaseState, foldCase } from '@headgate/domain/case';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { CaseRecord } from '../../case/record.ts';
import { connect, type Orm } from '../../connection.ts';
import { seedDemo } from '../../demo/seed-demo.ts';
import { OfficeSource } from '../../office/office.ts';
import { accountView } from '../account-view.ts';
import { activateAccount, debtsOf, enterService, freePlace, isMeterFree } from './index.ts';

const now = '2027-03-10T18:00:00.000Z';
const today = '2027-03-10';

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url });
  record = new CaseRecord(orm, { now: () => now }, new OfficeSource(orm));
  await seedDemo(record, { size: { accounts: 6, cases: 0 }, hash: async () => '' });
  await sql`insert into bill (account_number, period, billed_on, due_on, use, amount)
    values ('100005', '2020-01', '2020-02-01', '2020-03-01', 1, 84.10)`.execute(record.db);
}, 120_000);

afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

const meter = {
  serial: 'M-77',
  size: '3/4',
  registerDigits: 6,
  unit: 'CCF',
  multiplier: '1',
  setOn: '2027-03-08',
  firstReading: '0.125',
  readOn: '2027-03-09',
};

interface Given {
  readonly account?: string;
  readonly applicant?: string;
  readonly serial?: string;
  readonly active?: string;
  readonly details?: Record<string, unknown>;
}

/** An application whose meter is set and placed. */
function application({ account, applicant, serial = 'M-77', active, details = {} }: Given = {}): CaseState {
  const by = { kind: 'staff', name: 's', role: 'supervisor' } as const;
  const event = (seq: number, type: string, data: object) => ({ seq, type, at: now, actor: by, data }) as never;
  return foldCase('01900000-0000-7000-8000-000000000001', [
    event(1, 'case-opened', {
      type: 'new-service',
      number: 'HG-1',
      accountNumber: account ?? null,
      requester: applicant ? { name: applicant, email: 'new@example.org' } : null,
      details: { applicant: 'owner', parcel: '014-220-031', use: 'residential', flow: '12', ...details },
    }),
    event(2, 'meter-placed', { ...meter, serial }),
    event(3, 'route-placed', { route: 'R77', sequence: 30, accessNote: 'dog' }),
    ...(active ? [event(4, 'account-activated', { accountNumber: active, on: today })] : []),
  ]);
}

const nameOf = async (number: string) => (await accountView(record.db, number, today))?.name ?? '';
const owedOn = async (number: string) => (await accountView(record.db, number, today))?.pastDue;

describe('what the register holds against an applicant (F20)', () => {
  it('is the past due of the applicant’s own account', async () => {
    const own = application({ account: '100005', applicant: (await nameOf('100005')).toUpperCase() });
    expect(await debtsOf(record.db, own, today)).toEqual({ applicantOwes: await owedOn('100005'), parcelOwes: '0.00' });
    expect(Number(await owedOn('100005'))).toBeGreaterThan(84);
  });

  it('is never what another left on the parcel, whichever way the account is named', async () => {
    const parcelOwes = await owedOn('100005');
    const byCase = application({ account: '100005', applicant: 'Nora Newcomer' });
    const byIntake = application({ applicant: 'Nora Newcomer', details: { parcelAccount: '100005' } });
    expect(await debtsOf(record.db, byCase, today)).toEqual({ applicantOwes: '0.00', parcelOwes });
    expect(await debtsOf(record.db, byIntake, today)).toEqual({ applicantOwes: '0.00', parcelOwes });
  });

  it('is nothing for who has no account', async () => {
    expect(await debtsOf(record.db, application({ applicant: 'Nora Newcomer' }), today)).toEqual({
      applicantOwes: '0.00',
      parcelOwes: '0.00',
    });
  });
});

describe('a new service in the register', () => {
  it('has its place, its meter and first read, and an account that is not active before it is activated', async () => {
    const state = application({
      applicant: 'Nora Newcomer',
      details: { serviceAddress: '40 Canal Road', language: 'es' },
    });
    const number = await record.inTransaction(({ db }) => enterService(db, state));
    expect(number).toBe('100007');
    expect(await accountView(record.db, number, today)).toMatchObject({
      name: 'Nora Newcomer',
      class: 'residential',
      dwelling: 'yes',
      status: 'inactive',
      language: 'es',
      serviceAddress: '40 Canal Road',
      route: 'R77',
      sequence: 30,
      meter: { serial: 'M-77', size: '3/4' },
      balance: '0.00',
    });
    const { rows } =
      await sql`select reading::text, read_on::text from meter_read where account_number = ${number}`.execute(
        record.db,
      );
    expect(rows).toEqual([{ reading: '0.125', read_on: '2027-03-09' }]);
    await activateAccount(record.db, application({ active: number }));
    expect(await accountView(record.db, number, today)).toMatchObject({ status: 'active' });
  });

  it('of a customer who has one already goes under the same customer', async () => {
    const name = await nameOf('100001');
    const number = await record.inTransaction(({ db }) =>
      enterService(db, application({ account: '100001', applicant: name, serial: 'M-78' })),
    );
    const { rows } = await sql<{ same: boolean }>`
      select count(distinct customer_id) = 1 as same from account where number in ('100001', ${number})`.execute(
      record.db,
    );
    expect(rows[0]?.same).toBe(true);
  });

  it('takes no meter that another account has in place, and one that was removed', async () => {
    expect(await isMeterFree(record.db, application({ serial: 'M-78' }))).toBe(false);
    expect(await isMeterFree(record.db, application({ serial: 'M-79' }))).toBe(true);
    await sql`update meter set removed_on = '2027-03-09' where serial = 'M-78'`.execute(record.db);
    expect(await isMeterFree(record.db, application({ serial: 'M-78' }))).toBe(true);
    const number = await record.inTransaction(({ db }) =>
      enterService(db, application({ applicant: 'Otto Other', serial: 'M-78' })),
    );
    expect((await accountView(record.db, number, today))?.meter?.serial).toBe('M-78');
  });

  it('is given the end of the shortest route of its kind', async () => {
    const home = await freePlace(record.db, application());
    const farm = await freePlace(record.db, application({ details: { use: 'agricultural' } }));
    expect(home.route).toMatch(/^R/);
    expect(farm.route).toMatch(/^A/);
    expect(home.sequence % 10).toBe(0);
  });

  it('has the next number also when two are entered at once', async () => {
    const enter = (serial: string) =>
      record.inTransaction(({ db }) => enterService(db, application({ applicant: serial, serial })));
    const numbers = await Promise.all([enter('M-90'), enter('M-91')]);
    expect(new Set(numbers).size).toBe(2);
  });
});
