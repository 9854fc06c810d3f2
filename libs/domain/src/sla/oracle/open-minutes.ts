import type { CalendarDefinition, CalendarVersion, DayOff, Hours } from '../../calendar/index.ts';
import type { WallMinutes } from './wall-minutes.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** 1 for each minute that counts; in `shut`, for each that a closure kept from counting. */
export type OpenMinutes = Uint8Array & { shut: Uint8Array };

/** Every minute from `first` on is looked at by itself, without intervals, prefix sums or offsets. */
export function openMinutes(calendar: CalendarDefinition, wall: WallMinutes, first: number): OpenMinutes {
  const open = Object.assign(new Uint8Array(wall.length), { shut: new Uint8Array(wall.length) });
  const versions = calendar.versions.map((version, i) =>
    read(version, i === 0 ? '1970-01-01T00:00:00Z' : version.from!),
  );
  for (const version of versions) {
    const from = Math.max(first, Math.ceil((version.from - wall.start) / 60_000));
    for (let i = from; i < wall.length; i += 1) {
      const planned = isPlanned(version, wall, i);
      const closed = planned && isClosed(version, wall.start + i * 60_000);
      open[i] = planned && !closed ? 1 : 0;
      open.shut[i] = closed ? 1 : 0;
    }
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
    closures: (version.closures ?? []).map((closure) => ({
      from: Date.parse(closure.from),
      to: Date.parse(closure.to),
    })),
    off: (version.holidays ?? []).map(readOff),
  };
}

function readOff(off: string | DayOff) {
  if (typeof off === 'string') return { date: off, closed: null };
  return { date: 'on' in off ? off.on : '', closed: off.closed?.map(span) ?? null };
}

function isClosed({ closures }: Version, at: number): boolean {
  for (const closure of closures) if (closure.from <= at && at < closure.to) return true;
  return false;
}

function isPlanned(version: Version, wall: WallMinutes, i: number): boolean {
  const minute = wall.minuteOfDay[i]!;
  const weekday = wall.weekday[i]!;
  if (!inAny(version.week[weekday]!, minute) && !inAnyTail(version.week[(weekday + 6) % 7]!, minute)) return false;
  for (const off of version.off) {
    if (off.date === wall.dates[wall.dateOf[i]!] && (off.closed === null || inAny(off.closed, minute))) return false;
  }
  return true;
}

function inAny(spans: readonly Span[], minute: number): boolean {
  for (const { from, to } of spans) if (from <= minute && (to <= from || minute < to)) return true;
  return false;
}

/** What of yesterday's hours goes on after midnight. */
function inAnyTail(spans: readonly Span[], minute: number): boolean {
  for (const { from, to } of spans) if (to <= from && minute < to) return true;
  return false;
}

function span([from, to]: Hours): Span {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  return { from: minutes(from), to: minutes(to) };
}
