import type { Counter } from '../calendar/index.ts';
import type { ClockBook } from './book.ts';
import { type Curve, curve } from './curve.ts';
import type { RunningClock } from './running-clock.ts';
import type { Condition, Priority, ServicePolicy } from './types.ts';

/** A stretch in which the case was held; `until` is when it ends by itself, `to` when it did end. All epoch ms. */
export interface Hold {
  readonly from: number;
  to: number | null;
  until: number | null;
  reason: string | null;
}

/** From an acknowledgement to the end of its term (epoch ms), on the clocks of a metric and a scope, or on all. */
export interface Truce {
  readonly from: number;
  readonly to: number;
  readonly metric: string | null;
  readonly scope: string | null;
}

/** What the fold knows of a case at the event it has come to. It lives for one reading only. */
export interface CaseState {
  readonly book: ClockBook;
  readonly openedAt: number;
  policy: ServicePolicy;
  priority: Priority;
  cycle: number;
  ended: boolean;
  retypedAt: number | null;
  readonly holds: Hold[];
  readonly seen: Set<Condition>;
  readonly clocks: RunningClock[];
  /** Clocks that run: those of the case by metric, those of hand-offs by visit. */
  readonly active: Map<string, RunningClock>;
  readonly handOffs: Map<string, RunningClock>;
  readonly lastCycle: Map<string, number>;
  readonly pausable: Map<Counter, Curve>;
  readonly unpausable: Map<Counter, Curve>;
  /** Terms in which an acknowledged escalation climbs no further. */
  readonly truces: Truce[];
}

export function currentHold(state: CaseState): Hold | null {
  const last = state.holds.at(-1);
  return last && last.to === null ? last : null;
}

export function beginHold(state: CaseState, at: number, until: number | null, reason: string | null): void {
  const held = currentHold(state);
  if (held) {
    held.until = until;
    held.reason = reason;
    return;
  }
  state.holds.push({ from: at, to: null, until, reason });
  for (const each of state.pausable.values()) each.pause(at);
}

export function endHold(state: CaseState, at: number): void {
  const held = currentHold(state);
  if (!held) return;
  held.to = at;
  for (const each of state.pausable.values()) each.resume(at);
}

/** The case's curve for a counter, made when first needed, with the holds so far. */
export function curveFor(state: CaseState, counter: Counter, pausable: boolean): Curve {
  const curves = pausable ? state.pausable : state.unpausable;
  let found = curves.get(counter);
  if (!found) {
    found = curve(counter, state.openedAt);
    if (pausable) layHolds(found, state.holds);
    curves.set(counter, found);
  }
  return found;
}

function layHolds(line: Curve, holds: readonly Hold[]): void {
  for (const hold of holds) {
    line.pause(hold.from);
    if (hold.to !== null) line.resume(hold.to);
  }
}
