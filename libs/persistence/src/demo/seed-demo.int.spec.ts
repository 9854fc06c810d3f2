import { foldCase, forecast } from '@headgate/domain/case';
import { assembleUsage, isHigh } from '@headgate/domain/metering';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { advance } from '@headgate/workflows/advance';
import { procedures } from '@headgate/workflows/all-workflows';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { genesis, hashOf } from '../case/chain.ts';
import { loadCase } from '../case/loading.ts';
import { caughtUp, look, proceed, recordFact, tickCase } from '../case/procedure.ts';
import { CaseRecord } from '../case/record.ts';
import { project } from '../case/rows.ts';
import { connect, type Orm } from '../connection.ts';
import { OfficeSource } from '../office/office.ts';
import { CasesBehind } from '../outbox/cases-behind.ts';
import { accountView } from '../register/account-view.ts';
import { accountUsage, usageRecords } from '../register/usage.ts';
import { type Seeded, seedDemo } from './seed-demo.ts';
import { demoStaff } from './staff.ts';

const now = '2027-03-10T18:00:00.000Z';
const today = '2027-03-10';
const size = { accounts: 150, cases: 100, landholders: 12 };
const hash = async (password: string) => `hash of ${password}`;

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let seeded: Seeded | null;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url });
  record = new CaseRecord(orm, { now: () => now }, new OfficeSource(orm));
  seeded = await seedDemo(record, { size, hash });
}, 120_000);

afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

interface CaseHead {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly head_hash: string;
  readonly seq: number;
}

const allCases = async () => {
  const { rows } = await sql<CaseHead>`select id, number, status, head_hash, seq from cases order by opened_at`.execute(
    record.db,
  );
  return rows;
};

describe('the demo district', () => {
  it('is as large as was asked, with cases that are open and cases that have ended', async () => {
    const heads = await allCases();
    expect(seeded).toEqual({
      accounts: 150,
      cases: heads.length,
      open: heads.filter(({ status }) => ['open', 'on-hold'].includes(status)).length,
    });
    expect(heads.length).toBeGreaterThan(90);
    expect(seeded?.open).toBeGreaterThan(2);
    expect(heads.map(({ status }) => status)).toEqual(expect.arrayContaining(['open', 'resolved', 'closed']));
  });

  it('has its ten people, who may sign in', async () => {
    const { rows } = await sql<{
      username: string;
      leads: string | null;
      password_hash: string;
    }>`select * from staff`.execute(record.db);
    expect(rows).toHaveLength(10);
    expect(
      rows
        .filter(({ leads }) => leads)
        .map(({ username, leads }) => `${username}: ${leads}`)
        .sort(),
    ).toEqual([
      'accounting: accounting',
      'engineering: engineering',
      'manager: management',
      'operations: operations',
      'specialist3: customer-service',
      'technician: water-resources',
    ]);
    expect(rows.every(({ password_hash }) => password_hash === 'hash of headgate-demo')).toBe(true);
    expect(demoStaff.every(({ username, email }) => email === `${username}@headgate.example`)).toBe(true);
  });

  it('holds the accounts that the office counts on', async () => {
    const classOf = async (number: string) => await accountView(record.db, number, today);
    expect(await classOf('100001')).toMatchObject({
      class: 'residential',
      email: expect.any(String),
      openCases: 0,
      pastDue: '0.00',
    });
    expect(await classOf('100002')).toMatchObject({
      class: 'residential',
      email: expect.any(String),
      openCases: 0,
      pastDue: '0.00',
    });
    expect(await classOf('100003')).toMatchObject({ class: 'agricultural', meter: { unit: 'AF' } });
    expect(await classOf('100004')).toMatchObject({ class: 'commercial' });
    const { rows } =
      await sql`select from cases where account_number in ('100001', '100002', '100003', '100004')`.execute(record.db);
    expect(rows).toEqual([]);
  });

  it('read 100001 last at three times the same period last year (rule D3), and 100002 as usual', async () => {
    const usageOf = async (number: string) => {
      const records = await usageRecords(record.db, number);
      return records && assembleUsage(records);
    };
    const tripled = await usageOf('100001');
    expect(tripled?.usual?.basis).toBe('same-period-last-year');
    expect(Number(tripled?.use)).toBe(Number(tripled?.usual?.use) * 3);
    expect(tripled?.bill?.use).toBe(tripled?.use);
    expect(tripled && isHigh(tripled)).toBe(true);
    const usual = await usageOf('100002');
    expect(usual && isHigh(usual)).toBe(false);
  });

  it('has two years of reads and bills, and accounts that are past due', async () => {
    const { reads, bills } = await accountUsage(record.db, '100002', today);
    expect(bills).toHaveLength(24);
    expect(reads.length).toBeGreaterThanOrEqual(24);
    const { rows } = await sql<{ balance: string }>`select balance from account_balance where balance > 0`.execute(
      record.db,
    );
    expect(rows.length).toBeGreaterThan(5);
  });

  it('has nothing to deliver: no outbox, and every message gone', async () => {
    const { rows: outbox } = await sql`select from outbox`.execute(record.db);
    expect(outbox).toEqual([]);
    const { rows: states } = await sql<{
      state: string;
    }>`select distinct state from message where state <> 'withdrawn'`.execute(record.db);
    expect(states).toEqual([{ state: 'sent' }]);
  });

  it('is not written a second time', async () => {
    expect(await seedDemo(record, { size, hash })).toBeNull();
    expect((await allCases()).length).toBe(seeded?.cases);
  });
});

describe('a case of the past', () => {
  it('has a chain of hashes from its first event to its head, without a gap', async () => {
    for (const { id, number, head_hash, seq } of await allCases()) {
      const { rows } = await sql<{ seq: number; hash: string; prev: string }>`
        select seq, hash, prev from case_event where case_id = ${id} order by seq`.execute(record.db);
      const events = await loadCase(record.db, id);
      let prev = genesis;
      for (const [at, event] of events.entries()) {
        expect([number, event.seq, rows[at]?.prev]).toEqual([number, at + 1, prev]);
        prev = hashOf(id, event, prev);
        expect(rows[at]?.hash).toBe(prev);
      }
      expect([number, prev, events.length]).toEqual([number, head_hash, seq]);
    }
  });

  it('is the row that its events fold to, with its tasks', async () => {
    const office = await record.office.current();
    for (const { id } of await allCases()) {
      const events = await loadCase(record.db, id);
      const state = foldCase(id, events);
      const expected = project(state, events, forecast(state, office, now), null);
      const { rows } = await sql<{ same: boolean; tasks: boolean }>`
        select (select bool_and(to_jsonb(c) -> key is not distinct from to_jsonb(e) -> key)
                  from jsonb_object_keys(to_jsonb(e) - '{search_text,search,head_hash,advanced_seq}'::text[]) key) as same,
               (select count(*) from task t where t.case_id = c.id) = jsonb_array_length(${JSON.stringify(expected.tasks)}::jsonb)
                 and not exists (select from jsonb_populate_recordset(null::task, ${JSON.stringify(expected.tasks)}::jsonb) x
                   left join task t on t.id = x.id where to_jsonb(t) is distinct from to_jsonb(x)) as tasks
          from cases c, jsonb_populate_record(null::cases, ${JSON.stringify(expected.caseRow)}::jsonb) e where c.id = ${id}`.execute(
        record.db,
      );
      expect([state.number, rows[0]]).toEqual([state.number, { same: true, tasks: true }]);
    }
  });

  it('keeps time: its events never run backwards, nor past now, and what is open has its deadline ahead', async () => {
    const { rows } = await sql<{ number: string }>`
      select c.number from cases c where exists (select from (select at, lag(at) over (order by seq) as before from case_event e
        where e.case_id = c.id) t where at < before or at > ${now})
      union all
      select number from cases where status in ('open', 'on-hold') and (next_deadline is null or next_deadline <= ${now}::timestamptz - interval '1 minute')
      union all
      select number from cases where status not in ('open', 'on-hold') and advanced_seq <> seq`.execute(record.db);
    expect(rows).toEqual([]);
  });

  it('is taken on by the reconciler while it is open, and its procedure asks nothing that is not recorded', async () => {
    const open = (await allCases()).filter(({ status }) => status === 'open' || status === 'on-hold');
    const behind = await new CasesBehind(record).behind('2027-03-10T18:02:00.000Z', 1_000);
    expect(behind.map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
    const activities = {
      look: (id: string) => look(record, id),
      proceed: (id: string, commands: Parameters<typeof proceed>[2], asOf: number) =>
        proceed(record, id, commands, asOf),
      recordFact: (id: string, asked: Parameters<typeof recordFact>[2], asOf: number) =>
        recordFact(record, id, asked, asOf),
      tick: (id: string, deadline: string) => tickCase(record, id, deadline),
      caughtUp: (id: string, seq: number) => caughtUp(record, id, seq),
    };
    for (const { id, number, seq } of open) {
      const { view } = await advance(activities, await look(record, id), procedures);
      expect([number, view.seq]).toEqual([number, seq]);
    }
  });
});
