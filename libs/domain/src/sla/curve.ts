import type { Counter } from '../calendar/index.ts';

/**
 * Counted time of a case since its origin, pauses left out: a line that rises while time counts and stays level
 * while the case is held. Every clock with the same counter reads the same curve from its own start.
 */
export interface Curve {
  readonly counter: Counter;
  /** Counted ms from the origin to an instant. */
  at(instant: number): number;
  /** The earliest instant at which the curve reaches `amount`; null: not while things stand as they do. */
  reach(amount: number): number | null;
  /** The stretches in which the case was not held. */
  readonly runs: readonly Run[];
  pause(instant: number): void;
  resume(instant: number): void;
}

export interface Run {
  readonly from: number;
  to: number;
  /** Counted ms before the run. */
  readonly before: number;
}

export function curve(counter: Counter, origin: number): Curve {
  const runs: Run[] = [{ from: origin, to: Number.POSITIVE_INFINITY, before: 0 }];
  const at = (instant: number) => {
    const run = lastRun(runs, (each) => each.from <= instant);
    return run ? run.before + counter.between(run.from, Math.min(instant, run.to)) : 0;
  };
  return {
    counter,
    runs,
    at,
    reach(amount) {
      const run = lastRun(runs, (each) => each.before < amount);
      if (!run) return origin;
      const instant = counter.add(run.from, amount - run.before);
      return instant !== null && instant <= run.to ? instant : null;
    },
    pause: (instant) => {
      runs[runs.length - 1]!.to = instant;
    },
    resume(instant) {
      const last = runs[runs.length - 1]!;
      if (last.to === instant) last.to = Number.POSITIVE_INFINITY;
      else runs.push({ from: instant, to: Number.POSITIVE_INFINITY, before: at(instant) });
    },
  };
}

/** Binary search: the condition holds for a first part of the runs, the last of which is wanted. */
function lastRun(runs: readonly Run[], holds: (run: Run) => boolean): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(runs[middle]!)) low = middle + 1;
    else high = middle;
  }
  return runs[low - 1];
}
