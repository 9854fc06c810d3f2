import { minuteMs } from '../time/index.ts';
import type { CaseState, Truce } from './case-state.ts';
import { dueUnder, type Era, type RunningClock, reachInEra } from './running-clock.ts';
import type { LadderStep } from './types.ts';

/** A step of a clock's ladder with the instant (epoch ms) at which it is reached, or will be if nothing happens. */
export interface ReachedStep {
  readonly clock: RunningClock;
  readonly step: LadderStep;
  readonly at: number;
}

/**
 * The steps that a clock reaches, each once, in the order of their instants. A step is reached at the first instant at
 * which its share of the target then in force has elapsed; a clock that has stopped reaches none at or after its stop.
 */
export function stepsOf(state: CaseState, clock: RunningClock): ReachedStep[] {
  const reached = new Map<string, ReachedStep>();
  clock.eras.forEach((era, i) => {
    const end = clock.eras[i + 1]?.from ?? clock.stoppedAt ?? Number.POSITIVE_INFINITY;
    for (const step of laddersFor(era, clock)) {
      if (reached.has(step.name)) continue;
      const at = instantOf(state, clock, era, step, end);
      if (at !== null && at < end) reached.set(step.name, { clock, step, at });
    }
  });
  return [...reached.values()].sort((a, b) => a.at - b.at);
}

function laddersFor(era: Era, clock: RunningClock): readonly LadderStep[] {
  return era.policy.ladder.filter((step) => !step.metrics || step.metrics.includes(clock.metric));
}

function instantOf(state: CaseState, clock: RunningClock, era: Era, step: LadderStep, end: number): number | null {
  if (era.targetMs === null) return null;
  const threshold = elapsedThreshold(era, era.targetMs, step);
  const at = threshold === null ? instantFromDue(clock, era, step, end) : reachInEra(era, threshold);
  return at === null
    ? null
    : afterTruces(
        state.truces.filter((truce) => binds(truce, clock)),
        Math.max(at, era.from),
      );
}

/** Steps by per cent, and by business time on a clock of business time, wait for an amount of elapsed time. */
function elapsedThreshold(era: Era, target: number, step: LadderStep): number | null {
  if ('percent' in step.when) return percentOf(target, step.when.percent);
  if ('businessMinutes' in step.when && era.curve.counter === era.calendar) {
    return Math.max(0, target + step.when.businessMinutes * minuteMs);
  }
  return null;
}

/** The least whole ms that are at least `percent` (to three places) of the target: 99.951 % is not 100 %. */
export function percentOf(target: number, percent: number): number {
  const share = BigInt(target) * BigInt(Math.round(percent * 1000));
  return Number((share + 99_999n) / 100_000n);
}

/**
 * Steps by wall time (or by office time on a clock of wall time) stand at a distance from the due, which a hold moves:
 * in each stretch without a hold the due is known, and the step is reached there or not yet.
 */
function instantFromDue(clock: RunningClock, era: Era, step: LadderStep, end: number): number | null {
  for (const run of era.curve.runs) {
    const from = Math.max(run.from, era.from);
    if (run.to <= era.from) continue;
    if (from >= end) return null;
    const due = dueUnder(clock, era, from);
    const at = Number.isFinite(due) ? fromDue(era, due, step) : null;
    if (at !== null && at < run.to) return Math.max(at, from);
  }
  return null;
}

/** Where the office was open for less than the time before the due, the step is reached at once. */
function fromDue(era: Era, due: number, step: LadderStep): number | null {
  if ('wallMinutes' in step.when) return due + step.when.wallMinutes * minuteMs;
  if (!('businessMinutes' in step.when)) return null;
  const minutes = step.when.businessMinutes;
  return era.calendar.add(due, minutes * minuteMs) ?? (minutes < 0 ? Number.NEGATIVE_INFINITY : null);
}

/** An acknowledged escalation climbs no further until the term of its acknowledgement is over. */
function afterTruces(truces: readonly Truce[], at: number): number {
  const truce = truces.find(({ from, to }) => from <= at && at < to);
  return truce ? afterTruces(truces, truce.to) : at;
}

const binds = ({ metric, scope }: Truce, clock: RunningClock): boolean =>
  (metric === null || metric === clock.metric) && (scope === null || scope === clock.scope);
