import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, instantOf, millis } from '@headgate/domain/time';
import { addCalendarRules, addPolicyVersion, CaseRecord, systemClock } from '@headgate/persistence';
import { rehearsalMail, startWorker, workflowBundle } from '@headgate/worker';
import { Connection } from '@temporalio/client';
import { Runtime } from '@temporalio/worker';
import { sql } from 'kysely';
import { pino } from 'pino';
import { specialist } from './commands.ts';
import { type BenchDatabase, benchDatabase, freePort, needed } from './world.ts';

const CASES = Number(process.env.HEADGATE_CASES ?? 10_000);
/** Cases a second that this machine opens and begins, at the least; what is not begun when its step falls due is late. */
const BEGUN_PER_SECOND = Number(process.env.HEADGATE_BEGUN_PER_SECOND ?? 25);
const TARGET_MINUTES = 240;
const everyHour = [['00:00', '24:00']] as const;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const roundTheClock = {
  from: '2026-01-01T00:00:00.000Z',
  timeZone: 'America/Los_Angeles',
  hours: Object.fromEntries(days.map((day) => [day, everyHour])),
};
const oneStep = {
  name: 'service-high-consumption',
  from: '2026-01-02T00:00:00.000Z',
  calendar: 'round-the-clock',
  clocks: [{ metric: 'resolve', target: { businessMinutes: TARGET_MINUTES } }],
  ladder: [{ name: 'due', when: { percent: 100 }, to: ['supervisor' as const], template: 'escalation' }],
};

/** Open cases whose steps fall in the same minute, on the whole stack: each recorded once, and how late. */
export async function benchEscalation(): Promise<void> {
  Runtime.install({ shutdownSignals: [], telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } } });
  const database = await benchDatabase(Math.ceil(CASES / 5));
  const temporal = await startTemporal();
  const mail = await rehearsalMail();
  const worker = await startWorker({
    record: database.record,
    address: temporal.address,
    namespace: 'default',
    taskQueue: 'cases',
    slots: 20,
    log: pino({ level: 'error' }),
    bundle: await workflowBundle(),
    mail: mail.activities(database.record),
  });
  try {
    await addCalendarRules(database.record.db, 'round-the-clock', roundTheClock);
    await addPolicyVersion(database.record.db, oneStep);
    const minute = await openCases(database);
    await climbed(database, minute);
    await report(database);
  } finally {
    await worker.stop();
    await mail.close();
    await database.close();
    temporal.server.kill('SIGKILL');
  }
}

/** Opens the cases, each dated so that its step falls at its own instant of one minute that lies ahead. */
async function openCases({ record }: BenchDatabase): Promise<Instant> {
  const opening = { at: systemClock.now() };
  const dated = new CaseRecord(record.orm, { now: () => opening.at }, record.office);
  const { rows: accounts } = await sql<{ number: string }>`select number from account order by number`.execute(
    record.db,
  );
  const minute = Date.now() + 30_000 + (CASES / BEGUN_PER_SECOND) * 1000;
  const intake = { type: 'high-consumption', channel: 'phone', details: {} } as const;
  for (let n = 0; n < CASES; n += 1) {
    opening.at = instantOf(Math.round(minute - TARGET_MINUTES * 60_000 + (n / CASES) * 60_000));
    const accountNumber = accounts[n % accounts.length]?.number ?? '100001';
    await dated.open({ ...intake, subject: `Case ${n}`, accountNumber }, specialist);
  }
  console.log(`${CASES} cases opened; their steps fall within the minute from ${instantOf(minute)} on`);
  return instantOf(minute);
}

async function climbed({ record }: BenchDatabase, minute: Instant): Promise<void> {
  await pause(Math.max(0, millis(minute) - Date.now()));
  const { rows } = await sql<{
    left: number;
  }>`select count(*)::int as left from cases where advanced_seq < seq`.execute(record.db);
  console.log(`when the minute began ${rows[0]?.left} cases were not begun or not caught up`);
  while ((await recorded(record)) < CASES) await pause(500);
  await pause(2_000);
}

async function recorded(record: CaseRecord): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from case_event where type = 'escalated'`.execute(record.db);
  return rows[0]?.count ?? 0;
}

async function report({ record }: BenchDatabase): Promise<void> {
  const { rows } = await sql<{ steps: number; cases: number; p50: number; p99: number; max: number; seconds: number }>`
    select count(*)::int as steps, count(distinct case_id)::int as cases,
           percentile_cont(0.5) within group (order by late) as p50, percentile_cont(0.99) within group (order by late) as p99,
           max(late) as max, extract(epoch from max(at) - min(at))::float8 as seconds
      from (select case_id, at, extract(epoch from at - (data->>'dueAt')::timestamptz)::float8 as late
              from case_event where type = 'escalated') e`.execute(record.db);
  const [found] = rows;
  if (!found) return;
  const { steps, cases, p50, p99, max, seconds } = found;
  const once = steps === CASES && cases === CASES ? 'each once' : 'NOT each once';
  console.log(`${steps} steps recorded in ${cases} cases, ${once}, ${(steps / seconds).toFixed(0)}/s`);
  console.log(`lateness: p50 ${p50.toFixed(2)} s, p99 ${p99.toFixed(2)} s, max ${max.toFixed(2)} s`);
}

async function startTemporal(): Promise<{ address: string; server: ChildProcess }> {
  const port = await freePort();
  const args = ['server', 'start-dev', '--headless', '--port', String(port), '--log-level', 'error'];
  const server = spawn(needed('TEMPORAL_CLI'), args, { stdio: 'ignore' });
  const address = `127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const connection = await Connection.connect({ address }).catch(() => null);
    await connection?.close();
    if (connection) return { address, server };
    if (tries > 100) throw new Error('Temporal does not answer');
    await pause(200);
  }
}
