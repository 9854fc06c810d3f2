import { type CivilDate, dayNumber, minuteMs } from '../time/index.ts';
import type { CompiledCalendar } from './compile.ts';

/** How long something may take, as policies and statutes say it. */
export type Target =
  | { readonly businessMinutes: number }
  | { readonly businessDays: number; readonly endOfDay?: boolean }
  | { readonly calendarDays: number; readonly roll?: 'none' | 'next-business-day'; readonly endOfDay?: boolean }
  | { readonly fixedOn: CivilDate };

/** Time that a clock counts: a calendar's open time, or all time. Lengths in ms. */
export interface Counter {
  between(from: number, to: number): number;
  add(from: number, amount: number): number | null;
}

export const allTime: Counter = { between: (from, to) => to - from, add: (from, amount) => from + amount };

/** Business targets are filled by open time, calendar-day targets and fixed dates by all time. */
export function counterOf(target: Target, calendar: CompiledCalendar): Counter {
  return 'businessMinutes' in target || 'businessDays' in target ? calendar : allTime;
}

/**
 * When a target that begins at `start` (epoch ms) is due if nothing pauses it; null: never, the calendar does not open.
 * Business days: the n-th business day after the day of the start, at its last closing (`endOfDay`) or at the
 * same time of day (if the office is shut then, at the closing before it, or at the first opening).
 * Calendar days: the same time of day n days later, or the end of that day. A fixed date ends at its last closing,
 * or at midnight when the office stays shut.
 */
export function dueOf(target: Target, start: number, calendar: CompiledCalendar): number | null {
  const due = nominalDue(target, start, calendar);
  return due === null ? null : Math.max(due, start);
}

/** The same before it is seen that a wall time which comes twice, or a date that is over, lies before the start. */
function nominalDue(target: Target, start: number, calendar: CompiledCalendar): number | null {
  if ('businessMinutes' in target) return calendar.add(start, target.businessMinutes * minuteMs);
  if ('businessDays' in target) return businessDaysLater(target, start, calendar);
  if ('calendarDays' in target) return calendarDaysLater(target, start, calendar);
  return endOfDay(dayNumber(target.fixedOn), calendar);
}

function businessDaysLater(
  target: { readonly businessDays: number; readonly endOfDay?: boolean },
  start: number,
  calendar: CompiledCalendar,
): number | null {
  if (target.businessDays === 0) return endOfThisDay(start, calendar);
  const day = calendar.businessDayAfter(calendar.dayAt(start), target.businessDays);
  if (day === null) return null;
  return target.endOfDay ? endOfDay(day, calendar) : atOpenTime(day, calendar.timeOfDayAt(start), calendar);
}

/** By the end of the day of the start, or of the next business day when that day has no open time left. */
function endOfThisDay(start: number, calendar: CompiledCalendar): number | null {
  const opening = calendar.nextOpening(start);
  if (opening === null) return null;
  const day = calendar.dayAt(opening);
  const last = calendar.closingOf(day) === null ? calendar.businessDayAfter(day, 1) : day;
  return last === null ? null : endOfDay(last, calendar);
}

/** The wall time itself when the office is open or closing then, else the closing before it or the first opening. */
function atOpenTime(day: number, timeOfDay: number, calendar: CompiledCalendar): number {
  const midnight = calendar.instantOf(day, 0);
  const open = calendar.between(midnight, calendar.instantOf(day, timeOfDay));
  const at = calendar.instantOf(day, timeOfDay);
  if (calendar.isOpen(at)) return at;
  return open > 0 ? calendar.add(midnight, open)! : calendar.nextOpening(midnight)!;
}

function calendarDaysLater(
  target: { readonly calendarDays: number; readonly roll?: 'none' | 'next-business-day'; readonly endOfDay?: boolean },
  start: number,
  calendar: CompiledCalendar,
): number | null {
  let day: number | null = calendar.dayAt(start) + target.calendarDays;
  if (target.roll === 'next-business-day' && calendar.closingOf(day) === null) day = calendar.businessDayAfter(day, 1);
  if (day === null) return null;
  return target.endOfDay ? endOfDay(day, calendar) : calendar.instantOf(day, calendar.timeOfDayAt(start));
}

function endOfDay(day: number, calendar: CompiledCalendar): number {
  return calendar.closingOf(day) ?? calendar.instantOf(day + 1, 0);
}
