import type { LadderStep } from '../types.ts';
import { officeMinutesFrom } from './walked-targets.ts';
import { forward, tickDue, type Walker } from './walker.ts';

// Globals are slow to reach from within a test; these are asked for every minute.
const never = Number.POSITIVE_INFINITY;
const shares = new Map<number, number>();

function thousandths(percent: number): number {
  let share = shares.get(percent);
  if (share === undefined) {
    share = Math.round(percent * 1000);
    shares.set(percent, share);
  }
  return share;
}

/** From an acknowledgement to its end, in minutes of the walk; on some clocks, or on all. */
export interface WalkedTruce {
  readonly from: number;
  readonly to: number;
  readonly metric: string | undefined;
  readonly scope: string | undefined;
}

/** What the walk knows when it looks at the ladders. */
export interface Climbing {
  readonly begin: number;
  readonly start: number;
  readonly clocks: readonly Walker[];
  readonly reached: string[];
  readonly truces: readonly WalkedTruce[];
  readonly always: Uint8Array;
  readonly open: ReadonlyMap<string, Uint8Array>;
  counter(clock: Walker): Uint8Array;
  isHeld(clock: Walker): boolean;
}

/** Before the events of a minute: what was passed within the minute before. After them: what is reached at it. */
export function climb(walked: Climbing, i: number, passed: boolean): void {
  for (const clock of walked.clocks) {
    if (clock.stop !== null) continue;
    const grew = clock.ticks.at(-1) === i - 1 || clock.ahead === null || i === walked.begin;
    for (const step of clock.policy.ladder) {
      // While nothing is added, no step by per cent comes nearer.
      if (!grew && 'percent' in step.when && !clock.deferred.has(step.name)) continue;
      if (clock.done.has(step.name) || (step.metrics && !step.metrics.includes(clock.metric))) continue;
      const waits = clock.deferred.get(step.name);
      if (waits === undefined ? !isReached(walked, clock, step, i, passed) : passed || i < waits) continue;
      const free = afterTruces(walked, clock, i);
      if (free > i) {
        clock.deferred.set(step.name, free);
      } else {
        clock.done.add(step.name);
        walked.reached.push(`${clock.metric} ${clock.scope} ${step.name} ${walked.start + i * 60_000}`);
      }
    }
  }
}

function isReached(walked: Climbing, clock: Walker, step: LadderStep, i: number, passed: boolean): boolean {
  if (clock.target === never) return false;
  const elapsed = clock.ticks.length;
  if ('percent' in step.when) {
    const ahead = elapsed * 100_000 - clock.target * thousandths(step.when.percent);
    return passed ? ahead > 0 : ahead >= 0;
  }
  if (passed) return false;
  const counter = walked.counter(clock);
  if ('businessMinutes' in step.when && counter !== walked.always)
    return elapsed >= clock.target + step.when.businessMinutes;
  if (walked.isHeld(clock)) return false;
  clock.ahead ??= tickDue(clock, clock.target) ?? forward(counter, i, clock.target - elapsed) ?? never;
  if ('wallMinutes' in step.when) return i >= clock.ahead + step.when.wallMinutes;
  let at = clock.office.get(step.name);
  if (at === undefined) {
    const office = walked.open.get(clock.rule.calendar ?? clock.policy.calendar)!;
    at = clock.ahead < never ? officeMinutesFrom(office, clock.ahead, step.when.businessMinutes) : never;
    clock.office.set(step.name, at);
  }
  return i >= at;
}

function afterTruces(walked: Climbing, clock: Walker, i: number): number {
  for (const truce of walked.truces) {
    if (truce.from > i || i >= truce.to) continue;
    if (truce.metric !== undefined && truce.metric !== clock.metric) continue;
    if (truce.scope !== undefined && truce.scope !== clock.scope) continue;
    return afterTruces(walked, clock, truce.to);
  }
  return i;
}
