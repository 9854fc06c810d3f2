import { describe, expect, it } from '@jest/globals';
import { calendarBook } from '../calendar/index.ts';
import { clockBook, UnknownNameError } from './book.ts';
import { defaultLadder } from './default-policies.ts';
import type { ServicePolicy, SlaEvent } from './types.ts';
import { type PastCase, type Proposal, proposedBook, whatIf } from './what-if.ts';
import { joinResults } from './what-if-tallies.ts';

const at = (time: string) => `2027-04-05T${time}:00-07:00`;
const policy = (minutes: number, more: Partial<ServicePolicy> = {}): ServicePolicy => ({
  name: 'eight',
  version: 1,
  from: '2026-01-01T00:00:00Z',
  calendar: 'district',
  clocks: [
    { metric: 'resolve', target: { businessMinutes: minutes } },
    { metric: 'hand-off', target: { businessMinutes: minutes } },
  ],
  ladder: defaultLadder,
  ...more,
});
const past = (id: string, resolved: string, events: SlaEvent[] = []): PastCase => ({
  id,
  number: `HG-${id}`,
  type: 'general-inquiry',
  department: 'customer-service',
  handOffs: { visit: 'operations' },
  history: [
    { type: 'opened', at: at('08:00'), priority: 'normal', policy: 'eight' },
    ...events,
    { type: 'resolve', at: at(resolved) },
  ],
});
const nothing: Proposal = { policies: [], calendars: [], ladder: null };
const book = clockBook([policy(480)], calendarBook());
const tried = (proposal: Partial<Proposal>) =>
  whatIf(book, proposedBook(book, { ...nothing, ...proposal }), at('20:00'));
const visit: SlaEvent[] = [
  { type: 'task-opened', at: at('08:00'), visit: 'visit' },
  { type: 'task-done', at: at('11:00'), visit: 'visit' },
];

describe('A what-if', () => {
  it('counts what would have been met and breached by type, department and clock, and names each that changes', () => {
    const trial = tried({ policies: [policy(120)] });
    const changes = trial.add([past('quick', '09:00'), past('slow', '15:00', visit)]);
    const of = { type: 'general-inquiry', scope: 'case', cycle: 1, before: 'met', after: 'breached' };
    expect(changes).toEqual([
      { ...of, id: 'slow', number: 'HG-slow', department: 'customer-service', metric: 'resolve' },
      { ...of, id: 'slow', number: 'HG-slow', department: 'operations', metric: 'hand-off', scope: 'visit' },
    ]);
    const row = { type: 'general-inquiry', better: 0 };
    expect(trial.result()).toMatchObject({
      cases: 2,
      rows: [
        {
          ...row,
          department: 'customer-service',
          metric: 'resolve',
          before: { met: 2, breached: 0 },
          after: { met: 1, breached: 1 },
          worse: 1,
        },
        { ...row, department: 'operations', metric: 'hand-off', before: { met: 1 }, after: { breached: 1 }, worse: 1 },
      ],
    });
  });

  it('counts how often each step of the ladder would have been reached', () => {
    const trial = tried({ policies: [policy(240)] });
    trial.add([past('slow', '13:30')]);
    const of = { type: 'general-inquiry', department: 'customer-service' };
    expect(trial.result().levels).toEqual([
      { ...of, level: 'at-risk', before: 0, after: 1 },
      { ...of, level: 'due', before: 0, after: 1 },
      { ...of, level: 'half', before: 1, after: 1 },
    ]);
  });

  it('tries a ladder alone under every policy', () => {
    const trial = tried({ ladder: [{ name: 'early', when: { percent: 10 }, to: ['lead'], template: 'escalation' }] });
    trial.add([past('slow', '13:30')]);
    expect(trial.result()).toMatchObject({
      rows: [{ worse: 0, better: 0 }],
      levels: [
        { level: 'early', before: 0, after: 1 },
        { level: 'half', before: 1, after: 0 },
      ],
    });
  });

  it('tries a calendar: an office that opens later breaches less', () => {
    const hours = { mon: [['14:00', '17:00']] } as const;
    const calendar = { name: 'district', versions: [{ timeZone: 'America/Los_Angeles', hours }] } as const;
    const trial = whatIf(
      clockBook([policy(120)], calendarBook()),
      proposedBook(clockBook([policy(120)], calendarBook()), { ...nothing, calendars: [calendar] }),
      at('20:00'),
    );
    expect(trial.add([past('slow', '15:00')])).toMatchObject([{ before: 'breached', after: 'met' }]);
  });

  it('refuses what is tried on a calendar that neither the office nor the proposal has, with its place', () => {
    const on = (calendar: string) => () => proposedBook(book, { ...nothing, policies: [policy(1, { calendar })] });
    expect(on('moon')).toThrow(UnknownNameError);
    expect(on('moon')).toThrow(expect.objectContaining({ path: ['policies', 0, 'calendar'] }));
  });

  it('comes to the same in parts as at once', () => {
    const cases = ['09:00', '10:30', '13:30', '15:00', '16:59'].map((time, i) => past(`${i}`, time, visit));
    const whole = tried({ policies: [policy(120)] });
    whole.add(cases);
    const parts = [cases.slice(0, 2), cases.slice(2)].map((part) => {
      const trial = tried({ policies: [policy(120)] });
      trial.add(part);
      return trial.result();
    });
    expect(joinResults(parts)).toEqual(whole.result());
  });
});
