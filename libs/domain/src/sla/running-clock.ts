import { type CompiledCalendar, counterOf, dueOf, type Target } from '../calendar/index.ts';
import type { Curve } from './curve.ts';
import type { ClockRule, ServicePolicy } from './types.ts';

/** A stretch of a clock's life under one target: `carried` ms had elapsed when it began, at `base` of its curve. */
export interface Era {
  readonly from: number;
  readonly carried: number;
  readonly curve: Curve;
  readonly base: number;
  readonly rule: ClockRule;
  readonly policy: ServicePolicy;
  readonly calendar: CompiledCalendar;
  readonly target: Target;
  /** Counted ms until the due; null: the calendar does not open often enough for it ever to be due. */
  readonly targetMs: number | null;
}

/** One clock of a case as the fold builds it. */
export interface RunningClock {
  readonly metric: string;
  readonly scope: string;
  readonly cycle: number;
  /** The kind of task of a hand-off. */
  readonly task: string | undefined;
  readonly startedAt: number;
  readonly eras: Era[];
  stoppedAt: number | null;
  ending: 'stopped' | 'cancelled' | 'restarted' | null;
}

/** A fixed date does not move and a statute does not wait: such clocks run on through a hold. */
export function isPausable(rule: ClockRule, target: Target): boolean {
  return !rule.legal && !('fixedOn' in target);
}

/** A target in counted ms from a start, as if nothing were to pause it. */
export function targetMs(target: Target, startedAt: number, calendar: CompiledCalendar): number | null {
  if ('businessMinutes' in target) return target.businessMinutes * 60_000;
  const due = dueOf(target, startedAt, calendar);
  return due === null ? null : counterOf(target, calendar).between(startedAt, due);
}

export function currentEra(clock: RunningClock): Era {
  return clock.eras[clock.eras.length - 1]!;
}

/** Counted ms from the start to an instant, or to the stop if that was earlier. */
export function elapsedAt(clock: RunningClock, instant: number): number {
  const at = Math.min(instant, clock.stoppedAt ?? instant);
  const era = clock.eras.findLast((each) => each.from <= at) ?? clock.eras[0]!;
  return elapsedInEra(era, at);
}

export function elapsedInEra(era: Era, at: number): number {
  return era.carried + era.curve.at(at) - era.base;
}

/** The instant at which the elapsed time reaches `amount` within an era that began below it, or null. */
export function reachInEra(era: Era, amount: number): number | null {
  if (amount <= era.carried) return era.from;
  return era.curve.reach(era.base + amount - era.carried);
}

/** When the present target is filled; for a stopped clock, when it would have been; null: not while things stand so. */
export function dueInstant(clock: RunningClock): number | null {
  const { targetMs: amount } = currentEra(clock);
  return amount === null ? null : instantOfElapsed(clock, amount);
}

/** When so many counted ms have elapsed or, for a stopped clock, would have; null: not while things stand so. */
export function instantOfElapsed(clock: RunningClock, amount: number): number | null {
  if (amount <= 0) return clock.startedAt;
  const within = clock.eras.findIndex((_, i) => (clock.eras[i + 1]?.carried ?? Number.POSITIVE_INFINITY) >= amount);
  const instant = reachInEra(clock.eras[within]!, amount);
  if (clock.stoppedAt === null || (instant !== null && instant <= clock.stoppedAt)) return instant;
  return currentEra(clock).curve.counter.add(clock.stoppedAt, amount - elapsedAt(clock, clock.stoppedAt));
}

/** The due if the clock were to run on from `at` under this era's target, for the choice of the earlier of two. */
export function dueUnder(clock: RunningClock, era: Era, at: number): number {
  if (era.targetMs === null) return Number.POSITIVE_INFINITY;
  const left = era.targetMs - elapsedInEra(era, at);
  const due = left <= 0 ? instantOfElapsed(clock, era.targetMs) : era.curve.counter.add(at, left);
  return due ?? Number.POSITIVE_INFINITY;
}
