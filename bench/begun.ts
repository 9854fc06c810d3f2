import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { rehearsalMail, startWorker, workflowBundle } from '@headgate/worker';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openCases } from './commands.ts';
import { benchDatabase, freePort, needed } from './world.ts';

const CASES = 400;

/** Cases begun (intake committed to first hand-off recorded) beside a bare start and one activity. Wanted: 0.5; aimed at: 0.7. */
export async function benchBegun(): Promise<void> {
  Runtime.install({ shutdownSignals: [], telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } } });
  const port = await freePort();
  const server = spawn(
    needed('TEMPORAL_CLI'),
    ['server', 'start-dev', '--headless', '--port', String(port), '--log-level', 'error'],
    { stdio: 'ignore' },
  );
  const address = `127.0.0.1:${port}`;
  try {
    const connection = await connected(address);
    const limit = await bareStarts(new Client({ connection }), address);
    console.log(`bare start + one activity        ${limit.toFixed(0).padStart(5)}/s`);
    const begun = await casesBegun(address);
    console.log(
      `cases begun                      ${begun.toFixed(0).padStart(5)}/s  ${(begun / limit).toFixed(3)} of the limit`,
    );
    await connection.close();
  } finally {
    server.kill('SIGKILL');
  }
}

async function connected(address: string): Promise<Connection> {
  for (let tries = 0; tries < 100; tries++) {
    const connection = await Connection.connect({ address }).catch(() => null);
    if (connection) return connection;
    await pause(200);
  }
  throw new Error('Temporal does not answer');
}

async function bareStarts(client: Client, address: string): Promise<number> {
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    taskQueue: 'bare',
    workflowsPath: new URL('./bare-workflow.ts', import.meta.url).pathname,
    activities: { answer: async () => 42 },
  });
  return await worker.runUntil(async () => {
    const one = async (n: number) =>
      await client.workflow.execute('bare', { taskQueue: 'bare', workflowId: `bare-${n}`, args: [] });
    await Promise.all(Array.from({ length: 20 }, (_, n) => one(-1 - n)));
    const begun = performance.now();
    await inLanes(CASES, 20, one);
    return CASES / ((performance.now() - begun) / 1000);
  });
}

async function inLanes(count: number, lanes: number, work: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function casesBegun(address: string): Promise<number> {
  const database = await benchDatabase();
  const mail = await rehearsalMail();
  const parts = {
    record: database.record,
    address,
    namespace: 'default',
    taskQueue: 'cases',
    slots: 20,
    log: pino({ level: 'error' }),
  };
  const worker = await startWorker({
    ...parts,
    bundle: await workflowBundle(),
    mail: mail.activities(database.record),
  });
  try {
    await openCases(database.record, 20);
    await allBegun(database.record.db);
    await worker.stop();
    await openCases(database.record, CASES);
    const again = await startWorker({
      ...parts,
      bundle: await workflowBundle(),
      mail: mail.activities(database.record),
    });
    const begun = performance.now();
    await allBegun(database.record.db);
    const seconds = (performance.now() - begun) / 1000;
    await again.stop();
    return CASES / seconds;
  } finally {
    await mail.close();
    await database.close();
  }
}

async function allBegun(db: Awaited<ReturnType<typeof benchDatabase>>['record']['db']): Promise<void> {
  for (;;) {
    const { rows } = await sql<{
      left: number;
    }>`select count(*)::int as left from cases where advanced_seq = 0`.execute(db);
    if (rows[0]?.left === 0) return;
    await pause(20);
  }
}
