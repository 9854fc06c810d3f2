import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDefinition, type Closure, calendarBook, type DayOff } from '../calendar/index.ts';
import { clockBook } from './book.ts';
import { anyScenario } from './oracle/random-scenario.ts';
import { readClocksOnly } from './read-clocks.ts';
import type { ServicePolicy, SlaEvent, Target } from './types.ts';

const day = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
] as const;
const office = {
  timeZone: 'America/Los_Angeles',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
};
const april = (date: number, time: string) => `2027-04-${String(date).padStart(2, '0')}T${time}:00-07:00`;
const utc = (text: string) => new Date(text).toISOString();

const policy = (target: Target): ServicePolicy => ({
  name: 'tried',
  version: 1,
  from: '2026-01-01T00:00:00Z',
  calendar: 'office',
  clocks: [
    { metric: 'resolve', target },
    { metric: 'acknowledge', target },
  ],
  ladder: [],
});
const opened: SlaEvent = { type: 'opened', at: april(5, '08:00'), priority: 'normal', policy: 'tried' };

const before: CalendarDefinition = { name: 'office', versions: [office] };

/** The office's calendar, and the same with what was told of it at an instant. */
function edited(
  at: string,
  more: { closures?: readonly Closure[]; holidays?: readonly (string | DayOff)[] },
  declaredAt = at,
): CalendarDefinition[] {
  return [before, { name: 'office', declaredAt, versions: [office, { ...office, ...more, from: at }] }];
}

function clock(
  target: Target,
  calendars: readonly CalendarDefinition[],
  now: string,
  events: SlaEvent[] = [],
  metric = 'resolve',
) {
  const book = clockBook([policy(target)], calendarBook(calendars));
  return readClocksOnly([opened, ...events], book, now).find((each) => each.metric === metric);
}

const flood = { from: april(6, '13:30'), to: april(9, '00:00'), reason: 'flood' };
const declared = edited(april(6, '13:30'), { closures: [flood] });
const byEndOf = (businessDays: number): Target => ({ businessDays, endOfDay: true });

describe('A closure declared in an emergency', () => {
  it('moves what is due in future by the open time that it takes away', () => {
    expect(clock({ businessMinutes: 960 }, declared, april(6, '14:00'))).toMatchObject({
      dueAt: utc(april(9, '11:30')),
      elapsedSeconds: 45_000,
    });
  });

  it('takes nothing from what had passed when it was declared, also when it is said to have begun before', () => {
    const backdated = edited(april(6, '13:30'), { closures: [{ ...flood, from: april(6, '08:00') }] });
    expect(clock({ businessMinutes: 960 }, backdated, april(6, '13:30'))?.elapsedSeconds).toBe(
      clock({ businessMinutes: 960 }, [before], april(6, '13:30'))?.elapsedSeconds,
    );
  });

  it('makes no one late who had until the end of the day on which it is declared', () => {
    const planned = clock(byEndOf(1), [before], april(6, '13:00'));
    expect(planned).toMatchObject({ dueAt: utc(april(6, '17:00')), state: 'running' });
    expect(clock(byEndOf(1), declared, april(6, '13:30'))).toMatchObject({
      dueAt: utc(april(9, '17:00')),
      state: 'running',
    });
    expect(clock({ businessDays: 0 }, declared, april(6, '13:30'))?.dueAt).toBe(utc(april(5, '17:00')));
  });

  it('that ends before closing leaves the day a business day', () => {
    const morning = edited(april(6, '08:00'), {
      closures: [{ ...flood, from: april(6, '08:00'), to: april(6, '10:00') }],
    });
    expect(clock(byEndOf(1), morning, april(6, '09:00'))?.dueAt).toBe(utc(april(6, '17:00')));
  });

  it('leaves what is due already due then', () => {
    expect(clock({ businessMinutes: 480 }, declared, april(6, '14:00'))).toMatchObject({
      dueAt: utc(april(5, '17:00')),
      state: 'breached',
    });
  });
});

describe('What has ended', () => {
  const resolved: SlaEvent[] = [{ type: 'resolve', at: april(6, '09:00') }];

  it('stays as it was, due and all, whatever the calendar is told later', () => {
    for (const target of [{ businessMinutes: 2_400 }, byEndOf(3), { calendarDays: 3, endOfDay: true }]) {
      const ended = clock(target, [before], april(6, '10:00'), resolved);
      expect(clock(target, declared, april(12, '10:00'), resolved)).toEqual(ended);
    }
  });

  it('knew what had been told by then, and not what was told after', () => {
    const holiday = { holidays: [{ on: '2027-04-07', name: 'board day' }] };
    const told = (declaredAt: string) => edited(april(7, '00:00'), holiday, declaredAt);
    expect(clock(byEndOf(2), told(april(5, '09:00')), april(12, '10:00'), resolved)?.dueAt).toBe(
      utc(april(8, '17:00')),
    );
    expect(clock(byEndOf(2), told(april(6, '10:00')), april(12, '10:00'), resolved)?.dueAt).toBe(
      utc(april(7, '17:00')),
    );
  });

  it('may be one clock of a case whose others run on', () => {
    const events: SlaEvent[] = [{ type: 'acknowledge', at: april(5, '09:00') }];
    const due = (metric: string) => clock(byEndOf(2), declared, april(12, '10:00'), events, metric)?.dueAt;
    expect([due('acknowledge'), due('resolve')]).toEqual([utc(april(7, '17:00')), utc(april(12, '17:00'))]);
  });

  it('never changes by an edit that comes after it, in any history', () => {
    fc.assert(
      fc.property(anyScenario, ({ calendars, policies, history, now }) => {
        const told = ({ name, versions }: CalendarDefinition): CalendarDefinition[] => [
          { name, versions },
          { name, declaredAt: now, versions: [...versions, { ...versions[0], holidays: [], hours: {}, from: now }] },
        ];
        const was = readClocksOnly(history, clockBook(policies, calendarBook(calendars)), now);
        const is = readClocksOnly(history, clockBook(policies, calendarBook(calendars.flatMap(told))), now);
        const ended = (clocks: typeof was) => clocks.filter(({ stoppedAt }) => stoppedAt !== null && stoppedAt < now);
        expect(ended(is)).toEqual(ended(was));
      }),
      { numRuns: 150 },
    );
  });
});
