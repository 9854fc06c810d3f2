import type { CalendarDefinition, CalendarVersion, DayOff, Hours } from '../../calendar/index.ts';
import type { WallMinutes } from './wall-minutes.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** 1 for each minute from `first` on that counts: every minute is looked at by itself, without intervals, prefix sums or offsets. */
export function openMinutes(calendar: CalendarDefinition, wall: WallMinutes, first: number): Uint8Array {
  const open = new Uint8Array(wall.length);
  const versions = calendar.versions.map((version, i) => read(version, i === 0 ? '1970-01-01T00:00:00Z' : version.from!));
  for (let i = first; i < wall.length; i += 1) {
    const at = wall.start + i * 60_000;
    const version = versions.findLast(({ from }) => from <= at)!;
    open[i] = isOpen(version, wall, i, at) ? 1 : 0;
  }
  return open;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Version {
  readonly from: number;
  readonly week: readonly (readonly Span[])[];
  readonly closures: readonly Span[];
  readonly off: readonly { readonly date: string; readonly closed: readonly Span[] | null }[];
}

function read(version: CalendarVersion, from: string): Version {
  return {
    from: Date.parse(from),
    week: weekdays.map((weekday) => (version.hours[weekday] ?? []).map(span)),
    closures: (version.closures ?? []).map((closure) => ({ from: Date.parse(closure.from), to: Date.parse(closure.to) })),
    off: (version.holidays ?? []).map(readOff),
  };
}

function readOff(off: string | DayOff) {
  if (typeof off === 'string') return { date: off, closed: null };
  return { date: 'on' in off ? off.on : '', closed: off.closed?.map(span) ?? null };
}

function isOpen(version: Version, wall: WallMinutes, i: number, at: number): boolean {
  const minute = wall.minuteOfDay[i]!;
  const weekday = wall.weekday[i]!;
  const yesterday = version.week[(weekday + 6) % 7]!;
  if (!inAny(version.week[weekday]!, minute) && !yesterday.some((hours) => hours.to <= hours.from && minute < hours.to)) return false;
  if (version.closures.some((closure) => closure.from <= at && at < closure.to)) return false;
  const date = wall.dates[wall.dateOf[i]!]!;
  return !version.off.some((off) => off.date === date && (off.closed === null || inAny(off.closed, minute)));
}

function inAny(spans: readonly Span[], minute: number): boolean {
  return spans.some(({ from, to }) => from <= minute && (to <= from || minute < to));
}

function span([from, to]: Hours): Span {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return { from: minutes(from), to: minutes(to) };
}
