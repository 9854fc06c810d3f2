import type { CivilDate } from './instant.ts';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

export const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof weekdays)[number];

/** Days since 1970-01-01 of a civil date. Throws RangeError on a date that does not exist, such as 2027-02-29. */
export function dayNumber(date: CivilDate): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const day = parts ? Math.floor(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / dayMs) : Number.NaN;
  if (Number.isNaN(day) || civilDate(day) !== date) throw new RangeError(`not a date: ${date}`);
  return day;
}

/** The civil date that is so many days after 1970-01-01. */
export function civilDate(day: number): CivilDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
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
