import { describe, expect, it } from '@jest/globals';
import { addDays, addMonths, daysBetween, isCivilDate, laterDay } from './index.ts';

describe('civil dates and months', () => {
  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2027-01-15', -13, '2025-12-15'],
  ])('%s and %d months is %s: a month too short ends the count', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('counts days over the leap day and the change to summer time', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2027-03-13', 2)).toBe('2027-03-15');
    expect(daysBetween('2027-03-13', '2027-03-15')).toBe(2);
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });

  it('knows which days exist', () => {
    expect(isCivilDate('2028-02-29')).toBe(true);
    expect(isCivilDate('2027-02-29')).toBe(false);
    expect(isCivilDate('2027-13-01')).toBe(false);
    expect(isCivilDate('27-01-01')).toBe(false);
    expect(() => addDays('2027-02-29', 1)).toThrow(RangeError);
    expect(laterDay('2027-01-02', '2027-01-10')).toBe('2027-01-10');
  });
});
