import { type CaseEvent, escalationKey } from '@headgate/domain/case';
import { type Actor, procedureActor } from '@headgate/domain/people';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Orm } from '../connection.ts';
import { seedOffice } from '../demo/seed-office.ts';
import { demoStaff } from '../demo/staff.ts';
import { OfficeSource } from '../office/office.ts';
import { loadCase } from './loading.ts';
import { CaseRecord } from './record.ts';

const specialist: Actor = { kind: 'staff', name: 'specialist2', role: 'specialist-2' };
const opened = '2027-04-05T16:00:00.000Z';
/** Two weeks on: every step of every clock but the resolution's last two is reached. */
const later = '2027-04-19T16:00:00.000Z';

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let caseId: string;
const clock = { at: opened, now: () => clock.at };

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url, poolSize: 12 });
  record = new CaseRecord(orm, clock, new OfficeSource(orm));
  await seedOffice(record.db, demoStaff);
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});
beforeEach(async () => {
  clock.at = opened;
  const intake = { type: 'high-consumption', channel: 'phone', subject: 'High bill', details: {} } as const;
  caseId = (await record.open(intake, specialist)).id;
  clock.at = later;
});

const tick = { kind: 'tick', deadline: later } as const;
const escalations = async (): Promise<CaseEvent<'escalated'>[]> =>
  (await loadCase(record.db, caseId)).filter((event) => event.type === 'escalated');
const keys = async () => (await escalations()).map(({ data }) => escalationKey({ ...data, cycle: data.clockCycle }));
const mails = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from message where case_id = ${caseId}::uuid and audience = 'staff'`.execute(
    record.db,
  );
  return rows[0]?.count ?? -1;
};

describe('a tick in the record', () => {
  it('that breaks off between recording and telling leaves nothing behind, and is found again whole (GLPI)', async () => {
    const crash = record.inTransaction(async (tx) => {
      await tx.execute(caseId, tick, procedureActor);
      throw new Error('the power fails');
    });
    await expect(crash).rejects.toThrow('the power fails');
    expect([await keys(), await mails()]).toEqual([[], 0]);
    await record.execute(caseId, tick, procedureActor);
    expect([(await keys()).length > 0, (await mails()) > 0]).toEqual([true, true]);
  });

  it('is the same when it comes twelve times at once: each step has one event, and each person one mail', async () => {
    await Promise.all(Array.from({ length: 12 }, () => record.execute(caseId, tick, procedureActor)));
    const recorded = await keys();
    expect(recorded.length).toBeGreaterThan(4);
    expect(new Set(recorded).size).toBe(recorded.length);
    const told = new Set((await escalations()).flatMap(({ data }) => data.told));
    expect(await mails()).toBe(told.size);
  });
});
