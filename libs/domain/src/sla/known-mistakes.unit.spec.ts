import { describe, expect, it } from '@jest/globals';
import { type CalendarDefinition, calendarBook, compileCalendar, type WeekHours } from '../calendar/index.ts';
import { clockBook } from './book.ts';
import { readClocks } from './read-clocks.ts';
import type { Clock, ClockRule, LadderStep, ServicePolicy, SlaEvent } from './types.ts';

const everyHour: WeekHours = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
);
const allWeek: CalendarDefinition = {
  name: 'all-week',
  versions: [{ timeZone: 'America/Los_Angeles', hours: everyHour }],
};

const ladder: readonly LadderStep[] = [
  { name: 'half', when: { percent: 50 }, to: ['assignee'], template: 'escalation' },
  { name: 'due', when: { percent: 100 }, to: ['supervisor'], template: 'escalation' },
];

function policy(name: string, clocks: readonly ClockRule[], more: Partial<ServicePolicy> = {}): ServicePolicy {
  return { name, version: 1, from: '2026-01-01T00:00:00Z', calendar: 'district', clocks, ladder, ...more };
}

const hours = (count: number) => ({ businessMinutes: count * 60 });
const eightHours = policy('eight-hours', [{ metric: 'resolve', target: hours(8) }]);

function read(
  policies: readonly ServicePolicy[],
  events: readonly SlaEvent[],
  now: string,
  opened = '2027-04-05T08:00:00-07:00',
) {
  const history: SlaEvent[] = [
    { type: 'opened', at: opened, priority: 'normal', policy: policies[0]!.name },
    ...events,
  ];
  return readClocks(history, clockBook(policies, calendarBook([allWeek])), now);
}

function clock(clocks: readonly Clock[], metric: string): Clock {
  const found = clocks.find((each) => each.metric === metric);
  if (!found) throw new Error(`no ${metric}`);
  return found;
}

describe('The mistakes that other systems made with clocks', () => {
  it('a calendar of 24 hours on 7 days loses no minute at midnight (zammad 3180)', () => {
    const calendar = compileCalendar(allWeek);
    const from = Date.parse('2027-04-05T23:30:00-07:00');
    expect(calendar.add(from, 3_600_000)).toBe(from + 3_600_000);
    expect(calendar.between(from, from + 30 * 86_400_000)).toBe(30 * 86_400_000);
    expect(calendar.segments(from, from + 86_400_000)).toHaveLength(1);
  });

  it("a customer's message does not touch the clock of the first response (zammad 5177)", () => {
    const both = policy('both', [
      { metric: 'first-response', target: hours(8) },
      { metric: 'next-response', target: hours(2) },
    ]);
    const { clocks } = read(
      [both],
      [{ type: 'customer-reply', at: '2027-04-05T11:00:00-07:00' }],
      '2027-04-05T12:00:00-07:00',
    );
    expect(clocks.map((each) => each.metric)).toEqual(['first-response']);
    expect(clock(clocks, 'first-response').dueAt).toBe('2027-04-06T00:00:00.000Z');
  });

  it('no step of a business ladder falls on midnight or a weekend (zammad 4432)', () => {
    const { reached, nextAt } = read([eightHours], [], '2027-04-12T07:00:00-07:00', '2027-04-09T16:00:00-07:00');
    expect({ reached, nextAt }).toEqual({ reached: [], nextAt: '2027-04-12T18:00:00.000Z' });
  });

  it('a change of the service level keeps the pause (glpi 15605, frappe/helpdesk 1554)', () => {
    const four = policy('four-hours', [{ metric: 'resolve', target: hours(4) }]);
    const events: SlaEvent[] = [
      { type: 'hold', at: '2027-04-05T09:00:00-07:00' },
      { type: 'policy', at: '2027-04-05T10:00:00-07:00', policy: 'four-hours' },
      { type: 'resume', at: '2027-04-05T11:00:00-07:00' },
    ];
    const held = clock(read([eightHours, four], events.slice(0, 2), '2027-04-05T10:30:00-07:00').clocks, 'resolve');
    expect(held).toMatchObject({ state: 'paused', dueAt: null, elapsedSeconds: 3600, targetSeconds: 14_400 });
    const resumed = clock(read([eightHours, four], events, '2027-04-05T12:00:00-07:00').clocks, 'resolve');
    expect(resumed).toMatchObject({ state: 'running', elapsedSeconds: 7200, dueAt: '2027-04-05T22:00:00.000Z' });
  });

  it('hours are those of the calendar’s own zone, so that nothing escalates at creation (glpi 15429)', () => {
    const { clocks, reached } = read([eightHours], [], '2027-04-05T15:00:00Z', '2027-04-05T15:00:00Z');
    expect(reached).toEqual([]);
    expect(clock(clocks, 'resolve')).toMatchObject({ elapsedSeconds: 0, dueAt: '2027-04-06T00:00:00.000Z' });
  });

  it('a calendar works without hours on Monday (osTicket 6739)', () => {
    const calendar = compileCalendar({
      name: 'no-monday',
      versions: [{ timeZone: 'America/Los_Angeles', hours: { wed: [['09:00', '10:00']] } }],
    });
    expect(calendar.add(Date.parse('2027-04-05T08:00:00-07:00'), 5_400_000)).toBe(
      Date.parse('2027-04-14T09:30:00-07:00'),
    );
  });

  it('99.951 % is not shown as breached (ServiceNow)', () => {
    const long = policy('long', [{ metric: 'resolve', target: { businessMinutes: 100_000 } }], {
      calendar: 'all-week',
    });
    const opened = '2027-04-05T00:00:00Z';
    const now = new Date(Date.parse(opened) + 99_951 * 60_000).toISOString();
    expect(clock(read([long], [], now, opened).clocks, 'resolve')).toMatchObject({ percent: 99.951, state: 'running' });
    const almost = new Date(Date.parse(opened) + 100_000 * 60_000 - 1).toISOString();
    expect(clock(read([long], [], almost, opened).clocks, 'resolve')).toMatchObject({
      percent: 99.999,
      state: 'running',
    });
  });

  it('a level stands at its instant of the day, not at midnight (glpi 22678)', () => {
    const { reached } = read([eightHours], [], '2027-04-06T12:00:00-07:00', '2027-04-05T10:00:00-07:00');
    expect(reached.map((step) => step.dueAt)).toEqual(['2027-04-05T22:00:00.000Z', '2027-04-06T17:00:00.000Z']);
  });

  it('the lunch break is left out once, on every day (osTicket 6847)', () => {
    const week = policy('week', [{ metric: 'resolve', target: hours(40) }]);
    expect(clock(read([week], [], '2027-04-05T09:00:00-07:00').clocks, 'resolve').dueAt).toBe(
      '2027-04-10T00:00:00.000Z',
    );
  });

  it('a case that was merged into another no longer escalates (zammad 904)', () => {
    const { clocks, reached, nextAt } = read(
      [eightHours],
      [{ type: 'cancel', at: '2027-04-05T09:00:00-07:00' }],
      '2027-04-20T09:00:00-07:00',
    );
    expect(clock(clocks, 'resolve').state).toBe('cancelled');
    expect({ reached, nextAt }).toEqual({ reached: [], nextAt: null });
  });

  it('a level missed by a crash is found again, at its true instant, by every later reading (GLPI)', () => {
    const later = read([eightHours], [], '2027-04-20T09:00:00-07:00').reached;
    const atOnce = read([eightHours], [], '2027-04-05T17:00:00-07:00').reached;
    expect(later.map(({ step, dueAt }) => [step.name, dueAt])).toEqual(
      atOnce.map(({ step, dueAt }) => [step.name, dueAt]),
    );
  });
});
