import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  askForCampaign,
  CaseRecord,
  campaignOf,
  connect,
  imports,
  OfficeSource,
  type Orm,
  seedOffice,
} from '@headgate/persistence';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { sql } from 'kysely';
import { pino } from 'pino';
import { Campaigns } from './campaigns.ts';
import { keepSchedules } from './schedules.ts';

const LANDHOLDERS = 5_000;
const today = '2026-11-02';
const now = `${today}T14:00:00.000Z`;
const by = { name: 'technician', now, today };

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let server: TestWorkflowEnvironment;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url, poolSize: 6 });
  record = new CaseRecord(orm, { now: () => now }, new OfficeSource(orm));
  await seedOffice(record.db);
  await enterLand();
  server = await TestWorkflowEnvironment.createLocal({
    server: { executable: { type: 'existing-path', path: String(process.env.TEMPORAL_CLI) } },
  });
}, 120_000);

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await server?.teardown();
  await orm?.close(true);
  await database?.drop();
}, 60_000);

/** Everybody has 300 acres, of which a form is due. */
async function enterLand(): Promise<void> {
  await sql`insert into district_standing (from_on, district, applicability, source)
    values ('1990-01-01', 'ours', 'discretionary', 'contract of 1990')`.execute(record.db);
  const ids = Array.from({ length: LANDHOLDERS }, (_, at) => `lh-${String(at).padStart(5, '0')}`);
  const actor = { kind: 'import', name: 'register' } as const;
  const holders = ids.map((id) => `${id},Name ${id},individual,qualified,,,,,,,,,,,,en,,,"1 Farm Road, Hollister",`);
  const parcels = ids.map((id) => `apn-${id},ours,300,1,no,,A01,T-1,${id},owned,1,,no,,2015-01-01,,`);
  const [people, land] = [
    await imports.landholders(record, [header.landholders, ...holders].join('\n'), { actor }),
    await imports.land(record, [header.land, ...parcels].join('\n'), { actor }),
  ];
  expect([people.accepted, land.accepted]).toEqual([LANDHOLDERS, LANDHOLDERS]);
}

const header = {
  landholders:
    'id,name,holder,recipient,water_by_1981,prior_law,household_of,household_role,household_since,trust_written,trust_revocable_by,interests,interests_since,signers,recordable_contract_acres,language,email,phone,mailing_address,account',
  land: 'parcel,district,acres,land_class,exempt,exempt_because,route,turnout,landholder,tenure,share,operator,from_public_entity,acquired_involuntarily_on,from,until,first_delivery_on',
};

async function startWorkerProcess(): Promise<ChildProcess> {
  const program = new URL('./campaign-worker.steps.ts', import.meta.url).pathname;
  const env = { ...process.env, DATABASE_URL: database.url, TEMPORAL_ADDRESS: server.address, NOW: now };
  const worker = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  workers.push(worker);
  await once(worker.stdout as NodeJS.ReadableStream, 'data');
  return worker;
}

const openedSoFar = async () => (await campaignOf(record.db, 2027))?.opened ?? 0;

async function until(reached: () => Promise<boolean>, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await reached())) {
    if (performance.now() > end) throw new Error(`not within ${patienceMs} ms; ${await openedSoFar()} are opened`);
    await pause(100);
  }
}

const casesEach = async () => {
  const { rows } = await sql<{ cases: number; landholders: number }>`
    select count(*)::int as cases, count(distinct details->>'landholder')::int as landholders from cases
     where type = 'rra-certification' and details->>'formYear' = '2027'`.execute(record.db);
  return rows[0];
};

describe('A campaign of 5,000 landholders', () => {
  it('opens each case once though its worker is killed midway and it is started twice', async () => {
    const campaigns = new Campaigns({
      record,
      client: server.client,
      taskQueue: 'campaigns',
      log: pino({ level: 'silent' }),
    });
    await askForCampaign(record.db, 2027, by);
    await sql`update rra_campaign set rate = 2000`.execute(record.db);
    const first = await startWorkerProcess();
    await campaigns.once();
    await until(async () => (await openedSoFar()) >= 1_000, 240_000);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const atTheKill = await openedSoFar();
    expect(atTheKill).toBeLessThan(LANDHOLDERS);

    await server.client.workflow.getHandle('rra-campaign:2027').terminate('the operator loses it');
    await askForCampaign(record.db, 2027, by);
    await campaigns.once();
    await campaigns.once();
    await startWorkerProcess();
    await startWorkerProcess();
    const began = performance.now();
    await until(async () => (await campaignOf(record.db, 2027))?.finishedAt != null, 480_000);
    const perSecond = ((LANDHOLDERS - atTheKill) / (performance.now() - began)) * 1_000;
    console.log(`campaign: ${perSecond.toFixed(0)} landholders/s opened after the kill`);
    expect(await casesEach()).toEqual({ cases: LANDHOLDERS, landholders: LANDHOLDERS });
    expect(await campaignOf(record.db, 2027)).toMatchObject({ planned: LANDHOLDERS, opened: LANDHOLDERS, fault: null });
  }, 800_000);

  it('begins by its schedule, which opens nothing a second time', async () => {
    await keepSchedules(server.client, 'campaigns');
    const handle = server.client.schedule.getHandle('rra-campaign');
    await handle.trigger();
    await until(async () => (await handle.describe()).info.numActionsTaken > 0, 30_000);
    await until(async () => (await campaignOf(record.db, 2027))?.finishedAt != null, 60_000);
    expect(await casesEach()).toEqual({ cases: LANDHOLDERS, landholders: LANDHOLDERS });
    expect((await handle.describe()).spec.calendars).toMatchObject([
      { month: [{ start: 'NOVEMBER' }], dayOfMonth: [{ start: 1 }] },
    ]);
  }, 120_000);
});
