import { Temporal } from 'temporal-polyfill';
import { civilDate, dayMs, dayNumber } from './civil.ts';
import { type CivilDate, type Instant, instantOf, millis } from './instant.ts';

/** A stretch of time in which a zone keeps one offset; `offset` is wall time minus UTC. All in ms. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const known = new Map<string, OffsetSpan[][]>();

/** The stretches of constant offset of an IANA zone that together cover a UTC year, in order. */
export function offsetsInYear(timeZone: string, year: number): readonly OffsetSpan[] {
  let years = known.get(timeZone);
  if (!years) {
    years = [];
    known.set(timeZone, years);
  }
  years[year] ??= readOffsets(timeZone, Date.UTC(year), Date.UTC(year + 1));
  return years[year];
}

function readOffsets(timeZone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const end = Math.min(next?.epochMilliseconds ?? to, to);
    spans.push({ from: at.epochMilliseconds, to: end, offset: Math.round(at.offsetNanoseconds / 1e6) });
    if (!next || end === to) return spans;
    at = next;
  }
}

/** Wall time minus UTC at an instant, in ms. */
export function offsetAt(timeZone: string, ms: number): number {
  const spans = offsetsInYear(timeZone, new Date(ms).getUTCFullYear());
  for (const span of spans) if (ms < span.to) return span.offset;
  throw new RangeError(`not an instant: ${ms}`);
}

export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** The date on the wall at an instant. */
export function civilDateAt(instant: Instant, timeZone: string): CivilDate {
  const ms = millis(instant);
  return civilDate(Math.floor((ms + offsetAt(timeZone, ms)) / dayMs));
}

/**
 * The instant of a wall time, given as ms since midnight of `date`.
 * A time that the spring change skips is as long after the change as it is after the gap's start (02:30 is 03:30);
 * one that the fall change repeats is the first.
 */
export function wallToMillis(date: CivilDate, sinceMidnight: number, timeZone: string): number {
  return wallMillis(dayNumber(date) * dayMs + sinceMidnight, timeZone);
}

/** The same for a wall time in ms since 1970-01-01T00:00 on the wall. */
export function wallMillis(wall: number, timeZone: string): number {
  const year = new Date(wall).getUTCFullYear();
  return wallInYear(wall, timeZone, wall - Date.UTC(year) < dayMs ? year - 1 : year);
}

function wallInYear(wall: number, timeZone: string, year: number, before?: OffsetSpan): number {
  let last = before;
  for (const span of offsetsInYear(timeZone, year)) {
    if (wall - span.offset < span.from) return wall - (last ?? span).offset;
    if (wall - span.offset < span.to) return wall - span.offset;
    last = span;
  }
  return wallInYear(wall, timeZone, year + 1, last);
}

/** The instant of midnight at the start of a civil date. */
export function startOfDay(date: CivilDate, timeZone: string): Instant {
  return instantOf(wallToMillis(date, 0, timeZone));
}
