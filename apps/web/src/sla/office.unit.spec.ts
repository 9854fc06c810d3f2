import { describe, expect, it } from '@jest/globals';
import type { Calendar } from '../api/types.ts';
import { officeOf } from './office.ts';

const day: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
];
const district: Calendar = {
  name: 'district',
  timeZone: 'America/Los_Angeles',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }],
};
const openAt = (instant: string) => officeOf(district, Date.parse(instant)).open;

describe('whether the office counts now', () => {
  it('opens at eight by the clock on its own wall and closes at noon', () => {
    expect(openAt('2026-11-25T15:59:59Z')).toBe(false);
    expect(openAt('2026-11-25T16:00:00Z')).toBe(true);
    expect(openAt('2026-11-25T19:59:59Z')).toBe(true);
    expect(openAt('2026-11-25T20:00:00Z')).toBe(false);
  });

  it('is closed on a holiday and at the weekend', () => {
    expect(openAt('2026-11-26T18:00:00Z')).toBe(false);
    expect(openAt('2026-11-28T18:00:00Z')).toBe(false);
  });

  it('has days of eight hours; a calendar that is not known counts round the clock', () => {
    expect(officeOf(district, 0).daySeconds).toBe(8 * 3600);
    expect(officeOf(undefined, 0)).toEqual({ open: true, daySeconds: 24 * 3600 });
  });
});
