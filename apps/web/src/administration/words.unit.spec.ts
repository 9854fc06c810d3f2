import { describe, expect, it } from '@jest/globals';
import { changeWords, countsWords, hoursWords, stepWords, targetWords } from './words.ts';

describe('Rules in words', () => {
  it.each([
    [{ businessDays: 10, endOfDay: true }, '10 business days, by end of day'],
    [{ businessMinutes: 60 }, '1 business hour'],
    [{ businessMinutes: 45 }, '45 business minutes'],
    [{ calendarDays: 1 }, '1 calendar day'],
    [{ fixedOn: '2027-05-01' }, 'by 2027-05-01'],
    [{ low: { businessDays: 2 }, normal: { businessDays: 1 } }, 'low: 2 business days; normal: 1 business day'],
  ])('a target of %j', (target, words) => {
    expect(targetWords(target)).toBe(words);
  });

  it('steps of a ladder', () => {
    const at = (when: Record<string, unknown>) => stepWords({ name: 'x', to: [], when });
    expect([at({ percent: 75 }), at({ businessMinutes: -60 }), at({ wallMinutes: 1 }), at({ wallMinutes: 0 })]).toEqual(
      ['at 75 %', '60 business minutes before the due', '1 minute after the due', 'at the due'],
    );
  });

  it('the hours of a week, days with the same ones together', () => {
    const day: [string, string][] = [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ];
    expect(hoursWords({ mon: day, tue: day, wed: [['08:00', '12:00']], fri: day })).toBe(
      'mon–tue 08:00–12:00, 13:00–17:00; wed 08:00–12:00; fri 08:00–12:00, 13:00–17:00',
    );
    expect(hoursWords({})).toBe('');
  });

  it('a change of a clock, and the counts of all', () => {
    const stand = { state: 'running', dueAt: null, percent: 0 } as const;
    const change = { metric: 'resolve', scope: 'case', cycle: 1 };
    expect(
      changeWords({
        ...change,
        before: { ...stand, dueAt: '2027-04-05T16:00:00Z' },
        after: { ...stand, state: 'breached' },
      }),
    ).toBe('Resolve: due Mon, Apr 5, 2027, 09:00 PDT → no time yet, running → breached');
    expect(changeWords({ ...change, before: null, after: stand })).toBe('Resolve begins');
    expect(changeWords({ ...change, before: stand, after: null })).toBe('Resolve ends');
    const none = { cases: 0, changed: 0, dueEarlier: 0, dueLater: 0, newlyBreached: 0, noLongerBreached: 0 };
    expect(countsWords(none)).toBe('No running case is concerned.');
    expect(countsWords({ ...none, cases: 3, changed: 2, dueEarlier: 2 })).toBe(
      '3 running cases; the clocks of 2 change, 2 due earlier, 0 due later, 0 would stand breached, 0 no longer.',
    );
  });
});
