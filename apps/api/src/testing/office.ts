import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { procedureActor } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { CaseRecord, connect, demoPassword, demoStaff, imports, seedOffice } from '@headgate/persistence';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hash } from '@node-rs/argon2';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { createApplication } from '../application.ts';
import { readSettings } from '../settings.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;

const accounts = `number,name,class,dwelling,language,email,phone,service_address,mailing_address,route,sequence,meter_serial,meter_size,register_digits,unit,multiplier
100001,Rosa Marin,residential,yes,en,rosa@customer.example,831-555-0101,"1 San Felipe Road, Hollister","1 San Felipe Road, Hollister",R01,10,M100001,5/8,6,CCF,1
100002,Tom Lee,residential,yes,en,,,"2 Fairview Road, Hollister","2 Fairview Road, Hollister",R01,20,M100002,5/8,6,CCF,1`;

/** An office for one test file: its own database, the demo staff, two accounts, a clock that stands until it is set. */
export async function openOffice(more: Record<string, string> = {}) {
  const database = await freshDatabase();
  const clock = { at: '2027-04-06T17:00:00.000Z' as Instant, now: () => clock.at };
  const settings = readSettings({
    NODE_ENV: 'test',
    HEADGATE_LOG: 'silent',
    DATABASE_URL: database.url,
    HEADGATE_PORT: '0',
    ...more,
  });
  const app = await createApplication(settings, { clock });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const record = app.get(CaseRecord);
  const passwordHash = await hash(demoPassword, { memoryCost: 1024, timeCost: 1 });
  await seedOffice(
    record.db,
    demoStaff.map((person) => ({ ...person, passwordHash })),
  );
  await imports.accounts(record, accounts, { actor: { kind: 'import', name: 'billing' } });
  return new TestOffice(app, record, clock, database);
}

export class TestOffice {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    readonly app: NestFastifyApplication,
    readonly record: CaseRecord,
    readonly clock: { at: Instant; now: () => Instant },
    private readonly database: FreshDatabase,
  ) {}

  /** Sets the clock; sessions of before may be over, so everybody signs in again. */
  moveTo(at: Instant): void {
    this.clock.at = at;
    this.tokens.clear();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  /** A statement by the owner of the database, who may do what the application may not. */
  async asOwner(statement: string): Promise<void> {
    const orm = await connect({ url: this.database.ownerUrl, poolSize: 1 });
    await orm.em
      .fork()
      .getConnection()
      .execute(statement)
      .finally(() => orm.close(true));
  }

  /** A statement in the application's own role, past all of its code. */
  async asApplication(statement: string): Promise<void> {
    await this.record.orm.em.fork().getConnection().execute(statement);
  }

  send(options: InjectOptions): Promise<LightMyRequestResponse> {
    return this.app.inject(options) as Promise<LightMyRequestResponse>;
  }

  tokenOf(username: string): Promise<string> {
    let token = this.tokens.get(username);
    if (!token) {
      token = this.signIn(username).then((response) => response.json().token as string);
      this.tokens.set(username, token);
    }
    return token;
  }

  signIn(username: string, password = demoPassword, headers: Headers = {}): Promise<LightMyRequestResponse> {
    return this.send({ method: 'POST', url: '/api/v1/sessions', payload: { username, password }, headers });
  }

  /** A request by a member of staff; `path` as the contract writes it. */
  async ask(
    username: string,
    method: Method,
    path: string,
    payload?: unknown,
    headers: Headers = {},
  ): Promise<LightMyRequestResponse> {
    const authorization = `Bearer ${await this.tokenOf(username)}`;
    const body = payload === undefined ? {} : { payload: payload as object };
    return await this.send({ method, url: `/api/v1${path}`, headers: { authorization, ...headers }, ...body });
  }

  async openCase(more: Record<string, unknown> = {}, by = 'specialist2') {
    const response = await this.ask(by, 'POST', '/cases', { ...intake, ...more });
    if (response.statusCode !== 201) throw new Error(response.body);
    return response.json();
  }

  /** A task as the procedure hands it off. */
  async handOff(caseId: string, task = 'reread', step = `c1/main/task:${task}#1`): Promise<string> {
    const { state } = await this.record.execute(caseId, { kind: 'hand-off', step, task, facts: {} }, procedureActor);
    const found = [...state.tasks.values()].find((opened) => opened.step === step);
    if (!found) throw new Error(`no task ${task} was opened`);
    return found.id;
  }

  /** Listens on a free port, for what cannot be asked in memory. */
  async listen(): Promise<string> {
    const { server } = this.app.getHttpAdapter().getInstance();
    if (!server.listening) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
}

export const intake = {
  type: 'high-consumption',
  channel: 'phone',
  subject: 'The bill is three times the usual',
  accountNumber: '100001',
  details: { period: '2027-03' },
};
