import type { CivilDate } from './instant.ts';

const dayMillis = 86_400_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists: `2028-02-29` is, `2027-02-29` is not. */
export function isCivilDate(text: string): boolean {
  return pattern.test(text) && civilOf(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** The day `days` later (earlier when negative). Throws RangeError on text that is no date. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilOf(dayNumber(date) * dayMillis + days * dayMillis);
}

/** The same day of the month `months` later, or the last day of a month too short for it. Throws RangeError on no date. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = partsOf(date);
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const length = new Date(first);
  length.setUTCMonth(first.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(day, length.getUTCDate()));
  return civilOf(first.getTime());
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Throws RangeError on text that is no date. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The later of two days. */
export function laterDay(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b;
}

function dayNumber(date: CivilDate): number {
  const [year, month, day] = partsOf(date);
  return new Date(0).setUTCFullYear(year, month - 1, day) / dayMillis;
}

function partsOf(date: CivilDate): [year: number, month: number, day: number] {
  if (!isCivilDate(date)) throw new RangeError(`not a date: ${date}`);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function civilOf(ms: number): CivilDate {
  if (Number.isNaN(ms)) return '';
  const text = new Date(ms).toISOString();
  if (text.length !== 24) throw new RangeError('the day lies outside the years 0000 to 9999');
  return text.slice(0, 10);
}
