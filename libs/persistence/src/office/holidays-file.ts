import type { DayOff } from '@headgate/domain/calendar';
import { Refusal } from '@headgate/domain/case';
import { type CivilDate, civilDate, dayMs, dayNumber, type Instant, offsetAt } from '@headgate/domain/time';
import ICAL from 'ical.js';

const YEARS_AHEAD = 10;
const MOST_DAYS = 5_000;
const MOST_STEPS = 20_000;

/** Days of a file are taken from a year before `now` to ten years after it; times are told on the calendar's wall. */
export interface Reading {
  readonly timeZone: string;
  readonly now: Instant;
}

/**
 * The days off of an iCalendar file: whole days, runs of days, recurrences laid out as dates, and hours of a day as a
 * part-day holiday. What was cancelled is left out. Throws a Refusal when the text is no such file.
 */
export function readHolidaysFile(text: string, reading: Reading): DayOff[] {
  const events = parsed(text).map((component) => new ICAL.Event(component));
  const whole = events.filter((event) => !event.isRecurrenceException() && !isCancelled(event));
  const exceptions = events.filter((event) => event.isRecurrenceException());
  const days = whole.flatMap((event) => daysOf(event, exceptions, reading));
  if (days.length > MOST_DAYS) throw unreadable(`more than ${MOST_DAYS} days off`);
  const once = new Map(days.map((day) => [JSON.stringify(day), day]));
  return [...once.values()].sort((a, b) => (`${on(a)} ${a.name}` < `${on(b)} ${b.name}` ? -1 : 1));
}

const on = (day: DayOff): CivilDate => ('on' in day ? day.on : '');

function parsed(text: string): ICAL.Component[] {
  try {
    const file = new ICAL.Component(ICAL.parse(text));
    if (file.name !== 'vcalendar') throw new Error(`it holds ${file.name}`);
    return file.getAllSubcomponents('vevent');
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'unreadable');
  }
}

function unreadable(why: string): Refusal {
  const message = `not an iCalendar file of days off: ${why.slice(0, 200)}`;
  return new Refusal('shape', 'invalid-input', `file: ${message}`, { errors: [{ path: 'file', message }] });
}

const isCancelled = (event: ICAL.Event): boolean =>
  String(event.component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

interface Occurrence {
  readonly event: ICAL.Event;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

function daysOf(event: ICAL.Event, exceptions: readonly ICAL.Event[], reading: Reading): DayOff[] {
  if (!event.startDate) throw unreadable(`${event.summary || 'an event'} has no date`);
  return occurrences(event, exceptions, reading)
    .filter((each) => !isCancelled(each.event))
    .flatMap((each) => laidOut(each, reading));
}

const subDaily: ReadonlySet<string> = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);

/** The event itself, or each of its recurrences in the years that are read. */
function occurrences(event: ICAL.Event, exceptions: readonly ICAL.Event[], { now }: Reading): Occurrence[] {
  const year = Number(now.slice(0, 4));
  const isNear = (time: ICAL.Time) => time.year >= year - 1 && time.year <= year + YEARS_AHEAD;
  if (!event.isRecurring()) {
    return isNear(event.startDate) ? [{ event, start: event.startDate, end: event.endDate }] : [];
  }
  if (Object.keys(event.getRecurrenceTypes()).some((frequency) => subDaily.has(frequency)))
    throw unreadable(`${event.summary} recurs within a day`);
  for (const exception of exceptions) if (exception.uid === event.uid) event.relateException(exception);
  const found: Occurrence[] = [];
  const dates = event.iterator();
  let steps = 0;
  for (let next = dates.next(); next && next.year <= year + YEARS_AHEAD; next = dates.next()) {
    if (++steps > MOST_STEPS) throw unreadable(`${event.summary} recurs too often`);
    if (!isNear(next)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push({ event: item, start: startDate, end: endDate });
    if (found.length > MOST_DAYS) throw unreadable(`more than ${MOST_DAYS} days off`);
  }
  return found;
}

/** The dates of one occurrence. An end at midnight is the end of the day before, as iCalendar has it. */
function laidOut({ event, start, end }: Occurrence, { timeZone }: Reading): DayOff[] {
  const name = (event.summary ?? '').trim().slice(0, 200) || 'holiday';
  if (start.isDate) {
    const first = dayNumber(dateOf(start));
    const last = Math.max(first, dayNumber(dateOf(end)) - 1);
    return range(first, last).map((day) => ({ on: civilDate(day), name }));
  }
  const from = onTheWall(start, timeZone);
  const to = onTheWall(end, timeZone);
  return range(Math.floor(from / dayMs), Math.ceil(to / dayMs) - 1).flatMap((day) => partOf(day, from, to, name));
}

function range(first: number, last: number): number[] {
  if (last - first > 400) throw unreadable('a holiday of more than a year');
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

function partOf(day: number, from: number, to: number, name: string): DayOff[] {
  const begin = Math.max(from - day * dayMs, 0);
  const end = Math.min(to - day * dayMs, dayMs);
  if (begin >= end) return [];
  if (begin === 0 && end === dayMs) return [{ on: civilDate(day), name }];
  return [{ on: civilDate(day), name, closed: [[clockText(begin), clockText(end)]] }];
}

function dateOf({ year, month, day }: ICAL.Time): CivilDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Wall time in ms: a floating time is the calendar's own; any other is an instant, seen from the calendar. */
function onTheWall(time: ICAL.Time, timeZone: string): number {
  const floating = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute);
  if (time.zone === ICAL.Timezone.localTimezone || time.zone?.tzid === 'floating') return floating;
  const instant = time.toUnixTime() * 1_000;
  return instant + offsetAt(timeZone, instant);
}

function clockText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
