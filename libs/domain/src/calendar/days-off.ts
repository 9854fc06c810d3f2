import { type CivilDate, civilDate, dayNumber, weekdayIndex, weekdays } from '../time/index.ts';
import type { DayOff, DayRule } from './types.ts';

/** A day off as it falls in the calendar: its day number, and the rule that made it. */
export interface KeptDay {
  readonly day: number;
  readonly off: DayOff;
}

export function asDayOff(entry: CivilDate | DayOff): DayOff {
  return typeof entry === 'string' ? { on: entry, name: 'holiday' } : entry;
}

/** Every day of a civil year on which the rule is kept, observed days included. */
export function keptDays(off: DayOff, year: number): KeptDay[] {
  const first = dayNumber(`${year}-01-01`);
  const last = dayNumber(`${year}-12-31`);
  return [year - 1, year, year + 1]
    .flatMap((nominalYear) => nominalDays(off, nominalYear))
    .filter((day) => holdsOn(off, civilDate(day)))
    .flatMap((day) => withObserved(day, off.observed))
    .filter((day) => first <= day && day <= last)
    .map((day) => ({ day, off }));
}

function holdsOn(off: DayOff, date: CivilDate): boolean {
  return (!off.from || off.from <= date) && (!off.to || date <= off.to);
}

function withObserved(day: number, observed: DayOff['observed']): number[] {
  const weekday = weekdayIndex(day);
  if (observed && weekday === 0) return [day, day + 1];
  if (observed === 'nearest-weekday' && weekday === 6) return [day, day - 1];
  return [day];
}

function nominalDays(rule: DayRule, year: number): number[] {
  if ('on' in rule) return rule.on.startsWith(`${year}-`) ? [dayNumber(rule.on)] : [];
  if ('day' in rule) return existingDay(year, rule.month, rule.day);
  if ('everyWeeks' in rule) return everySoManyWeeks(rule.startingOn, rule.everyWeeks, year);
  const months = rule.month ? [rule.month] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  return months.flatMap((month) => nthWeekday(year, month, rule)).map((day) => day + (rule.plusDays ?? 0));
}

function existingDay(year: number, month: number, day: number): number[] {
  return day <= daysInMonth(year, month) ? [firstOfMonth(year, month) + day - 1] : [];
}

function nthWeekday(year: number, month: number, rule: { weekday: (typeof weekdays)[number]; nth: number }): number[] {
  const first = firstOfMonth(year, month);
  const offset = (weekdays.indexOf(rule.weekday) - weekdayIndex(first) + 7) % 7;
  const count = Math.floor((daysInMonth(year, month) - offset - 1) / 7) + 1;
  const nth = rule.nth < 0 ? count + rule.nth : rule.nth - 1;
  return nth >= 0 && nth < count ? [first + offset + 7 * nth] : [];
}

function everySoManyWeeks(startingOn: CivilDate, weeks: number, year: number): number[] {
  const start = dayNumber(startingOn);
  const first = dayNumber(`${year}-01-01`);
  const step = 7 * weeks;
  const days: number[] = [];
  const begin = start >= first ? start : start + Math.ceil((first - start) / step) * step;
  for (let day = begin; day <= dayNumber(`${year}-12-31`); day += step) days.push(day);
  return days;
}

function firstOfMonth(year: number, month: number): number {
  return Date.UTC(year, month - 1, 1) / 86_400_000;
}

function daysInMonth(year: number, month: number): number {
  return firstOfMonth(year, month + 1) - firstOfMonth(year, month);
}
