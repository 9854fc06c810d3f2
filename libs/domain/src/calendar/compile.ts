import { type CivilDate, civilDate, dayMs, dayNumber, millis, offsetAt, wallMillis } from '../time/index.ts';
import { type LostTime, lostBetween } from './days-off-between.ts';
import { type OpenTime, type OpenYear, openTime } from './open-time.ts';
import { pieces, type ReadRules, readRules } from './pieces.ts';
import type { CalendarDefinition, Segment, Verdict } from './types.ts';

/** A calendar ready to be asked. All instants and lengths are whole epoch ms. */
export interface CompiledCalendar extends OpenTime {
  readonly name: string;
  /** The zone in force at an instant (a version may change it). */
  zoneAt(at: number): string;
  dateAt(at: number): CivilDate;
  /** The date on the wall as a day number; and ms since midnight on the wall. */
  dayAt(at: number): number;
  timeOfDayAt(at: number): number;
  /** The instant of a wall time, given as a day number and ms since its midnight. */
  instantOf(day: number, timeOfDay: number): number;
  verdictAt(at: number): Verdict;
  /** The stretches between two instants, counted or not and why; they add up to the whole. */
  segments(from: number, to: number): readonly Segment[];
  /** Days off and closures between two instants that took away open time, in order. */
  daysOff(from: number, to: number): readonly LostTime[];
  /** The end of the last open stretch of a day; null when it is no business day, or an emergency took its end away. */
  closingOf(day: number): number | null;
  /** A day with any open time. */
  isBusinessDay(date: CivilDate): boolean;
  /** The n-th business day (as a day number) after a day, n > 0; null when there is none for a long while. */
  businessDayAfter(day: number, n: number): number | null;
}

interface Version {
  readonly from: number;
  readonly to: number;
  readonly rules: ReadRules;
}

/** Compiles lazily: each UTC year is worked out when it is first needed. Throws RangeError on malformed hours. */
export function compileCalendar(definition: CalendarDefinition): CompiledCalendar {
  const versions = readVersions(definition);
  const cut = (from: number, to: number) => merged(versions.flatMap((version) => piecesOfVersion(version, from, to)));
  const zoneAt = zoneReader(versions);
  const wallAt = (at: number) => at + offsetAt(zoneAt(at), at);
  const time = openTime((year) =>
    hasHours(versions, year) ? openYear(cut(Date.UTC(year), Date.UTC(year + 1))) : openYear([]),
  );
  const instantOf = (day: number, timeOfDay: number) =>
    wallMillis(day * dayMs + timeOfDay, zoneAt(day * dayMs + timeOfDay));
  const closingOf = closings(time, instantOf, cutShort(versions, cut));
  return {
    ...time,
    name: definition.name,
    zoneAt,
    dateAt: (at) => civilDate(Math.floor(wallAt(at) / dayMs)),
    dayAt: (at) => Math.floor(wallAt(at) / dayMs),
    timeOfDayAt: (at) => ((wallAt(at) % dayMs) + dayMs) % dayMs,
    instantOf,
    verdictAt: (at) => cut(at, at + 1)[0]!,
    segments: cut,
    daysOff: (from, to) =>
      versions.flatMap((each) => lostBetween(each.rules, Math.max(from, each.from), Math.min(to, each.to))),
    closingOf,
    isBusinessDay: (date) => closingOf(dayNumber(date)) !== null,
    businessDayAfter: (day, n) => businessDayAfter(closingOf, day, n),
  };
}

/** Spares the compilation of years in which no version has any hours. */
function hasHours(versions: readonly Version[], year: number): boolean {
  const inYear = versions.filter((version) => version.from < Date.UTC(year + 1) && Date.UTC(year) < version.to);
  return inYear.some((version) => version.rules.week.some((spans) => spans.length > 0));
}

function zoneReader(versions: readonly Version[]): (at: number) => string {
  const only = versions.length === 1 ? versions[0]!.rules.timeZone : null;
  return (at) => only ?? (versions.findLast((version) => version.from <= at) ?? versions[0]!).rules.timeZone;
}

/** The last closing of each day, worked out once. */
function closings(
  time: OpenTime,
  instantOf: (day: number, timeOfDay: number) => number,
  isCutShort: (closing: number, midnight: number) => boolean,
): (day: number) => number | null {
  const found = new Map<number, number | null>();
  return (day) => {
    let closing = found.get(day);
    if (closing === undefined) {
      const midnight = instantOf(day, 0);
      const end = instantOf(day + 1, 0);
      const open = time.between(midnight, end);
      closing = open > 0 ? time.add(midnight, open) : null;
      if (closing !== null && isCutShort(closing, end)) closing = null;
      found.set(day, closing);
    }
    return closing;
  };
}

/**
 * Whether a closure took away open time between a day's last closing and midnight. Such a day is no business day: what
 * was to be done by its end is not late because the office was sent home.
 */
function cutShort(versions: readonly Version[], cut: (from: number, to: number) => Segment[]) {
  if (versions.every(({ rules }) => rules.closures.length === 0)) return () => false;
  const planned = versions.map((version) => ({ ...version, rules: { ...version.rules, closures: [] } }));
  const isPlanned = (at: number, to: number) =>
    planned.some((version) => piecesOfVersion(version, at, to).some((piece) => piece.counted));
  return (closing: number, midnight: number) =>
    cut(closing, midnight).some((piece) => piece.reason === 'closure' && isPlanned(piece.from, piece.to));
}

function readVersions(definition: CalendarDefinition): Version[] {
  const starts = definition.versions.map((version, i) =>
    i > 0 && version.from ? millis(version.from) : Number.NEGATIVE_INFINITY,
  );
  return definition.versions.map((version, i) => ({
    from: starts[i]!,
    to: starts[i + 1] ?? Number.POSITIVE_INFINITY,
    rules: readRules(version),
  }));
}

function piecesOfVersion(version: Version, from: number, to: number): Segment[] {
  const start = Math.max(from, version.from);
  const end = Math.min(to, version.to);
  return start < end ? pieces(version.rules, start, end) : [];
}

/** Joins neighbours with the same verdict. */
function merged(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && last.to === segment.from && sameVerdict(last, segment))
      joined[joined.length - 1] = { ...last, to: segment.to };
    else joined.push(segment);
  }
  return joined;
}

function sameVerdict(a: Verdict, b: Verdict): boolean {
  return a.reason === b.reason && ('name' in a ? a.name : '') === ('name' in b ? b.name : '');
}

function openYear(segments: readonly Segment[]): OpenYear {
  const open = segments.filter((segment) => segment.counted);
  const before = [0];
  for (const { from, to } of open) before.push(before.at(-1)! + to - from);
  return { starts: open.map(({ from }) => from), ends: open.map(({ to }) => to), before };
}

/** Longer than any office stays shut; beyond it a calendar has no business days. */
const longestClosureDays = 1_100;

function businessDayAfter(closingOf: (day: number) => number | null, from: number, n: number): number | null {
  let day = from;
  for (let left = n, idle = 0; left > 0; ) {
    day += 1;
    if (closingOf(day) !== null) {
      left -= 1;
      idle = 0;
    } else if (++idle > longestClosureDays) return null;
  }
  return day;
}
