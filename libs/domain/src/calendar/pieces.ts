import { dayMs, millis, minuteMs, offsetsInYear, weekdayIndex, weekdays } from '../time/index.ts';
import { asDayOff, type KeptDay, keptDays } from './days-off.ts';
import type { CalendarRules, DayOff, Hours, Segment, Verdict } from './types.ts';

type Span = readonly [from: number, to: number];

/** The rules of one version, read once: spans of each weekday in ms since midnight, days off year by year. */
export interface ReadRules {
  readonly timeZone: string;
  readonly week: readonly (readonly Span[])[];
  readonly closures: readonly { readonly from: number; readonly to: number; readonly reason: string }[];
  daysOff(year: number): ReadonlyMap<number, readonly DayOff[]>;
}

export function readRules(rules: CalendarRules): ReadRules {
  const years = new Map<number, ReadonlyMap<number, readonly DayOff[]>>();
  const holidays = (rules.holidays ?? []).map(asDayOff);
  const dated = Map.groupBy(
    holidays.filter((off) => 'on' in off),
    (off) => Number(('on' in off ? off.on : '').slice(0, 4)),
  );
  const recurring = holidays.filter((off) => !('on' in off));
  return {
    timeZone: rules.timeZone,
    week: weekdays.map((weekday) => (rules.hours[weekday] ?? []).map(spanOf)),
    closures: (rules.closures ?? []).map(readClosure).sort((a, b) => a.from - b.from),
    daysOff(year) {
      let found = years.get(year);
      if (!found) {
        const near = [year - 1, year, year + 1].flatMap((each) => dated.get(each) ?? []);
        found = byDay([...near, ...recurring].flatMap((off) => keptDays(off, year)));
        years.set(year, found);
      }
      return found;
    },
  };
}

function readClosure(closure: { from: string; to: string; reason: string; declaredAt?: string }) {
  const declared = closure.declaredAt ? millis(closure.declaredAt) : Number.NEGATIVE_INFINITY;
  return { from: Math.max(millis(closure.from), declared), to: millis(closure.to), reason: closure.reason };
}

function byDay(kept: readonly KeptDay[]): ReadonlyMap<number, readonly DayOff[]> {
  const days = new Map<number, DayOff[]>();
  for (const { day, off } of kept) days.set(day, [...(days.get(day) ?? []), off]);
  return days;
}

/** A pair of wall times in ms since midnight; an interval over midnight ends after 24:00. */
export function spanOf([from, to]: Hours): Span {
  const start = wallMs(from);
  const end = wallMs(to);
  return [start, end > start ? end : end + dayMs];
}

function wallMs(text: string): number {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text);
  const ms = parts ? (Number(parts[1]) * 60 + Number(parts[2])) * minuteMs : Number.NaN;
  if (!(ms <= dayMs)) throw new RangeError(`not a time of day: ${text}`);
  return ms;
}

/** What each moment between two instants (epoch ms) is, in order and without gaps. */
export function pieces(rules: ReadRules, from: number, to: number): Segment[] {
  const found: Segment[] = [];
  for (let year = new Date(from).getUTCFullYear(); Date.UTC(year) < to; year += 1) {
    for (const span of offsetsInYear(rules.timeZone, year)) {
      const start = Math.max(span.from, from);
      const end = Math.min(span.to, to);
      if (start < end) wallPieces(rules, start, end, span.offset, found);
    }
  }
  return rules.closures.length > 0 ? found.flatMap((piece) => withClosures(piece, rules.closures)) : found;
}

/** While the offset is constant, wall time is a straight line: cut each wall day and shift it. */
function wallPieces(rules: ReadRules, start: number, end: number, offset: number, found: Segment[]): void {
  for (let day = Math.floor((start + offset) / dayMs); day * dayMs - offset < end; day += 1) {
    const midnight = day * dayMs - offset;
    for (const piece of dayPieces(rules, day)) {
      const from = Math.max(midnight + piece.from, start);
      const to = Math.min(midnight + piece.to, end);
      if (from < to) found.push({ ...piece, from, to });
    }
  }
}

/** The parts of one wall day, in ms since its midnight. A day off takes what lies on its own date. */
function dayPieces(rules: ReadRules, day: number): Segment[] {
  const weekday = weekdayIndex(day);
  const yesterday = rules.week[(weekday + 6) % 7]!;
  const open = [
    ...rules.week[weekday]!,
    ...yesterday.filter(([, to]) => to > dayMs).map(([, to]) => [0, to - dayMs] as const),
  ];
  const off = rules.daysOff(new Date(day * dayMs).getUTCFullYear()).get(day) ?? [];
  const closed = off.flatMap((each) =>
    (each.closed?.map(spanOf) ?? [[0, dayMs] as const]).map((span) => ({ span, name: each.name })),
  );
  const cuts = [0, dayMs, ...open.flat(), ...closed.flatMap(({ span }) => span)].filter((cut) => cut <= dayMs);
  const edges = [...new Set(cuts)].sort((a, b) => a - b);
  return edges.slice(1).map((to, i) => {
    const from = edges[i]!;
    const holiday = closed.find(({ span }) => covers(span, from));
    return {
      from,
      to,
      ...verdict(
        open.some((span) => covers(span, from)),
        holiday?.name,
        open.length > 0,
      ),
    };
  });
}

function covers([from, to]: Span, at: number): boolean {
  return from <= at && at < to;
}

function verdict(isOpen: boolean, holiday: string | undefined, hasHours: boolean): Verdict {
  if (holiday !== undefined) return { counted: false, reason: 'holiday', name: holiday };
  if (isOpen) return { counted: true, reason: 'open' };
  return { counted: false, reason: hasHours ? 'outside-hours' : 'no-hours' };
}

function withClosures(piece: Segment, closures: ReadRules['closures']): Segment[] {
  const closure = closures.find(({ from, to }) => from < piece.to && piece.from < to);
  if (!closure) return [piece];
  const from = Math.max(piece.from, closure.from);
  const to = Math.min(piece.to, closure.to);
  const parts: Segment[] = [{ from, to, counted: false, reason: 'closure', name: closure.reason }];
  if (piece.from < from) parts.unshift({ ...piece, to: from });
  return to < piece.to ? [...parts, ...withClosures({ ...piece, from: to }, closures)] : parts;
}
