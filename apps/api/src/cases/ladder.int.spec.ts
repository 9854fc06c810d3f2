import { procedureActor } from '@headgate/domain/people';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
const opened = '2027-04-06T17:00:00.000Z';
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const tick = async (id: string, deadline: string) => {
  office.moveTo(deadline);
  return await office.record.execute(id, { kind: 'tick', deadline }, procedureActor);
};
const eventsOf = async (id: string, type: string) => {
  const events = (await office.ask('supervisor', 'GET', `/cases/${id}/events`)).json();
  return events.filter((event: { type: string }) => event.type === type).map(({ data }: { data: unknown }) => data);
};

describe('an escalation', () => {
  it('is acknowledged by whoever hears of it, for a term, and goes on after it', async () => {
    office.moveTo(opened);
    const { id } = await office.openCase();
    const acknowledge = (body?: unknown) =>
      office.ask('specialist3', 'POST', `/cases/${id}/acknowledge-escalation`, body);
    expect((await acknowledge()).json().code).toBe('nothing-escalated');
    await tick(id, '2027-04-08T17:00:00.000Z');
    expect((await acknowledge({ until: '2027-05-30T17:00:00.000Z' })).statusCode).toBe(400);
    expect((await acknowledge({ until: '2027-04-09T16:00:00Z', term: { businessMinutes: 5 } })).statusCode).toBe(400);
    const answer = await acknowledge({ until: '2027-04-09T16:00:00Z' });
    expect([answer.statusCode, typeof answer.headers.etag]).toEqual([200, 'string']);
    expect(answer.json().escalated).toContainEqual({ metric: 'first-response', scope: 'case' });
    const before = (await eventsOf(id, 'escalated')).length;
    await tick(id, '2027-04-09T15:59:00.000Z');
    expect(await eventsOf(id, 'escalated')).toHaveLength(before);
    await tick(id, '2027-04-09T16:00:00.000Z');
    expect((await eventsOf(id, 'escalated')).length).toBeGreaterThan(before);
    expect(await eventsOf(id, 'escalation-acknowledged')).toMatchObject([{ until: '2027-04-09T16:00:00.000Z' }]);
  });
});

describe('a change', () => {
  it('shows the clocks as it would leave them, and is not applied by that', async () => {
    office.moveTo(opened);
    const { id, version } = await office.openCase();
    const preview = (command: unknown, by = 'specialist2') =>
      office.ask(by, 'POST', `/cases/${id}/preview`, { command });
    const held = (await preview({ kind: 'hold', reason: 'awaiting-customer' })).json();
    const states = (stand: { clocks: { state: string }[] }) => new Set(stand.clocks.map(({ state }) => state));
    expect([states(held.before).has('paused'), states(held.after).has('paused')]).toEqual([false, true]);
    const retyped = (await preview({ kind: 'retype', type: 'delinquency', details: {} })).statusCode;
    expect(retyped).toBe(400);
    expect((await preview({ kind: 'priority', priority: 'urgent' })).statusCode).toBe(200);
    expect((await preview({ kind: 'resume' })).json().code).toBe('not-held');
    expect((await preview({ kind: 'cancel', reason: 'x' })).statusCode).toBe(400);
    expect((await preview({ kind: 'priority', priority: 'low' }, 'accounting')).statusCode).toBe(404);
    expect((await office.ask('specialist2', 'GET', `/cases/${id}`)).json().version).toBe(version);
  });
});

describe('pauses that outlived a reply', () => {
  const report = async (query = '') => await office.ask('manager', 'GET', `/reports/outlived-pauses${query}`);
  const act = (id: string, path: string, body: unknown) =>
    office.ask('specialist2', 'POST', `/cases/${id}/${path}`, body);
  const replied = (id: string, at: string) =>
    act(id, 'happenings', { kind: 'customer-reply', at, data: { text: 'Here' } });

  it('are those that went on from the reply until somebody told of it', async () => {
    office.moveTo('2027-06-07T16:00:00.000Z');
    const { id, number } = await office.openCase();
    await act(id, 'hold', { reason: '=cmd|awaiting the bill', code: 'awaiting-customer' });
    office.moveTo('2027-06-09T16:00:00.000Z');
    await replied(id, '2027-06-08T16:00:00.000Z');
    const { items } = (await report()).json();
    expect(items).toEqual([
      {
        caseId: id,
        caseNumber: number,
        type: 'high-consumption',
        queue: 'customer-service',
        reason: '=cmd|awaiting the bill',
        code: 'awaiting-customer',
        heldBy: 'specialist2',
        heldAt: '2027-06-07T16:00:00.000Z',
        repliedAt: '2027-06-08T16:00:00.000Z',
        endedAt: '2027-06-09T16:00:00.000Z',
        outlivedSeconds: 86_400,
        outlivedBusinessSeconds: 28_800,
      },
    ]);
  });

  it('are not those that the reply ended', async () => {
    office.moveTo('2027-07-06T16:00:00.000Z');
    const { id } = await office.openCase();
    await act(id, 'hold', { reason: 'awaiting-customer' });
    office.moveTo('2027-07-07T16:00:00.000Z');
    await replied(id, '2027-07-07T16:00:00.000Z');
    expect((await office.ask('specialist2', 'GET', `/cases/${id}`)).json().status).toBe('open');
    expect((await report('?from=2027-07-01T00:00:00Z')).json().items).toEqual([]);
  });

  it('come page by page, and as a table that no spreadsheet takes for formulas (A11)', async () => {
    office.moveTo('2027-08-03T16:00:00.000Z');
    const { id } = await office.openCase();
    for (const day of ['04', '05', '06']) {
      office.moveTo(`2027-08-${day}T16:00:00.000Z`);
      await act(id, 'hold', { reason: 'weather' });
      office.moveTo(`2027-08-${day}T18:00:00.000Z`);
      await replied(id, `2027-08-${day}T17:00:00.000Z`);
    }
    const first = (await report('?limit=3')).json();
    const second = (await report(`?limit=3&cursor=${first.nextCursor}`)).json();
    expect([...first.items, ...second.items].map(({ heldAt }: { heldAt: string }) => heldAt.slice(5, 10))).toEqual([
      '08-06',
      '08-05',
      '08-04',
      '06-07',
    ]);
    const csv = await report('?format=csv');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.body.split('\n')).toHaveLength(6);
    expect(csv.body).toContain(",'=cmd|awaiting the bill,");
  });

  it('are shown to who watches the service levels', async () => {
    expect((await office.ask('specialist2', 'GET', '/reports/outlived-pauses')).statusCode).toBe(403);
  });
});
