import type { ClockRule, ServicePolicy } from '../types.ts';
import type { WallMinutes } from './wall-minutes.ts';

/** What the walk found, in the words of the engine; a due beyond the walked stretch is `beyond`. */
export interface WalkedClock {
  readonly metric: string;
  readonly scope: string;
  readonly state: string;
  readonly startedAt: number;
  readonly dueAt: number | null | 'beyond';
  readonly elapsedMinutes: number;
  readonly targetMinutes: number | 'beyond';
}

export interface Walked {
  readonly undecided: boolean;
  readonly clocks: readonly WalkedClock[];
  /** `metric scope step` and the minute, in ms, at which the step was found reached. */
  readonly reached: readonly string[];
}

/** A clock as the walk keeps it: the minutes that counted for it, one by one. */
export interface Walker {
  readonly metric: string;
  readonly scope: string;
  readonly task: string | undefined;
  start: number;
  rule: ClockRule;
  policy: ServicePolicy;
  target: number;
  fixed: boolean;
  ticks: number[];
  done: Set<string>;
  stop: number | null;
  ending: 'stopped' | 'cancelled' | null;
  /** The due as the present stretch without a hold has it, for steps by wall time. */
  ahead: number | null;
  readonly office: Map<string, number>;
  /** Steps reached during the term of an acknowledgement, and when it ends. */
  readonly deferred: Map<string, number>;
}

/** The minute at which `need` more minutes of a counter have passed since minute `i`; null: not within the stretch. */
export function forward(counter: Uint8Array, i: number, need: number): number | null {
  let left = need;
  for (let at = i; at < counter.length; at += 1) {
    if (left <= 0) return at;
    left -= counter[at]!;
  }
  return null;
}

/** The minute at which the target was filled, when it has been. */
export function tickDue(clock: Walker, target: number): number | null {
  if (target <= 0) return clock.start;
  return clock.ticks.length >= target ? clock.ticks[target - 1]! + 1 : null;
}

/** The minutes that will have been counted at a fixed date, or had been. */
export function untilDate(clock: Walker, due: number, i: number): number {
  return due >= i ? clock.ticks.length + due - i : clock.ticks.filter((tick) => tick < due).length;
}

/** A clock in the engine's words, at minute `end`. */
export function asFound(
  clock: Walker,
  counter: Uint8Array,
  isHeld: boolean,
  end: number,
  wall: WallMinutes,
): WalkedClock {
  const ahead = () => forward(counter, clock.stop ?? end, clock.target - clock.ticks.length) ?? 'beyond';
  const isWithin = Number.isFinite(clock.target);
  const due = isWithin ? (tickDue(clock, clock.target) ?? (isHeld ? null : ahead())) : 'beyond';
  return {
    metric: clock.metric,
    scope: clock.scope,
    state: stateOf(clock, due, isHeld),
    startedAt: wall.start + clock.start * 60_000,
    dueAt: typeof due === 'number' ? wall.start + due * 60_000 : due,
    elapsedMinutes: clock.ticks.length,
    targetMinutes: isWithin ? clock.target : 'beyond',
  };
}

function stateOf(clock: Walker, due: number | null | 'beyond', isHeld: boolean): string {
  if (clock.stop !== null) {
    if (typeof due === 'number' && due < clock.stop) return 'breached';
    return clock.ending === 'cancelled' ? 'cancelled' : 'met';
  }
  if (clock.ticks.length >= clock.target) return 'breached';
  return isHeld ? 'paused' : 'running';
}
