import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarBook } from '../calendar/index.ts';
import { millis } from '../time/index.ts';
import { clockBook } from './book.ts';
import { defaultClockBook } from './default-policies.ts';
import { explain } from './explain.ts';
import { anyScenario } from './oracle/random-scenario.ts';
import { readClocksOnly } from './read-clocks.ts';
import type { SlaEvent } from './types.ts';

const april = (day: number, time: string) => `2027-04-0${day}T${time}-07:00`;
const opened: SlaEvent = { type: 'opened', at: april(5, '09:00:00'), priority: 'normal', policy: 'service-standard' };

describe('The segments of a clock', () => {
  it('add up to its elapsed seconds and to all that passed, whatever fractions of a second they begin with', () => {
    fc.assert(
      fc.property(anyScenario, fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 20 }), (scenario, fractions) => {
        const history = scenario.history.map((event, i) => ({
          ...event,
          at: new Date(millis(event.at) + (fractions[i % fractions.length] ?? 0)).toISOString(),
        })) as SlaEvent[];
        const book = clockBook(scenario.policies, calendarBook(scenario.calendars));
        for (const clock of readClocksOnly(history, book, scenario.now)) {
          const told = explain(history, book, scenario.now, clock);
          const ends = Math.min(millis(scenario.now), millis(clock.stoppedAt ?? scenario.now));
          expect(told?.clock).toEqual(clock);
          expect(told?.countedSeconds).toBe(clock.elapsedSeconds);
          expect(told?.segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(
            Math.floor((ends - millis(clock.startedAt)) / 1000),
          );
          expect(told?.segments.every(({ seconds }) => seconds >= 0)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('follow one another from the start to the stop', () => {
    const history: SlaEvent[] = [
      opened,
      { type: 'hold', at: april(5, '11:00:00'), reason: 'awaiting-customer' },
      { type: 'resume', at: april(5, '14:00:00') },
      { type: 'resolve', at: april(5, '16:30:00') },
    ];
    const told = explain(history, defaultClockBook, april(6, '09:00:00'), { metric: 'resolve' });
    expect(
      told?.segments.map(({ from, to, seconds, reason }) => [from.slice(11, 16), to.slice(11, 16), seconds, reason]),
    ).toEqual([
      ['16:00', '18:00', 7_200, 'open'],
      ['18:00', '19:00', 3_600, 'on hold: awaiting-customer'],
      ['19:00', '20:00', 3_600, 'outside office hours'],
      ['20:00', '21:00', 3_600, 'on hold: awaiting-customer'],
      ['21:00', '23:30', 9_000, 'open'],
    ]);
  });

  it('are those of the visit and the cycle that are asked for, of the newest when none is', () => {
    const history: SlaEvent[] = [
      opened,
      { type: 'task-opened', at: april(5, '09:00:00'), visit: 'first', task: 'reread' },
      { type: 'task-returned', at: april(5, '10:00:00'), visit: 'first' },
      { type: 'task-opened', at: april(5, '10:30:00'), visit: 'second', task: 'reread' },
    ];
    const of = (which: { scope?: string; cycle?: number }) =>
      explain(history, defaultClockBook, april(5, '11:00:00'), { metric: 'hand-off', ...which })?.countedSeconds;
    expect([of({}), of({ scope: 'first' }), of({ scope: 'second', cycle: 1 })]).toEqual([1_800, 3_600, 1_800]);
    expect([of({ scope: 'third' }), of({ scope: 'first', cycle: 2 })]).toEqual([undefined, undefined]);
  });
});
