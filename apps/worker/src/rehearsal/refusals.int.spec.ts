import { describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from './rehearse.ts';
import { rehearseAlone } from './rehearse-alone.ts';
import { readScenario } from './scenario.ts';

const scenario = readScenario({
  type: 'delinquency',
  openAt: '2027-04-01T09:00:00-07:00',
  until: '2027-06-15',
  intake: {
    subject: 'Past due',
    accountNumber: '100002',
    details: {
      service: 'residential',
      dwelling: 'yes',
      amount: '120.50',
      billedOn: '2027-02-10',
      dueOn: '2027-03-03',
    },
  },
  happenings: [
    { at: '2027-04-10T10:00:00-07:00', kind: 'wrongful-shut-off', data: { reason: 'said so' } },
    { at: '2027-04-11T10:00:00-07:00', kind: 'rain', data: {} },
  ],
  people: [
    { task: 'order-review', after: '1h', outcome: { approved: true }, by: 'supervisor' },
    { task: 'order-review', after: '1h', outcome: { approved: true }, by: 'supervisor' },
  ],
});

const told = ({ at, data }: TimelineEntry) => {
  const { happening, task, by, code, rule } = data as Record<string, unknown>;
  return { at, what: happening ?? task, ...(by ? { by } : {}), code, rule };
};

describe('what a rule refuses in a rehearsal', () => {
  it('is told in its place in the timeline, and the rehearsal goes on to its end', async () => {
    const timeline = await rehearseAlone(scenario);
    const refused = timeline.filter(({ event }) => event === 'refused');
    expect(refused.map(told)).toEqual([
      { at: '2027-04-10T17:00:00.000Z', what: 'wrongful-shut-off', code: 'never-shut-off', rule: 'F10' },
      { at: '2027-04-11T17:00:00.000Z', what: 'rain', code: 'invalid-input', rule: null },
      {
        at: '2027-05-03T17:00:00.000Z',
        what: 'order-review',
        by: 'supervisor',
        code: 'second-person',
        rule: 'F11',
      },
    ]);
    expect(refused.every(({ data }) => (data as { detail: string }).detail.length > 10)).toBe(true);
    const instants = timeline.map(({ at }) => Date.parse(at));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    const ordered = timeline.find(({ event }) => event === 'shut-off-ordered')?.data as { approvedBy: string[] };
    expect(ordered.approvedBy).toEqual(['supervisor', 'specialist3']);
    expect(timeline.map(({ event }) => event)).toContain('shut-off-carried-out');
  }, 120_000);
});
