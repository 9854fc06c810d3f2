import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.close());

const resolve = { metric: 'resolve', target: { businessDays: 1, endOfDay: true } };
const policy = { name: 'service-high-consumption', calendar: 'district', clocks: [resolve] };

async function answered(question: unknown, by = 'manager') {
  const asked = await office.ask(by, 'POST', '/what-if', question);
  expect([asked.statusCode, asked.json().state]).toEqual([202, 'running']);
  const where = String(asked.headers.location).replace('/api/v1', '');
  for (let tries = 0; tries < 150; tries++) {
    const job = (await office.ask(by, 'GET', where)).json();
    if (job.state !== 'running') return { ...job, where };
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error('the what-if did not end');
}

describe('what past cases would have come to', () => {
  it('is told by type, department, clock and level, with the cases that change and nothing written to them', async () => {
    const { id, number } = await office.openCase();
    await office
      .openCase({
        type: 'delinquency',
        details: { service: 'irrigation', amount: '80.00', billedOn: '2027-02-01', dueOn: '2027-03-01' },
      })
      .catch(() => null);
    office.moveTo('2027-04-12T17:00:00.000Z');
    await office.ask('supervisor', 'POST', `/cases/${id}/resolve`, { outcome: 'unexplained', note: 'looked at' });
    const before = (await office.ask('supervisor', 'GET', `/cases/${id}`)).json();
    const job = await answered({ policy });
    expect(job).toMatchObject({ state: 'done', failure: null });
    expect(job.done).toBe(job.total);
    const row = job.result.rows.find((each: { metric: string }) => each.metric === 'resolve');
    expect(row).toMatchObject({
      type: 'high-consumption',
      department: 'customer-service',
      before: { met: 1, breached: 0 },
      after: { met: 0, breached: 1 },
      worse: 1,
    });
    const { items } = (await office.ask('manager', 'GET', `${job.where}/cases?limit=100`)).json();
    expect(items).toContainEqual(
      expect.objectContaining({ number, metric: 'resolve', before: 'met', after: 'breached' }),
    );
    expect((await office.ask('supervisor', 'GET', `/cases/${id}`)).json()).toEqual(before);
  });

  it('is told for a ladder and for a calendar alone, and for the cases of a time', async () => {
    const ladder = [{ name: 'at once', when: { percent: 1 }, to: ['lead'], template: 'escalation' }];
    const { result } = await answered({ ladder });
    expect(result.levels).toContainEqual(expect.objectContaining({ level: 'at once', before: 0 }));
    const none = await answered({ ladder, from: '2026-01-01T00:00:00Z', before: '2026-02-01T00:00:00Z' });
    expect(none.result).toMatchObject({ cases: 0, rows: [], levels: [] });
  });

  it('is paged, each clock once', async () => {
    const job = await answered({ policy });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: { number: string; metric: string; scope: string }[]; nextCursor: string | null } = (
        await office.ask('manager', 'GET', `${job.where}/cases?limit=1${cursor ? `&cursor=${cursor}` : ''}`)
      ).json();
      seen.push(...page.items.map((item) => `${item.number} ${item.metric} ${item.scope}`));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(job.result.changes);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is not asked with what does not exist, and not by everybody', async () => {
    const places = async (question: unknown) => {
      const response = await office.ask('manager', 'POST', '/what-if', question);
      return [response.statusCode, response.json().errors?.[0].path];
    };
    expect(await places({ policy: { ...policy, calendar: 'moon' } })).toEqual([400, 'policy.calendar']);
    expect(await places({ policies: [policy, { ...policy, clocks: [{ ...resolve, calendar: 'mars' }] }] })).toEqual([
      400,
      'policies.1.clocks.0.calendar',
    ]);
    expect(await places({ from: '2027-02-01T00:00:00Z', before: '2027-01-01T00:00:00Z' })).toEqual([400, 'before']);
    expect((await office.ask('specialist1', 'POST', '/what-if', {})).statusCode).toBe(403);
    expect((await office.ask('manager', 'GET', '/what-if/0191e4a0-0000-7000-8000-000000000000')).statusCode).toBe(404);
  });
});
