import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { CaseRecord, connect, migrate, OfficeSource, systemClock } from '@headgate/persistence';
import { seedDemo } from '@headgate/persistence/demo';
import { hash } from '@node-rs/argon2';
import { Client as Postgres } from 'pg';

/** A database of its own with a small district in it, on the PostgreSQL that the environment names. */
export interface BenchDatabase {
  readonly url: string;
  readonly ownerUrl: string;
  readonly record: CaseRecord;
  close(): Promise<void>;
}

export async function benchDatabase(accounts = 20): Promise<BenchDatabase> {
  const server = needed('HEADGATE_TEST_PG_URL');
  const name = `bench_${randomUUID().slice(0, 8)}`;
  await onServer(server, `create database ${name}`);
  const ownerUrl = at(server, name);
  await migrate(ownerUrl);
  const orm = await connect({ url: at(server, name, 'headgate_app'), poolSize: 20 });
  const record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  await seedDemo(record, { size: { accounts, cases: 0 }, hash });
  return {
    url: at(server, name, 'headgate_app'),
    ownerUrl,
    record,
    async close() {
      await orm.close(true);
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** The built API on a free port, as `npm start` runs it, and somebody signed in. */
export interface BenchApi {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

export async function benchApi(databaseUrl: string): Promise<BenchApi> {
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    HEADGATE_PORT: String(port),
    HEADGATE_METRICS_PORT: String(await freePort()),
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    HEADGATE_SECRET: randomUUID() + randomUUID(),
    HEADGATE_DEMO: 'true',
    LOG_LEVEL: 'warn',
  };
  const program = new URL('../apps/api/dist/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/v1/health/live`, child);
  const response = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'specialist2', password: 'headgate-demo' }),
  });
  const { token } = (await response.json()) as { token: string };
  return { url, token, stop: () => ended(child) };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`);
    if (
      await fetch(url).then(
        (r) => r.ok,
        () => false,
      )
    )
      return;
    await pause(100);
  }
  throw new Error(`${url} does not answer`);
}

async function ended(child: ChildProcess): Promise<void> {
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await end;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function needed(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: npm run bench sets it.`);
  return value;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Postgres({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function at(server: string, database: string, role?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role, password: role });
  return url.href;
}
