import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const resolveClock = async (id: string) =>
  (await office.ask('supervisor', 'GET', `/cases/${id}`))
    .json()
    .clocks.find((clock: { metric: string }) => clock.metric === 'resolve');

describe('what anybody may compute', () => {
  it('reads the clocks of a history that is only told', async () => {
    const history = {
      metric: 'resolve',
      target: { businessMinutes: 60 },
      openedAt: '2027-04-01T09:00:00-07:00',
      events: [],
      now: '2027-04-01T10:30:00-07:00',
    };
    const response = await office.ask('operations', 'POST', '/sla/preview', history);
    expect(response.json()).toMatchObject([
      { metric: 'resolve', state: 'breached', dueAt: '2027-04-01T17:00:00.000Z', percent: 150 },
    ]);
    const unknown = await office.ask('operations', 'POST', '/sla/preview', { ...history, calendar: 'moon' });
    expect([unknown.statusCode, unknown.json().errors[0].path]).toEqual([400, 'calendar']);
  });

  it('computes with its steps, and names what is wrong', async () => {
    const input = { service: 'irrigation', amount: '100.00', dueOn: '2027-01-01', asOf: '2027-04-02' };
    const response = await office.ask('accounting', 'POST', '/calculators/late-charges', input);
    expect(response.json().steps.length).toBeGreaterThan(0);
    expect(
      (await office.ask('accounting', 'POST', '/calculators/late-charges', { ...input, asOf: '2027-02-29' })).json()
        .errors[0].path,
    ).toBe('asOf');
    expect((await office.ask('accounting', 'POST', '/calculators/constructor', {})).statusCode).toBe(404);
  });

  it('shows every figure of law with its source, and whether counsel confirmed it', async () => {
    const { items } = (await office.ask('specialist1', 'GET', '/rates')).json();
    expect(items.length).toBeGreaterThan(20);
    for (const rate of items)
      expect(rate).toMatchObject({
        rule: expect.any(String),
        source: expect.any(String),
        confirmed: expect.any(Boolean),
      });
  });
});

describe('a change of the rules', () => {
  it('of a calendar moves what is due in future, and tells the procedures', async () => {
    const { id } = await office.openCase();
    const before = await resolveClock(id);
    await sql`delete from outbox`.execute(office.record.db);
    const [current] = (await office.ask('supervisor', 'GET', '/calendars')).json().items;
    const { timeZone, hours } = current.rules;
    const closed = {
      name: 'district',
      timeZone,
      hours,
      closures: [{ from: '2027-04-12T00:00:00-07:00', to: '2027-04-17T00:00:00-07:00', reason: 'flood' }],
    };
    expect((await office.ask('specialist2', 'POST', '/calendars', closed)).statusCode).toBe(403);
    const added = await office.ask('supervisor', 'POST', '/calendars', { ...closed, from: '2027-04-06T18:00:00Z' });
    expect([added.statusCode, added.json().version]).toEqual([201, 2]);
    expect((await resolveClock(id)).dueAt > before.dueAt).toBe(true);
    const nudged = async () =>
      (await sql`select from outbox where case_id = ${id}::uuid`.execute(office.record.db)).rows.length;
    for (let tries = 0; tries < 50 && (await nudged()) === 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await nudged()).toBe(1);
    const past = await office.ask('supervisor', 'POST', '/calendars', { ...closed, from: '2027-04-01T00:00:00Z' });
    expect(past.statusCode).toBe(400);
  });

  it('of a policy holds for cases opened later, and leaves those that run', async () => {
    const running = await office.openCase();
    const policies = (await office.ask('supervisor', 'GET', '/policies')).json().items;
    const {
      versions: _all,
      version,
      from: _from,
      ...policy
    } = policies.find((each: { name: string }) => each.name === 'service-high-consumption');
    const urgent = policy.clocks.map((rule: { metric: string }) =>
      rule.metric === 'resolve' ? { ...rule, target: { businessDays: 1 } } : rule,
    );
    office.moveTo('2027-04-07T17:00:00.000Z');
    const added = await office.ask('supervisor', 'POST', '/policies', { ...policy, clocks: urgent });
    expect([added.statusCode, added.json().version]).toEqual([201, version + 1]);
    const later = await office.openCase();
    expect((await resolveClock(later.id)).targetSeconds).toBeLessThan((await resolveClock(running.id)).targetSeconds);
  });

  it('is refused where the linter finds an error, with the place of each', async () => {
    const places = async (path: string, body: unknown) => {
      const response = await office.ask('supervisor', 'POST', path, body);
      return [response.statusCode, response.json().errors?.map((error: { path: string }) => error.path)];
    };
    const resolve = { metric: 'resolve', target: { businessDays: 5 } };
    const step = { name: 'due', when: { percent: 100 }, to: ['manager'], template: 'escalation' };
    const policy = { name: 'tried', calendar: 'district', clocks: [resolve], ladder: [step] };
    const wrong = {
      ...policy,
      clocks: [resolve, { ...resolve, calendar: 'mars' }],
      ladder: [step, { ...step, template: 'shouting' }],
    };
    expect(await places('/policies', wrong)).toEqual([
      400,
      ['clocks.1', 'clocks.1.calendar', 'ladder.1.name', 'ladder.1.template'],
    ]);
    expect(await places('/policies', { ...policy, calendar: 'moon' })).toEqual([400, ['calendar']]);
    expect(await places('/policies', { ...policy, ladder: [{ ...step, to: ['mayor'] }] })).toEqual([
      400,
      ['ladder.0.to.0'],
    ]);
    const hours = {
      mon: [
        ['08:00', '12:00'],
        ['11:00', '17:00'],
      ],
    };
    const calendar = { name: 'counter', timeZone: 'America/Los_Angeles' };
    expect(await places('/calendars', { ...calendar, hours })).toEqual([400, ['hours.mon.1']]);
    expect(await places('/calendars', { ...calendar, hours: {} })).toEqual([400, ['hours']]);
    const late = { ...calendar, hours: { mon: [['08:00', '23:59']], tue: [['00:00', '24:00']] } };
    const kept = (await office.ask('supervisor', 'POST', '/calendars', late)).json();
    expect(kept.findings).toEqual([expect.objectContaining({ level: 'warning', path: 'hours.mon.0' })]);
    const { items } = (await office.ask('specialist1', 'GET', '/findings')).json();
    expect(items).toContainEqual(expect.objectContaining({ of: 'calendar', name: 'counter', path: 'hours.mon.0' }));
  });
});

describe('a file for the register', () => {
  const header = 'account,received_on,amount,method,reference';
  const send = async (file: string, more = '', headers: Record<string, string> = {}) =>
    office.send({
      method: 'POST',
      url: `/api/v1/imports/payments${more}`,
      payload: file,
      headers: {
        authorization: `Bearer ${await office.tokenOf('accounting')}`,
        'content-type': 'text/csv',
        ...headers,
      },
    });

  it('is tried, taken once however often it comes, and its bad rows are named', async () => {
    const file = `${header}\n100001,2027-04-01,25.00,cash,R-1\n100001,2027-04-01,much,cash,R-2\n`;
    expect((await send(file, '?dryRun=true')).json()).toMatchObject({ rows: 2, accepted: 1 });
    for (const key of ['a', 'b', 'b']) {
      const answer = (await send(file, '', { 'idempotency-key': key })).json();
      expect(answer).toMatchObject({ rows: 2, accepted: 1, rejected: [{ line: 3, column: 'amount' }] });
    }
    expect((await office.ask('accounting', 'GET', '/accounts/100001')).json().balance).toBe('-25.00');
  });

  it('is CSV of a known kind', async () => {
    expect((await send('{}', '', { 'content-type': 'application/json' })).statusCode).toBe(415);
    expect((await send('account\n1\n')).statusCode).toBe(400);
    const unknown = await office.send({
      method: 'POST',
      url: '/api/v1/imports/toString',
      payload: header,
      headers: { authorization: `Bearer ${await office.tokenOf('accounting')}`, 'content-type': 'text/csv' },
    });
    expect(unknown.statusCode).toBe(404);
  });
});
