import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarBook } from '../calendar/index.ts';
import { clockBook } from './book.ts';
import { anyScenario } from './oracle/random-scenario.ts';
import { readClocksOnly } from './read-clocks.ts';
import type { ChangeRule, ServicePolicy, SlaEvent } from './types.ts';

const at = (time: string) => `2027-04-05T${time}:00-07:00`;
const policy = (version: number, minutes: number, change: ChangeRule): ServicePolicy => ({
  name: 'tried',
  version,
  from: '2026-01-01T00:00:00Z',
  calendar: 'district',
  clocks: [{ metric: 'resolve', target: { businessMinutes: minutes } }],
  ladder: [],
  changeRules: { policy: change },
});
const opened: SlaEvent = { type: 'opened', at: at('08:00'), priority: 'normal', policy: 'tried', version: 1 };
const moved: SlaEvent = { type: 'policy', at: at('10:00'), policy: 'tried', version: 2, move: 'm' };
const undone: SlaEvent = { type: 'policy', at: at('11:00'), policy: 'tried', version: 1, undoes: 'm' };

const read = (change: ChangeRule, events: SlaEvent[], now: string) =>
  readClocksOnly(
    [opened, ...events],
    clockBook([policy(1, 480, change), policy(2, 120, change)], calendarBook()),
    at(now),
  );

describe('A move of running cases that is undone', () => {
  it.each(['carry', 'restart', 'earlier-due'] as const)(
    'loses nothing that had elapsed, where a change is to %s',
    (change) => {
      expect(read(change, [moved, undone], '12:00')).toEqual(read(change, [], '12:00'));
      expect(read(change, [moved, undone], '12:00')[0]).toMatchObject({
        elapsedSeconds: 14_400,
        targetSeconds: 28_800,
      });
    },
  );

  it('counts by the version that it moved to, until it is undone', () => {
    expect(read('carry', [moved, undone], '10:30')[0]).toMatchObject({ targetSeconds: 7_200, state: 'breached' });
    expect(read('restart', [moved, undone], '10:30')[0]).toMatchObject({ targetSeconds: 7_200, elapsedSeconds: 1_800 });
  });

  it('stays what it was in a cycle that has ended since, and leads the next one back', () => {
    const ended: SlaEvent[] = [
      { type: 'resolve', at: at('10:15') },
      { type: 'reopen', at: at('10:45') },
    ];
    const clocks = read('restart', [moved, ...ended, undone], '12:00');
    expect(
      clocks.map(({ policyVersion, elapsedSeconds, targetSeconds }) => [policyVersion, elapsedSeconds, targetSeconds]),
    ).toEqual([
      [2, 900, 7_200],
      [1, 4_500, 28_800],
    ]);
  });

  it('never was, in any history', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(20), fc.nat(20), ({ calendars, policies, history, now }, a, b) => {
        const running = history.filter(({ type }) => !['resolve', 'cancel', 'reopen'].includes(type));
        const instants = running.map((event) => event.at);
        const [from, to] = [instants[a % instants.length], instants[b % instants.length]].sort() as [string, string];
        const there: SlaEvent = { type: 'policy', at: from, policy: 'other', move: 'm' };
        const back: SlaEvent = { type: 'policy', at: to, policy: 'plain', undoes: 'm' };
        const book = clockBook(policies, calendarBook(calendars));
        const asked = [to, now].sort().at(-1) as string;
        expect(readClocksOnly([...running, there, back], book, asked)).toEqual(readClocksOnly(running, book, asked));
      }),
      { numRuns: 150 },
    );
  });
});
