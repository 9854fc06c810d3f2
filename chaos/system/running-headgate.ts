import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const variables = [
  'HEADGATE_PORT',
  'HEADGATE_MAILBOX_PORT',
  'HEADGATE_SMTP_PORT',
  'HEADGATE_INBOUND_SMTP_PORT',
  'TEMPORAL_PORT',
  'TEMPORAL_UI_PORT',
  'HEADGATE_PG_PORT',
  'HEADGATE_METRICS_PORT',
] as const;

export interface Mail {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
}

type Json = Record<string, unknown>;

/** A whole Headgate of its own, started as `npm start` starts it, on free ports and with an empty data folder. */
export class RunningHeadgate {
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
  private readonly home: string;
  private readonly process: ChildProcess;
  private readonly tokens = new Map<string, string>();

  private constructor(home: string, env: NodeJS.ProcessEnv, process: ChildProcess) {
    this.home = home;
    this.env = env;
    this.process = process;
    this.url = `http://127.0.0.1:${env.HEADGATE_PORT}`;
  }

  static async start(): Promise<RunningHeadgate> {
    const home = mkdtempSync(join(tmpdir(), 'headgate-system-'));
    const ports = Object.fromEntries(
      await Promise.all(variables.map(async (name) => [name, String(await freePort())])),
    );
    const env = { ...process.env, ...ports, HEADGATE_HOME: home };
    const program = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    await readyLine(child);
    return new RunningHeadgate(home, env, child);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Ends a part as a power cut would; the supervisor brings it back. */
  kill(part: 'api' | 'worker' | 'temporal' | 'postgres'): void {
    const { pid } = JSON.parse(readFileSync(join(this.home, 'run', `${part}.json`), 'utf8'));
    process.kill(pid, 'SIGKILL');
  }

  /** Takes Temporal's memory away as well. */
  killTemporalAndItsDatabase(): void {
    this.kill('temporal');
    for (const suffix of ['', '-shm', '-wal']) rmSync(join(this.home, `temporal.db${suffix}`), { force: true });
  }

  async get<T = Json>(user: string, path: string): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, { headers: await this.signedIn(user) });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async post<T = Json>(
    user: string,
    path: string,
    body: unknown,
    key: string = randomUUID(),
  ): Promise<{ status: number; body: T }> {
    const headers = { ...(await this.signedIn(user)), 'content-type': 'application/json', 'idempotency-key': key };
    const response = await fetch(`${this.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as T };
  }

  async mails(): Promise<Mail[]> {
    const response = await fetch(`http://127.0.0.1:${this.env.HEADGATE_MAILBOX_PORT}/api/email`);
    return (await response.json()) as Mail[];
  }

  /** Asks until the answer is there; a part that was killed takes a few seconds to come back. */
  async until<T>(what: string, ask: () => Promise<T | null | undefined | false>, seconds = 90): Promise<T> {
    const patience = performance.now() + seconds * 1000;
    for (;;) {
      const answer = await ask().catch(() => null);
      if (answer) return answer;
      if (performance.now() > patience) throw new Error(`waited ${seconds} s in vain: ${what}`);
      await pause(250);
    }
  }

  private async signedIn(username: string): Promise<{ authorization: string }> {
    const known = this.tokens.get(username);
    if (known) return { authorization: `Bearer ${known}` };
    const response = await fetch(`${this.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: 'headgate-demo' }),
    });
    const { token } = (await response.json()) as { token: string };
    this.tokens.set(username, token);
    return { authorization: `Bearer ${token}` };
  }
}

async function readyLine(child: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Headgate is ready at')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`npm start ended:\n${said}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
