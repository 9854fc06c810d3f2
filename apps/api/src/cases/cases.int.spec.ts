import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { intake, openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const count = async (table: string) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    office.record.db,
  );
  return rows[0]?.n;
};

describe('opening a case', () => {
  it('answers with the case, where it is and its version, and acknowledges it', async () => {
    const response = await office.ask('specialist2', 'POST', '/cases', intake);
    const opened = response.json();
    expect(response.statusCode).toBe(201);
    expect(response.headers.location).toBe(`/api/v1/cases/${opened.id}`);
    expect(response.headers.etag).toBe(`"${opened.version}"`);
    expect(opened).toMatchObject({
      status: 'open',
      queue: 'customer-service',
      priority: 'normal',
      accountNumber: '100001',
    });
    expect(opened.clocks.map((clock: { metric: string; state: string }) => [clock.metric, clock.state])).toEqual([
      ['acknowledge', 'met'],
      ['first-response', 'running'],
      ['resolve', 'running'],
    ]);
    for (const name of [opened.id, opened.number]) {
      expect((await office.ask('specialist2', 'GET', `/cases/${name}`)).json()).toEqual(opened);
    }
  });

  it('refuses what the case type does not ask for, and names the field', async () => {
    const response = await office.ask('specialist2', 'POST', '/cases', {
      ...intake,
      details: { period: 'March', gate: 1 },
    });
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toMatch('application/problem+json');
    expect(response.json().errors.map((error: { path: string }) => error.path)).toContain('details.period');
  });

  it.each(['role', 'status', 'version', 'openedBy', 'slaDueAt', 'queue'])(
    'refuses %s, which is not for a client to set (A17)',
    async (name) => {
      const response = await office.ask('specialist2', 'POST', '/cases', { ...intake, [name]: 'closed' });
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toEqual([{ path: name, message: 'not a field here' }]);
    },
  );

  it.each([
    ['subject', { subject: 'High\r\nBcc: evil@example.org' }],
    ['requester.name', { requester: { name: 'Rosa\nBcc: evil@example.org' } }],
    ['requester.email', { requester: { name: 'Rosa', email: 'a@b.example\r\nBcc: evil@example.org' } }],
    ['subject', { subject: 'a\0b' }],
    ['details.remarks', { details: { remarks: '\ud800' } }],
    ['subject', { subject: { $ne: 1 } }],
    ['details', { details: [] }],
    ['accountNumber', { accountNumber: '999999' }],
  ])('refuses a bad %s (A7, A19, A43)', async (path, more) => {
    const response = await office.ask('specialist2', 'POST', '/cases', { ...intake, ...more });
    expect(response.statusCode).toBe(400);
    expect(response.json().errors[0].path).toBe(path);
  });

  it('keeps markup as the text that it is (A1)', async () => {
    const subject = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    const opened = await office.openCase({ subject });
    expect((await office.ask('specialist1', 'GET', `/cases/${opened.id}`)).json().subject).toBe(subject);
  });
});

describe('the same act asked twice', () => {
  it('makes one case of fifty parallel requests with one key, and answers all with the same bytes', async () => {
    const before = await count('cases');
    const asked = Array.from({ length: 50 }, () =>
      office.ask('specialist2', 'POST', '/cases', intake, { 'idempotency-key': 'fifty' }),
    );
    const answers = await Promise.all(asked);
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(new Set(answers.map((answer) => `${answer.headers.location} ${answer.headers.etag}`)).size).toBe(1);
    expect(await count('cases')).toBe((before ?? 0) + 1);
  });

  it('repeats a refusal too, and refuses the key for another body', async () => {
    const { id } = await office.openCase();
    const key = { 'idempotency-key': 'resume-once' };
    const first = await office.ask('specialist2', 'POST', `/cases/${id}/resume`, {}, key);
    await office.ask('specialist2', 'POST', `/cases/${id}/hold`, { reason: 'waiting for the customer' });
    const again = await office.ask('specialist2', 'POST', `/cases/${id}/resume`, {}, key);
    expect([first.statusCode, again.statusCode, again.body]).toEqual([409, 409, first.body]);
    expect((await office.ask('specialist2', 'POST', `/cases/${id}/resume`, undefined, key)).statusCode).toBe(422);
  });

  it('keeps the keys of two people and of two paths apart, and forgets them after a day', async () => {
    const key = { 'idempotency-key': 'shared' };
    const one = (await office.ask('specialist1', 'POST', '/cases', intake, key)).json();
    const two = (await office.ask('specialist2', 'POST', '/cases', intake, key)).json();
    expect(two.id).not.toBe(one.id);
    office.clock.at = '2027-04-06T20:00:00.000Z';
    expect((await office.ask('specialist1', 'POST', '/cases', intake, key)).json().id).toBe(one.id);
    await sql`update idempotency_key set at = at - interval '25 hours' where key = 'shared'`.execute(office.record.db);
    expect((await office.ask('specialist1', 'POST', '/cases', intake, key)).json().id).not.toBe(one.id);
  });
});

describe('two people at one case', () => {
  it('applies two commands at once one after the other, or refuses one by its rule', async () => {
    const { id } = await office.openCase();
    const hold = { reason: 'waiting' };
    const answers = await Promise.all([1, 2].map(() => office.ask('specialist2', 'POST', `/cases/${id}/hold`, hold)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
  });

  it('refuses a command on an older version than there is, and names the one there is', async () => {
    const { id, version } = await office.openCase();
    const seen = { 'if-match': `"${version}"` };
    expect(
      (await office.ask('specialist2', 'POST', `/cases/${id}/priority`, { priority: 'high' }, seen)).statusCode,
    ).toBe(200);
    const stale = await office.ask('specialist2', 'POST', `/cases/${id}/priority`, { priority: 'low' }, seen);
    expect(stale.statusCode).toBe(412);
    expect(stale.json().code).toBe('stale');
  });

  it('never skips a step: a case is not closed before it is resolved, nor resolved twice (A42)', async () => {
    const { id } = await office.openCase();
    const resolve = { outcome: 'usual-use', note: 'as last year' };
    const statuses = [];
    for (const [path, body] of [
      ['close', {}],
      ['resolve', resolve],
      ['resolve', resolve],
      ['cancel', { reason: 'late' }],
      ['close', {}],
      ['close', {}],
    ] as const) {
      statuses.push((await office.ask('specialist2', 'POST', `/cases/${id}/${path}`, body)).statusCode);
    }
    expect(statuses).toEqual([409, 200, 409, 409, 200, 409]);
  });
});

describe('correspondence', () => {
  it('tells notes and letters in their order, and keeps a note inside', async () => {
    const { id } = await office.openCase({ requester: { name: 'Rosa', email: 'rosa@customer.example' } });
    await office.ask('specialist2', 'POST', `/cases/${id}/messages`, {
      channel: 'phone',
      body: 'She will call back',
      visibility: 'internal',
    });
    const reply = await office.ask('specialist2', 'POST', `/cases/${id}/messages`, {
      channel: 'email',
      body: 'We are looking',
      visibility: 'customer',
    });
    expect(reply.statusCode).toBe(201);
    const { items } = (await office.ask('specialist2', 'GET', `/cases/${id}/messages`)).json();
    expect(items.map((item: { visibility: string; channel: string }) => `${item.visibility} ${item.channel}`)).toEqual([
      'customer email',
      'internal note',
      'customer email',
    ]);
  });

  it('reads a letter before it is sent, and prints it for whoever may see its case', async () => {
    const { id, number } = await office.openCase({ requester: { name: 'Rosa', email: 'rosa@customer.example' } });
    const { items } = (await office.ask('specialist2', 'GET', `/cases/${id}/messages`)).json();
    expect(items[0]).toMatchObject({ template: 'high-consumption/acknowledgement', state: 'queued' });
    expect(items[0].subject).toContain(number);
    expect(items[0].body).toContain('Rosa');
    const path = `/messages/${items[0].id}/pdf`;
    const printed = await office.ask('specialist2', 'GET', path);
    expect(printed.headers['content-type']).toBe('application/pdf');
    expect(printed.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await office.ask('technician', 'GET', path)).statusCode).toBe(404);
    expect((await office.ask('specialist2', 'GET', `/messages/${id}/pdf`)).statusCode).toBe(404);
  });
});
