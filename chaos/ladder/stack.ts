import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  addCalendarRules,
  addPolicyVersion,
  CaseRecord,
  connect,
  OfficeSource,
  systemClock,
} from '@headgate/persistence';
import { seedDemo } from '@headgate/persistence/demo';
import { freshDatabase } from '@headgate/testing';
import { Connection } from '@temporalio/client';
import { SMTPServer } from 'smtp-server';
import { ladderInSeconds, roundTheClock } from './policy.ts';

/** PostgreSQL, a Temporal server with a database file, a mail server that counts, and a worker that may be killed. */
export interface Stack {
  readonly record: CaseRecord;
  /** How often each mail was taken, by its Message-ID. */
  readonly taken: ReadonlyMap<string, number>;
  /** Settles when the worker says that it is ready; never, when it is killed before. */
  startWorker(): Promise<void>;
  /** As a power cut would. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}

export async function openStack(): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), 'headgate-ladder-'));
  const database = await freshDatabase();
  const orm = await connect({ url: database.url, poolSize: 6 });
  const record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  await seedDemo(record, { size: { accounts: 4, cases: 0 }, hash: async () => '' });
  await addCalendarRules(record.db, 'round-the-clock', roundTheClock);
  await addPolicyVersion(record.db, ladderInSeconds);
  record.office.refresh();
  const mail = await countingMailServer();
  const temporal = await startTemporal(join(folder, 'temporal.db'));
  const worker = new KillableWorker({
    ...process.env,
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    SMTP_URL: mail.url,
    HEADGATE_HOME: folder,
    LOG_LEVEL: 'info',
    // A worker that is killed over and over should spend its short lives on working.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    NODE_NO_WARNINGS: '1',
  });
  return {
    record,
    taken: mail.taken,
    startWorker: () => worker.start(),
    killWorker: () => worker.kill(),
    async close() {
      await worker.close();
      await temporal.stop();
      await mail.close();
      await orm.close(true);
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One worker that works, and one that is loaded and waits for its turn. */
class KillableWorker {
  private readonly env: NodeJS.ProcessEnv;
  private working: ChildProcess | null = null;
  private waiting: ChildProcess;

  constructor(env: NodeJS.ProcessEnv) {
    this.env = env;
    this.waiting = this.load();
  }

  async start(): Promise<void> {
    const child = this.waiting;
    this.working = child;
    this.waiting = this.load();
    child.stdin?.write('go\n');
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (said: Buffer) => {
        if (said.includes('worker is ready')) resolve();
      });
    });
  }

  async kill(): Promise<void> {
    if (this.working) await ended(this.working);
  }

  async close(): Promise<void> {
    await this.kill();
    await ended(this.waiting);
  }

  private load(): ChildProcess {
    const program = fileURLToPath(new URL('./standby.ts', import.meta.url));
    const child = spawn(process.execPath, [program], { env: this.env, stdio: ['pipe', 'pipe', 'inherit'] });
    // Whom it is told to may be dead already.
    child.stdin.on('error', () => undefined);
    return child;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function startTemporal(file: string): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const args = [
    'server',
    'start-dev',
    '--headless',
    '--port',
    String(port),
    '--db-filename',
    file,
    '--log-level',
    'never',
  ];
  const server = spawn(process.env.TEMPORAL_CLI ?? 'temporal', args, { stdio: 'ignore' });
  for (let tries = 0; ; tries += 1) {
    const connection = await Connection.connect({ address }).catch(() => null);
    await connection?.close();
    if (connection) break;
    if (tries > 150) throw new Error('Temporal does not answer');
    await pause(200);
  }
  return {
    address,
    stop: () => ended(server),
  };
}

async function countingMailServer() {
  const taken = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString('utf8');
      });
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? 'none';
        taken.set(id, (taken.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  // A client that is killed in the middle of a dialogue is what this is about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    taken,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
