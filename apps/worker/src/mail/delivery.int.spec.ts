import type { CaseState } from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import { CaseRecord, connect, OfficeSource, type Orm, seedOffice } from '@headgate/persistence';
import { type FreshDatabase, freshDatabase, ScriptedMailServer } from '@headgate/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { MailPostponed } from './delivery.ts';
import { type MailSettings, mailActivities } from './index.ts';

const specialist: Actor = { kind: 'staff', name: 'specialist2', role: 'specialist-2' };
const clock = { at: '2027-03-01T18:00:00.000Z', now: () => clock.at };
const ana = { name: 'Ana Ruiz', email: 'ana@example.org' };

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;
let server: ScriptedMailServer;
let mail: ReturnType<typeof mailActivities>;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url, poolSize: 5 });
  record = new CaseRecord(orm, clock, new OfficeSource(orm));
  await seedOffice(record.db);
});

afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

beforeEach(async () => {
  clock.at = '2027-03-01T18:00:00.000Z';
  server = new ScriptedMailServer();
  await server.listen();
  mail = post();
});

afterEach(async () => {
  mail.close();
  await server.close();
});

const post = (settings: Partial<MailSettings> = {}) =>
  mailActivities(record, {
    smtpUrl: server.url,
    from: 'Headgate Water District <office@headgate.example>',
    deskUrl: 'http://127.0.0.1:3000',
    patience: { connect: 500, greeting: 500, silence: 500 },
    ...settings,
  });

async function complaint(
  requester: { name: string; email?: string } = ana,
  subject = 'My bill is too high',
): Promise<string> {
  const state = await record.open(
    { type: 'high-consumption', channel: 'phone', subject, requester, details: {} },
    specialist,
  );
  return newestMessage(state);
}

const newestMessage = (state: CaseState): string => [...state.messages.keys()].at(-1) ?? '';

interface Row {
  state: string;
  subject: string | null;
  body_text: string | null;
  reason: string | null;
  sent_at: Date | string | null;
  case_id: string;
}

async function row(messageId: string): Promise<Row> {
  const { rows } = await sql<Row>`select * from message where id = ${messageId}`.execute(record.db);
  return rows[0] as Row;
}

async function told(messageId: string): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select type from case_event where data->>'messageId' = ${messageId} and type <> 'message-queued' order by seq`.execute(
    record.db,
  );
  return rows.map(({ type }) => type);
}

describe('a mail that the server takes', () => {
  it('is sent once, under an identity that it keeps, and the record says when', async () => {
    const id = await complaint();
    await mail.deliver(id);
    await mail.deliver(id);
    expect(server.taken).toHaveLength(1);
    const [taken] = server.taken;
    expect(taken?.envelopeTo).toEqual(['ana@example.org']);
    expect(taken?.mail.messageId).toBe(`<${id}@headgate>`);
    expect(taken?.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(taken?.mail.headers.get('x-auto-response-suppress')).toBe('All');
    const { state, subject, sent_at, case_id } = await row(id);
    expect(taken?.mail.references).toBe(`<case.${case_id}@headgate>`);
    expect({ state, subject }).toEqual({ state: 'sent', subject: taken?.mail.subject });
    expect(new Date(String(sent_at)).toISOString()).toBe(clock.at);
    expect(await told(id)).toEqual(['message-sent']);
  });

  it('has stored what it says before the server hears of it', async () => {
    const id = await complaint();
    let seen: Row | null = null;
    server.next({ at: 'recipient', meanwhile: async () => (seen = await row(id)) });
    await mail.deliver(id);
    expect(seen).toMatchObject({ state: 'sending', body_text: expect.stringContaining('Dear Ana Ruiz') });
  });

  it('is recorded as sent although its case was cancelled while the server took it', async () => {
    const id = await complaint();
    const { case_id } = await row(id);
    const cancel = () => record.execute(case_id, { kind: 'cancel', reason: 'opened twice' }, specialist);
    server.next({ at: 'recipient', meanwhile: cancel });
    await mail.deliver(id);
    expect((await row(id)).state).toBe('sent');
    expect(await told(id)).toEqual(['message-withdrawn', 'message-sent']);
  });
});

describe('a mail server that says "later"', () => {
  it.each([
    ['421 on connecting', { at: 'connect', answer: 421 }],
    ['554 on connecting, which is not about this message', { at: 'connect', answer: 554 }],
    ['450, greylisting', { at: 'recipient', answer: 450 }],
    ['452 after the data', { at: 'data', answer: 452 }],
    ['nothing at all on connecting', { at: 'connect', silent: true }],
    ['nothing after the recipient', { at: 'recipient', silent: true }],
    ['nothing, and cuts the connection before the data', { at: 'recipient', cut: true }],
  ] as const)('with %s gets the mail at the next attempt, once', async (_title, manner) => {
    const id = await complaint();
    server.next(manner);
    await expect(mail.deliver(id)).rejects.toThrow(MailPostponed);
    expect((await row(id)).state).toBe('queued');
    await mail.deliver(id);
    expect(server.taken).toHaveLength(1);
    expect(await told(id)).toEqual(['message-sent']);
  });

  it('by not being there gets the mail when it is back', async () => {
    const id = await complaint();
    const port = Number(new URL(server.url).port);
    await server.close();
    await expect(mail.deliver(id)).rejects.toThrow(MailPostponed);
    server = new ScriptedMailServer();
    await server.listen(port);
    await mail.deliver(id);
    expect(server.taken).toHaveLength(1);
  });

  it('by a certificate that nobody vouches for gets no mail', async () => {
    await server.close();
    server = new ScriptedMailServer({});
    await server.listen();
    const id = await complaint();
    mail = post();
    await expect(mail.deliver(id)).rejects.toThrow(MailPostponed);
    expect(server.taken).toHaveLength(0);
  });

  it('is given up after five days', async () => {
    const id = await complaint();
    clock.at = '2027-03-06T18:00:01.000Z';
    server.next({ at: 'recipient', answer: 450 });
    await mail.deliver(id);
    expect(await row(id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('given up') });
    expect(await told(id)).toEqual(['message-failed']);
  });

  it('does not bring back a mail that its case has withdrawn meanwhile', async () => {
    const id = await complaint();
    const { case_id } = await row(id);
    const cancel = () => record.execute(case_id, { kind: 'cancel', reason: 'opened twice' }, specialist);
    server.next({ at: 'recipient', meanwhile: cancel }, { at: 'data', answer: 452 });
    await expect(mail.deliver(id)).rejects.toThrow(MailPostponed);
    expect((await row(id)).state).toBe('withdrawn');
    await mail.deliver(id);
    expect(server.taken).toHaveLength(0);
  });
});

describe('a mail that the server refuses', () => {
  it.each([
    ['550 for the recipient', { at: 'recipient', answer: 550 }],
    ['554 for the message', { at: 'data', answer: 554 }],
  ] as const)('with %s has failed, with the reason, and is not tried again', async (_title, manner) => {
    const id = await complaint();
    server.next(manner);
    await mail.deliver(id);
    await mail.deliver(id);
    expect(await row(id)).toMatchObject({ state: 'failed', reason: expect.stringContaining(String(manner.answer)) });
    expect(await told(id)).toEqual(['message-failed']);
    expect(server.taken).toHaveLength(0);
  });
});

describe('a mail of which nobody knows whether it was taken', () => {
  it.each([
    ['the connection was cut after the final dot', { at: 'data', cut: true }],
    ['the server fell silent after the final dot', { at: 'data', silent: true }],
  ] as const)('because %s is uncertain and is not sent again', async (_title, manner) => {
    const id = await complaint();
    server.next(manner);
    await mail.deliver(id);
    await mail.deliver(id);
    expect((await row(id)).state).toBe('uncertain');
    expect(await told(id)).toEqual(['message-uncertain']);
    expect(server.taken).toHaveLength(0);
  });

  it('because the worker died in the dialogue is uncertain and is not sent again', async () => {
    const id = await complaint();
    await sql`update message set state = 'sending' where id = ${id}`.execute(record.db);
    await mail.deliver(id);
    await mail.deliver(id);
    expect((await row(id)).state).toBe('uncertain');
    expect(await told(id)).toEqual(['message-uncertain']);
    expect(server.taken).toHaveLength(0);
  });
});

describe('a message that is not for the mail server', () => {
  it('was withdrawn', async () => {
    const id = await complaint();
    await record.execute((await row(id)).case_id, { kind: 'cancel', reason: 'opened twice' }, specialist);
    await mail.deliver(id);
    expect((await row(id)).state).toBe('withdrawn');
    expect(server.taken).toHaveLength(0);
  });

  it('goes out on paper, and the record has its text', async () => {
    const id = await complaint();
    await sql`update message set channel = 'letter', to_address = '12 Canal Rd, Headgate, CA 93600' where id = ${id}`.execute(
      record.db,
    );
    await mail.deliver(id);
    const letter = await row(id);
    expect(letter).toMatchObject({ state: 'sent', body_text: expect.stringContaining('Dear Ana Ruiz') });
    expect(letter.body_text).not.toContain('reply to this message');
    expect(server.taken).toHaveLength(0);
  });

  it('has no template', async () => {
    const id = await complaint();
    await sql`update message set template = '../../etc/passwd' where id = ${id}`.execute(record.db);
    await mail.deliver(id);
    expect(await row(id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('no letter') });
  });
});

describe('attacks by what customers call themselves (A7, A8)', () => {
  it.each([
    ['a second recipient behind a line break', { name: 'Eve', email: 'b@example.org\r\nBcc: evil@example.org' }],
    ['a second recipient behind a comma', { name: 'Eve', email: 'b@example.org, evil@example.org' }],
    ['an address with a display name', { name: 'Eve', email: 'Eve <evil@example.org>' }],
    ['a header in the name', { name: 'Eve\r\nBcc: evil@example.org', email: 'b@example.org' }],
  ])('by %s reach nobody', async (_title, requester) => {
    const id = await complaint(requester);
    await mail.deliver(id);
    expect((await row(id)).state).toBe('failed');
    expect(server.taken).toHaveLength(0);
  });

  it('by line breaks in a subject add no header', async () => {
    const id = await complaint(ana);
    const body = 'Dear Ana,\n<script>alert(1)</script>';
    const reply = { kind: 'reply', channel: 'email', subject: 'Yours\r\nBcc: evil@example.org', body } as const;
    const { state } = await record.execute((await row(id)).case_id, reply, specialist);
    await mail.deliver(newestMessage(state));
    const [taken] = server.taken;
    expect(taken?.envelopeTo).toEqual(['ana@example.org']);
    expect(taken?.mail.bcc).toBeUndefined();
    expect(taken?.mail.subject).toContain('Yours Bcc: evil@example.org');
    expect(taken?.mail.html).not.toContain('<script>');
    expect(taken?.mail.headers.has('auto-submitted')).toBe(false);
  });
});
