import {
  asDayOff,
  type CalendarDefinition,
  type CalendarRules,
  type Closure,
  compileCalendar,
  type DayOff,
  type Hours,
  keptDays,
  spanOf,
} from '../calendar/index.ts';
import { dayMs, dayNumber, type Instant, millis, minuteMs, type Weekday, weekdays, yearOf } from '../time/index.ts';
import { error, type Finding, warning, within } from './finding.ts';

/** What a calendar's versions get wrong, each for itself and in their order. */
export function lintCalendar(calendar: CalendarDefinition): Finding[] {
  return calendar.versions.flatMap((version, i) => [
    ...within(['versions', i], lintRules(version)),
    ...(i > 0 && !isAfter(version.from, calendar.versions[i - 1]?.from)
      ? [error(['versions', i, 'from'], 'begins no later than the version before it')]
      : []),
  ]);
}

function isAfter(from: Instant | undefined, before: Instant | undefined): boolean {
  return from !== undefined && (before === undefined || millis(from) > millis(before));
}

/** The rules of one version: intervals that overlap or nearly meet, days off that never fall, closures for nothing, no hours. */
export function lintRules(rules: CalendarRules & { readonly from?: Instant }): Finding[] {
  const faults = [
    ...weekdays.flatMap((weekday) => within(['hours', weekday], lintDay(rules, weekday))),
    ...(rules.holidays ?? []).flatMap((entry, i) => within(['holidays', i], lintDayOff(asDayOff(entry), rules, i))),
    ...(rules.closures ?? []).flatMap((closure, i) => within(['closures', i], lintClosure(closure, rules, i))),
  ];
  return opens(rules) ? faults : [...faults, error(['hours'], 'never opens, so that no target is ever due')];
}

function opens(rules: CalendarRules & { readonly from?: Instant }): boolean {
  const begin = millis(rules.from ?? '2026-01-01T00:00:00Z');
  return compileCalendar({ name: 'linted', versions: [rules] }).nextOpening(begin) !== null;
}

type Span = readonly [from: number, to: number];

function lintDay(rules: CalendarRules, weekday: Weekday): Finding[] {
  const hours = rules.hours[weekday] ?? [];
  return hours.flatMap((interval, i) => {
    const others = [...hours.slice(0, i), ...tailOf(rules, weekday)];
    const crossed = others.find((other) => overlap(spanOf(other), spanOf(interval)));
    if (crossed) return [error([i], `${words(interval)} overlaps ${words(crossed)}`)];
    const gap = gapAfter(interval, rules, weekday);
    return gap > 0 ? [warning([i], gapText(interval, gap))] : [];
  });
}

/** What of the day before lies after midnight, as an interval of this day. */
function tailOf(rules: CalendarRules, weekday: Weekday): Hours[] {
  const before = weekdays[(weekdays.indexOf(weekday) + 6) % 7] as Weekday;
  return (rules.hours[before] ?? []).filter((each) => spanOf(each)[1] > dayMs).map(([, to]) => ['00:00', to] as const);
}

const overlap = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
const words = ([from, to]: Hours): string => `${from}–${to}`;

const shortestBreakMs = 5 * minuteMs;

/** A gap too short to be a break, in ms: most often a day that was to end at midnight, or at the next interval. */
function gapAfter(interval: Hours, rules: CalendarRules, weekday: Weekday): number {
  const [, end] = spanOf(interval);
  const next = weekdays[(weekdays.indexOf(weekday) + 1) % 7] as Weekday;
  const today = (rules.hours[weekday] ?? []).map((each) => spanOf(each)[0]);
  const tomorrow = (rules.hours[next] ?? []).map((each) => spanOf(each)[0] + dayMs);
  const gaps = [...today, ...tomorrow].map((start) => start - end).filter((gap) => gap > 0);
  const gap = Math.min(...gaps, Number.POSITIVE_INFINITY);
  return gap < shortestBreakMs ? gap : 0;
}

function gapText([, to]: Hours, gap: number): string {
  const minutes = gap / minuteMs;
  return `leaves a gap of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} after ${to}${to.startsWith('23:') ? '; a day ends at 24:00' : ''}`;
}

/** Recurring days are looked for in so many years from the version on. */
const yearsAhead = 30;

function lintDayOff(off: DayOff, rules: CalendarRules & { readonly from?: Instant }, place: number): Finding[] {
  if (off.from && off.to && off.to < off.from) return [error(['to'], 'lies before the first day of the rule')];
  if ('on' in off) return lintDate(off, rules, place);
  const year = Number((off.from ?? rules.from ?? '2026').slice(0, 4));
  const falls = Array.from({ length: yearsAhead }, (_, i) => year + i).some((each) => keptDays(off, each).length > 0);
  return falls ? [] : [error([], `${off.name} never falls on any day`)];
}

function lintDate(off: DayOff & { readonly on: string }, rules: CalendarRules, place: number): Finding[] {
  const year = yearOf(dayNumber(off.on));
  if (keptDays(off, year).length === 0) return [error(['on'], `${off.name} lies outside of its own dates`)];
  const twice = (rules.holidays ?? []).slice(0, place).some((other) => {
    const { on, closed } = { closed: undefined, on: '', ...asDayOff(other) };
    return on === off.on && JSON.stringify(closed) === JSON.stringify(off.closed);
  });
  return twice ? [warning([], `${off.on} is named twice`)] : [];
}

function lintClosure(closure: Closure, rules: CalendarRules & { readonly from?: Instant }, place: number): Finding[] {
  if (millis(closure.to) <= millis(closure.from)) return [error(['to'], 'ends before it begins')];
  const earlier = (rules.closures ?? []).slice(0, place);
  const crossed = earlier.find(
    (other) => millis(other.from) < millis(closure.to) && millis(closure.from) < millis(other.to),
  );
  return crossed ? [warning([], `overlaps the closure for ${crossed.reason}; what lies in both is lost once`)] : [];
}
