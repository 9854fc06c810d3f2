import { civilDate, dayNumber } from './civil.ts';
import type { CivilDate } from './instant.ts';

/** The same day of the month `months` later, or the last day of a month too short for it. Throws RangeError on no date. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  dayNumber(date);
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = firstDay(month);
  const length = firstDay(month + 1) - first;
  return civilDate(first + Math.min(Number(date.slice(8, 10)), length) - 1);
}

/** Whether the text is a day that exists: `2028-02-29` is, `2027-02-29` is not. */
export function isCivilDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The later of two days. */
export function laterDay(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b;
}

function firstDay(month: number): number {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return dayNumber(`${year}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}
