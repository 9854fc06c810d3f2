import type { CivilDate } from './instant.ts';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** Days since 1970-01-01 of a civil date. Throws RangeError on a date that does not exist, such as 2027-02-29. */
export function dayNumber(date: CivilDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const found = new Date(Date.UTC(year, month - 1, day));
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || found.getUTCMonth() !== month - 1) throw new RangeError(`not a date: ${date}`);
  return found.getTime() / dayMs;
}

/** The civil date that is so many days after 1970-01-01. */
export function civilDate(day: number): CivilDate {
  const at = new Date(day * dayMs);
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`);
  return `${String(at.getUTCFullYear()).padStart(4, '0')}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
}

/** The year of a day number. */
export function yearOf(day: number): number {
  return new Date(day * dayMs).getUTCFullYear();
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(dayNumber(date) + days);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 is Sunday. 1970-01-01 was a Thursday. */
export function weekdayIndex(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export function weekdayOf(date: CivilDate): Weekday {
  return weekdays[weekdayIndex(dayNumber(date))]!;
}
