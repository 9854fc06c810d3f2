import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@headgate/domain/people';
import { CaseRecord, connect, imports, OfficeSource, type Orm, seedOffice } from '@headgate/persistence';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { sql } from 'kysely';
import { pino } from 'pino';
import { rehearsalMail } from './rehearsal/mail.ts';
import { keepSchedules, officeSchedules } from './schedules.ts';
import { type RunningWorker, startWorker } from './worker.ts';
import { workflowBundle } from './workflow-bundle.ts';

const billing: Actor = { kind: 'import', name: 'billing' };
const clock = { at: '2027-03-15T18:00:00.000Z', now: () => clock.at };

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let server: TestWorkflowEnvironment;
let mail: Awaited<ReturnType<typeof rehearsalMail>>;
let worker: RunningWorker;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url, poolSize: 12 });
  record = new CaseRecord(orm, clock, new OfficeSource(orm));
  await seedOffice(record.db);
  await register();
  server = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path: String(process.env.TEMPORAL_CLI) } },
  });
  mail = await rehearsalMail();
  worker = await startWorker({
    record,
    address: server.address,
    namespace: server.namespace ?? 'default',
    taskQueue: 'schedules',
    slots: 4,
    mail: mail.activities(record),
    bundle: await workflowBundle(),
    log: pino({ level: 'silent' }),
  });
}, 120_000);

afterAll(async () => {
  await worker?.stop();
  await mail?.close();
  await server?.teardown();
  await orm?.close(true);
  await database?.drop();
}, 60_000);

/** Three accounts with a bill due on the last of March, before it is due. */
async function register(): Promise<void> {
  const header =
    'number,name,class,dwelling,language,email,phone,service_address,mailing_address,route,sequence,meter_serial,meter_size,register_digits,unit,multiplier';
  const accounts = ['300001', '300002', '300003'].map(
    (number) => `${number},N,residential,yes,en,,,${number} Main Street,,R01,10,M${number},5/8,6,CCF,1`,
  );
  await imports.accounts(record, [header, ...accounts].join('\n'), { actor: billing });
  const bills = ['300001', '300002', '300003'].map((number) => `${number},2027-02,2027-03-01,2027-03-30,10,80.00`);
  await imports.bills(record, ['account,period,billed_on,due_on,use,amount', ...bills].join('\n'), { actor: billing });
  const paid = 'account,received_on,amount,method,reference\n300003,2027-03-10,80.00,check,P-1';
  await imports.payments(record, paid, { actor: billing });
}

async function delinquencies(): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    select account_number as account from cases where type = 'delinquency' order by 1`.execute(record.db);
  return rows.map(({ account }) => account);
}

async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    await pause(100);
  }
  throw new Error('it did not come to pass within 20 seconds');
}

const runs = async () => (await server.client.schedule.getHandle('past-due-review').describe()).info.numActionsTaken;

/** One run of the review, from its trigger to its end. */
async function reviewed(): Promise<number> {
  const before = await runs();
  await server.client.schedule.getHandle('past-due-review').trigger();
  await eventually(async () => ((await runs()) > before ? true : null));
  const { recentActions } = (await server.client.schedule.getHandle('past-due-review').describe()).info;
  const last = recentActions.at(-1)?.action;
  if (!last) throw new Error('the schedule has started nothing');
  return await server.client.workflow.getHandle(last.workflow.workflowId, last.workflow.firstExecutionRunId).result();
}

describe('what the office does by itself', () => {
  it('is kept in Temporal as it is written, once, however often the worker starts', async () => {
    await eventually(async () => (await server.client.schedule.getHandle('past-due-review').describe()) && true);
    await server.client.schedule.getHandle('past-due-review').pause('the operator looks into it');
    await keepSchedules(server.client, 'schedules');
    await keepSchedules(server.client, 'schedules');
    const kept: string[] = [];
    for await (const { scheduleId } of server.client.schedule.list()) kept.push(scheduleId);
    expect(kept.sort()).toEqual(officeSchedules.map(({ id }) => id).sort());
    const { state, spec } = await server.client.schedule.getHandle('past-due-review').describe();
    expect(state).toMatchObject({ paused: true, note: 'the operator looks into it' });
    expect(spec.timezone).toBe('America/Los_Angeles');
    await server.client.schedule.getHandle('past-due-review').unpause();
  }, 60_000);

  it('opens nothing on the due date, on which a bill may still be paid', async () => {
    clock.at = '2027-03-30T18:00:00.000Z';
    expect(await reviewed()).toBe(0);
    expect(await delinquencies()).toEqual([]);
  }, 60_000);

  it('opens a delinquency for each account past due, and none a second time (F1)', async () => {
    clock.at = '2027-04-01T12:00:00.000Z';
    expect(await reviewed()).toBe(2);
    expect(await reviewed()).toBe(0);
    expect(await delinquencies()).toEqual(['300001', '300002']);
  }, 60_000);
});
