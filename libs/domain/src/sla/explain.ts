import type { Segment } from '../calendar/index.ts';
import { type Instant, instantOf, millis } from '../time/index.ts';
import type { ClockBook } from './book.ts';
import type { CaseState, Hold } from './case-state.ts';
import { clockAt } from './read-clocks.ts';
import { type Era, isPausable, type RunningClock } from './running-clock.ts';
import { standAt } from './stand.ts';
import type { Clock, SlaEvent } from './types.ts';

/** A stretch of a clock's life that counted, or did not and why. The seconds of all stretches add up exactly. */
export interface ExplainedSegment {
  readonly from: Instant;
  readonly to: Instant;
  readonly seconds: number;
  readonly counted: boolean;
  readonly reason: string;
}

export interface Explanation {
  readonly clock: Clock;
  readonly countedSeconds: number;
  readonly uncountedSeconds: number;
  readonly segments: readonly ExplainedSegment[];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly counted: boolean;
  readonly reason: string;
}

/** Why a clock stands where it stands, from its start to its stop or to `now`. Null when there is no such clock. */
export function explain(
  history: readonly SlaEvent[],
  book: ClockBook,
  now: Instant,
  which: { readonly metric: string; readonly scope?: string; readonly cycle?: number },
): Explanation | null {
  const stand = standAt(history, book, millis(now));
  const found = stand?.clocks.findLast(({ clock }) => clock.ending !== 'restarted' && isThe(clock, which));
  if (!found) return null;
  const { state, clock } = found;
  const end = Math.min(millis(now), clock.stoppedAt ?? millis(now));
  const stretches = clock.eras.flatMap((era, i) => stretchesOf(state, era, clock.eras[i + 1]?.from ?? end));
  const segments = inSeconds(joined(stretches));
  return {
    clock: clockAt(state, clock, millis(now)),
    countedSeconds: sum(segments.filter((segment) => segment.counted)),
    uncountedSeconds: sum(segments.filter((segment) => !segment.counted)),
    segments,
  };
}

function isThe(clock: RunningClock, which: { metric: string; scope?: string; cycle?: number }): boolean {
  return (
    clock.metric === which.metric &&
    (which.scope === undefined || clock.scope === which.scope) &&
    (which.cycle === undefined || clock.cycle === which.cycle)
  );
}

function stretchesOf(state: CaseState, era: Era, end: number): Stretch[] {
  if (era.from >= end) return [];
  const counted =
    era.curve.counter === era.calendar
      ? era.calendar.segments(era.from, end).map(asStretch)
      : [everyHour(era.from, end)];
  return isPausable(era.rule, era.target) ? counted.flatMap((stretch) => withHolds(stretch, state.holds)) : counted;
}

function everyHour(from: number, to: number): Stretch {
  return { from, to, counted: true, reason: 'every hour counts' };
}

function asStretch(segment: Segment): Stretch {
  const { from, to, counted } = segment;
  return { from, to, counted, reason: reasonOf(segment) };
}

function reasonOf(segment: Segment): string {
  switch (segment.reason) {
    case 'open':
      return 'open';
    case 'outside-hours':
      return 'outside office hours';
    case 'no-hours':
      return 'no office hours that day';
    case 'holiday':
    case 'closure':
      return segment.name;
    default:
      return segment satisfies never;
  }
}

/** Time that would have counted and lay in a hold; what does not count anyway keeps its own reason. */
function withHolds(stretch: Stretch, holds: readonly Hold[]): Stretch[] {
  if (!stretch.counted) return [stretch];
  const parts: Stretch[] = [];
  let from = stretch.from;
  for (const hold of holds) {
    const start = Math.max(hold.from, from);
    const end = Math.min(hold.to ?? stretch.to, stretch.to);
    if (start >= end) continue;
    if (from < start) parts.push({ ...stretch, from, to: start });
    parts.push({ from: start, to: end, counted: false, reason: hold.reason ? `on hold: ${hold.reason}` : 'on hold' });
    from = end;
  }
  return from < stretch.to ? [...parts, { ...stretch, from }] : parts;
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last && last.to === stretch.from && last.reason === stretch.reason)
      result[result.length - 1] = { ...last, to: stretch.to };
    else result.push(stretch);
  }
  return result;
}

/**
 * Whole seconds that add up twice: what counted to the clock's elapsed seconds, and all together to the whole seconds
 * from start to end. Each stretch takes the difference of the running totals of its kind; the one second that the two
 * remainders may make together goes to the last stretch that did not count.
 */
function inSeconds(stretches: readonly Stretch[]): ExplainedSegment[] {
  const totals = { counted: 0, uncounted: 0 };
  const segments = stretches.map(({ from, to, counted, reason }) => {
    const kind = counted ? 'counted' : 'uncounted';
    const before = Math.floor(totals[kind] / 1000);
    totals[kind] += to - from;
    const seconds = Math.floor(totals[kind] / 1000) - before;
    return { from: instantOf(from), to: instantOf(to), seconds, counted, reason };
  });
  const whole = Math.floor((totals.counted + totals.uncounted) / 1000);
  const last = segments.findLast((segment) => !segment.counted);
  if (last) last.seconds += whole - sum(segments);
  return segments;
}

function sum(segments: readonly Pick<ExplainedSegment, 'seconds'>[]): number {
  return segments.reduce((total, segment) => total + segment.seconds, 0);
}
