import { createHash } from 'node:crypto';
import { procedureActor } from '@headgate/domain/people';
import {
  CaseRecord,
  connect,
  keepAttachment,
  newId,
  OfficeSource,
  type Orm,
  storeFile,
  systemClock,
} from '@headgate/persistence';
import { seedDemo } from '@headgate/persistence/demo';
import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client as Temporal } from '@temporalio/client';
import { Client } from 'pg';
import { invariants } from './invariants.ts';
import type { Answer, DeliveredMail, RunningSystem } from './system.ts';

let database: FreshDatabase;
let orm: Orm;
let sql: Client;
let system: RunningSystem;
let mails: DeliveredMail[] = [];
let running: string[] = [];
let answer: (key: string, body: string) => Answer;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.ownerUrl });
  sql = new Client({ connectionString: database.ownerUrl });
  await sql.connect();
  const record = new CaseRecord(orm, systemClock, new OfficeSource(orm));
  await seedDemo(record, { size: { accounts: 40, cases: 30 }, hash: async () => '' });
  const listing = { list: () => running.map((workflowId) => ({ workflowId })) };
  system = {
    sql,
    record,
    temporal: { workflow: listing } as unknown as Temporal,
    mailbox: async () => mails,
    post: async (_path, body, key) => answer(key, body),
  };
}, 120_000);

afterAll(async () => {
  await sql?.end();
  await orm?.close(true);
  await database?.drop();
});

async function check(name: string): Promise<readonly string[]> {
  const invariant = invariants.find((each) => each.name === name);
  if (!invariant) throw new Error(`there is no invariant ${name}`);
  return await invariant.check(system);
}

/** Plants a break past the guards, checks, and takes it back. */
async function withBreak(name: string, statements: readonly string[]): Promise<readonly string[]> {
  const before = await check(name);
  expect(before).toEqual([]);
  await sql.query('set session_replication_role = replica');
  const undo: string[] = [];
  for (const statement of statements) {
    const { rows } = await sql.query(statement);
    undo.push(...rows.map((row) => String(row.undo)));
  }
  await sql.query('set session_replication_role = origin');
  const broken = await check(name);
  await sql.query('set session_replication_role = replica');
  for (const statement of undo) await sql.query(statement);
  await sql.query('set session_replication_role = origin');
  expect(await check(name)).toEqual([]);
  return broken;
}

/** A paper filed as the API files one. */
async function filePaper(): Promise<void> {
  const { rows } = await sql.query(`select id from cases where seq > 5 order by number limit 1`);
  const [caseId, bytes, attachmentId] = [String(rows[0].id), Buffer.from('paper'), newId()];
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { attachmentId, name: 'paper.txt', mediaType: 'text/plain', size: bytes.length, sha256 };
  await system.record.inTransaction(async (tx) => {
    const { state } = await tx.execute(caseId, { kind: 'attach', file }, procedureActor);
    const { id: fileId } = await storeFile(tx.db, [bytes], state.lastAt);
    await keepAttachment(tx.db, { caseId, fileId, file, addedAt: state.lastAt, addedBy: 'specialist2' });
  });
}

const aCase = `(select id from cases where seq > 5 order by number limit 1)`;

describe('the invariants find a planted break of each', () => {
  beforeAll(async () => {
    const opening = { type: 'high-consumption', channel: 'phone', subject: 'High bill', details: {} } as const;
    await system.record.open(opening, { kind: 'staff', name: 'specialist2', role: 'specialist-2' });
    const { rows } = await sql.query(`select id from cases where status in ('open', 'on-hold')`);
    running = rows.map(({ id }) => `case:${id}`);
    const answers = new Map<string, Answer & { of: string }>();
    answer = (key, body) => {
      const known = answers.get(key);
      if (known && known.of !== body) return { status: 422, body: '' };
      const first = known ?? { status: 200, body: '[]', of: body };
      answers.set(key, first);
      return first;
    };
  });

  it('I1: an open case that has lost its workflow', async () => {
    // Long enough ago that its nudge must have come.
    await sql.query(`update cases set last_at = last_at - interval '1 hour'`);
    expect(await check('I1')).toEqual([]);
    running = [];
    expect((await check('I1'))[0]).toContain('has no running workflow');
  });

  it('I2: a case in a queue that is no department', async () => {
    const broken = await withBreak('I2', [
      `update cases set queue = 'nowhere' where id = ${aCase} returning 'update cases set queue = ''customer-service'' where id = ''' || id || '''' as undo`,
    ]);
    expect(broken[0]).toContain('nowhere');
  });

  it('I3: a mail that was delivered twice', async () => {
    const { rows } = await sql.query(`select mail_id from message where channel = 'email' and state = 'sent' limit 1`);
    const mail = { messageId: rows[0].mail_id, to: 'a@example.com' };
    mails = [mail];
    expect(await check('I3')).toEqual([]);
    mails = [mail, mail];
    expect((await check('I3'))[0]).toContain('delivered 2 times');
    mails = [];
  });

  it('I4: a clock whose due is not what its events make it', async () => {
    const broken = await withBreak('I4', [
      `update clock set due_at = due_at + interval '1 second' where (case_id, metric, scope, cycle) =
         (select case_id, metric, scope, cycle from clock where due_at is not null order by case_id limit 1)
       returning 'update clock set due_at = due_at - interval ''1 second'' where case_id = ''' || case_id || ''' and metric = ''' || metric
         || ''' and scope = ''' || scope || ''' and cycle = ' || cycle as undo`,
    ]);
    expect(broken[0]).toContain('is due');
  });

  it('I5: an event that was changed after it was written', async () => {
    const broken = await withBreak('I5', [
      `update case_event set actor = '{"kind":"staff","name":"nobody","role":"admin"}' where case_id = ${aCase} and seq = 2
       returning 'update case_event set actor = ''' || (select actor from case_event e where e.case_id = case_event.case_id and e.seq = 2)::text
         || ''' where case_id = ''' || case_id || ''' and seq = 2' as undo`,
    ]);
    expect(broken[0]).toContain('is not what was chained');
  });

  it('I6: a case that was closed before it was resolved', async () => {
    const broken = await withBreak('I6', [
      `update case_event set type = 'case-closed' where case_id = ${aCase} and seq = 2
       returning 'update case_event set type = ''policy-pinned'' where case_id = ''' || case_id || ''' and seq = 2' as undo`,
    ]);
    expect(broken[0]).toContain('case-closed');
  });

  it('I7: a repeat that is answered with other bytes', async () => {
    expect(await check('I7')).toEqual([]);
    let count = 0;
    answer = (_key, body) => ({ status: body.endsWith(' ') ? 422 : 200, body: String(count++) });
    expect((await check('I7'))[0]).toContain('other bytes');
  });

  it('I8: a paper whose bytes were changed, one that is gone, and one that nobody holds', async () => {
    await filePaper();
    const changed = await withBreak('I8', [
      `update stored_piece set bytes = '\\x00' returning 'update stored_piece set bytes = ''paper''' as undo`,
    ]);
    expect(changed[0]).toContain('are not its own');
    const gone = await withBreak('I8', [
      `update attachment set case_id = gen_random_uuid()
       returning 'update attachment set case_id = ' || (select quote_literal(id::text) from cases where seq > 5 order by number limit 1) as undo`,
    ]);
    expect(gone.join()).toContain('it is not there');
    const left = await withBreak('I8', [
      `insert into stored_file (id, begun_at) values (gen_random_uuid(), now() - interval '1 day')
       returning 'delete from stored_file where id = ''' || id || '''' as undo`,
    ]);
    expect(left[0]).toContain('held by nobody');
  });
});
