import { setting } from '../settings/index.ts';
import { type CivilDate, dayNumber } from '../time/index.ts';
import { keptDays } from './days-off.ts';
import type { DayOff } from './types.ts';

const keptMonday = { observed: 'monday-after-sunday' } as const;

/** The days of Gov. Code 6700 that bind the district; further ones are added here as the board resolves. */
export const legalHolidayList = setting<readonly DayOff[]>('legal-holidays', {
  value: [
    { month: 1, day: 1, name: "New Year's Day", ...keptMonday },
    { weekday: 'mon', nth: 3, month: 1, name: 'Martin Luther King Jr. Day' },
    { month: 2, day: 12, name: 'Lincoln Day', ...keptMonday },
    { weekday: 'mon', nth: 3, month: 2, name: "Presidents' Day" },
    { month: 3, day: 31, name: 'Cesar Chavez Day', ...keptMonday },
    { weekday: 'mon', nth: -1, month: 5, name: 'Memorial Day' },
    { month: 7, day: 4, name: 'Independence Day', ...keptMonday },
    { weekday: 'mon', nth: 1, month: 9, name: 'Labor Day' },
    { month: 9, day: 9, name: 'Admission Day', ...keptMonday },
    { weekday: 'fri', nth: 4, month: 9, name: 'Native American Day' },
    { weekday: 'mon', nth: 2, month: 10, name: 'Columbus Day' },
    { month: 11, day: 11, name: 'Veterans Day', ...keptMonday },
    { weekday: 'thu', nth: 4, month: 11, name: 'Thanksgiving' },
    { month: 12, day: 25, name: 'Christmas Day', ...keptMonday },
  ],
  from: '2000-01-01',
  rule: 'F3',
  source: 'Gov. Code 6700, 6701',
  confirmed: false,
});

/** The days on which the district's office is shut by resolution of its board. */
export const localHolidayList = setting<readonly DayOff[]>('local-holidays', {
  value: [{ weekday: 'thu', nth: 4, month: 11, plusDays: 1, name: 'Day after Thanksgiving' }],
  from: '2000-01-01',
  rule: 'F3',
  source: 'board resolution',
  confirmed: false,
});

/** The legal holiday kept on a date (rule F3; a holiday on Sunday is kept on Monday too), or null. */
export function legalHoliday(date: CivilDate): string | null {
  const day = dayNumber(date);
  const year = Number(date.slice(0, 4));
  const kept = legalHolidayList.on(date).flatMap((off) => keptDays(off, year));
  return kept.find((each) => each.day === day)?.off.name ?? null;
}

export function isLegalHoliday(date: CivilDate): boolean {
  return legalHoliday(date) !== null;
}

/** Every legal holiday of a year with its date, in order (rule F3). */
export function legalHolidays(year: number): readonly { readonly on: CivilDate; readonly name: string }[] {
  return legalHolidayList
    .on(`${year}-12-31`)
    .flatMap((off) => keptDays(off, year))
    .sort((a, b) => a.day - b.day)
    .map(({ day, off }) => ({ on: new Date(day * 86_400_000).toISOString().slice(0, 10), name: off.name }));
}
