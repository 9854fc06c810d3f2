import { addDays, type CivilDate, weekdayOf } from '../time/index.ts';
import { statementDueDates } from './figures.ts';

/** A half year of production: `2027-H1` is January to June 2027. */
export type HalfYear = string;

export const halfYearPattern = /^(20\d\d|21\d\d)-H[12]$/;

/** First and last day of the half year. Throws RangeError on text that is no half year. */
export function daysOf(period: HalfYear): { readonly first: CivilDate; readonly last: CivilDate } {
  const { year, half } = partsOf(period);
  return half === 1
    ? { first: `${year}-01-01`, last: `${year}-06-30` }
    : { first: `${year}-07-01`, last: `${year}-12-31` };
}

/** The day on or before which statement and payment are due: 31 July, or 31 January of the next year (C6, C8). */
export function statementDueOn(period: HalfYear): CivilDate {
  const { year, half } = partsOf(period);
  const due = statementDueDates.on(daysOf(period).last);
  return half === 1 ? `${year}-${due.H1}` : `${year + 1}-${due.H2}`;
}

/** The half year whose statement falls due next, counted from a day; on the due date itself it is still that one. */
export function periodDueNext(on: CivilDate): HalfYear {
  const year = Number(on.slice(0, 4));
  const periods = [`${year - 1}-H2`, `${year}-H1`, `${year}-H2`] as const;
  return periods.find((period) => on <= statementDueOn(period)) ?? periods[2];
}

/** The last day on which an act due on `dueOn` is in time: the due date, or the next business day after it (F21). */
export function timelyThrough(dueOn: CivilDate, isLegalHoliday: (date: CivilDate) => boolean): CivilDate {
  let day = dueOn;
  while (isWeekend(day) || isLegalHoliday(day)) day = addDays(day, 1);
  return day;
}

function isWeekend(date: CivilDate): boolean {
  return ['sat', 'sun'].includes(weekdayOf(date));
}

function partsOf(period: HalfYear): { readonly year: number; readonly half: 1 | 2 } {
  if (!halfYearPattern.test(period)) throw new RangeError(`not a half year: ${period}`);
  return { year: Number(period.slice(0, 4)), half: period.endsWith('1') ? 1 : 2 };
}
