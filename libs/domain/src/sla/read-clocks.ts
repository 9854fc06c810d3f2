import { type Instant, instantOf, millis } from '../time/index.ts';
import { because } from './because.ts';
import type { ClockBook } from './book.ts';
import { type CaseState, currentHold } from './case-state.ts';
import { percentOf, type ReachedStep, stepsOf } from './ladder.ts';
import { currentEra, dueInstant, elapsedAt, instantOfElapsed, isPausable, type RunningClock } from './running-clock.ts';
import { type Stand, standAt } from './stand.ts';
import type { Clock, ClockStatus, LadderInstant, SlaEvent } from './types.ts';

export interface ClockReading {
  /** Every clock of every cycle, in the order in which they started. */
  readonly clocks: readonly Clock[];
  /** Every ladder step whose instant is not after `now`, recorded or not, by instant. */
  readonly reached: readonly LadderInstant[];
  /** The next instant at which a step will be reached if nothing else happens; a hold that ends by itself ends. */
  readonly nextAt: Instant | null;
  /** The current hold, with the instant at which it ends by itself. */
  readonly hold: { readonly from: Instant; readonly until: Instant | null; readonly reason: string | null } | null;
}

/** Reads all clocks of a case from its events: a pure fold without stored counters. */
export function readClocks(history: readonly SlaEvent[], book: ClockBook, now: Instant): ClockReading {
  const stand = standAt(history, book, millis(now));
  if (!stand) return { clocks: [], reached: [], nextAt: null, hold: null };
  return { clocks: clocksOf(stand, millis(now)), ...readLadder(stand, millis(now)), hold: holdOf(stand.state) };
}

/** The clocks alone, where nobody climbs a ladder. */
export function readClocksOnly(history: readonly SlaEvent[], book: ClockBook, now: Instant): readonly Clock[] {
  const stand = standAt(history, book, millis(now));
  return stand ? clocksOf(stand, millis(now)) : [];
}

/** The steps that are reached, where nobody asks how the clocks stand. */
export function readReached(history: readonly SlaEvent[], book: ClockBook, now: Instant): readonly LadderInstant[] {
  const stand = standAt(history, book, millis(now));
  return stand ? readLadder(stand, millis(now)).reached : [];
}

/** How each clock stands or ended, and which steps were reached, where nobody asks for instants or reasons. */
export interface Endings {
  readonly clocks: readonly Pick<Clock, 'metric' | 'scope' | 'cycle' | 'state'>[];
  readonly reached: readonly { readonly level: string; readonly scope: string }[];
}

export function readEndings(history: readonly SlaEvent[], book: ClockBook, now: Instant): Endings {
  const stand = standAt(history, book, millis(now));
  if (!stand) return { clocks: [], reached: [] };
  const at = millis(now);
  const shown = stand.clocks.filter(({ clock }) => clock.ending !== 'restarted');
  const clocks = shown.map(({ state, clock }) => {
    const { metric, scope, cycle } = clock;
    return { metric, scope, cycle, state: statusAt(state, clock, elapsedAt(clock, at), dueInstant(clock)) };
  });
  const steps = stepsAhead(stand).filter((step) => step.at <= at);
  return { clocks, reached: steps.map(({ step, clock }) => ({ level: step.name, scope: clock.scope })) };
}

/** A clock that was begun anew shows only as it is now. */
function clocksOf({ clocks }: Stand, now: number): Clock[] {
  return clocks
    .filter(({ clock }) => clock.ending !== 'restarted')
    .map(({ state, clock }) => clockAt(state, clock, now));
}

function holdOf(state: CaseState): ClockReading['hold'] {
  const hold = currentHold(state);
  if (!hold) return null;
  return { from: instantOf(hold.from), until: orNull(hold.until), reason: hold.reason };
}

/** From this share of its target on a running clock is at risk. */
export const atRiskPercent = 75;

function orNull(ms: number | null): Instant | null {
  return ms === null ? null : instantOf(ms);
}

/** One clock as it stands at `now` (epoch ms). */
export function clockAt(state: CaseState, clock: RunningClock, now: number): Clock {
  const era = currentEra(clock);
  const due = dueInstant(clock);
  const elapsed = elapsedAt(clock, now);
  return {
    metric: clock.metric,
    scope: clock.scope,
    cycle: clock.cycle,
    state: statusAt(state, clock, elapsed, due),
    startedAt: instantOf(clock.startedAt),
    stoppedAt: orNull(clock.stoppedAt),
    dueAt: orNull(due),
    atRiskAt: orNull(era.targetMs === null ? null : instantOfElapsed(clock, percentOf(era.targetMs, atRiskPercent))),
    elapsedSeconds: Math.floor(elapsed / 1000),
    targetSeconds: Math.floor((era.targetMs ?? 0) / 1000),
    percent: percent(elapsed, era.targetMs),
    policy: era.policy.name,
    policyVersion: era.policy.version,
    calendar: era.calendar.name,
    because: because(state, clock, due),
  };
}

/** A clock that runs is breached from its due on; one that stopped at its due has met it. */
function statusAt(state: CaseState, clock: RunningClock, elapsed: number, due: number | null): ClockStatus {
  const era = currentEra(clock);
  if (clock.stoppedAt !== null) {
    if (due !== null && due < clock.stoppedAt) return 'breached';
    return clock.ending === 'cancelled' ? 'cancelled' : 'met';
  }
  if (era.targetMs !== null && elapsed >= era.targetMs) return 'breached';
  return currentHold(state) && isPausable(era.rule, era.target) ? 'paused' : 'running';
}

/** Per cent to three places, never rounded up: 99.951 % is not 100 %. */
export function percent(elapsed: number, target: number | null): number {
  if (target === null) return 0;
  if (target <= 0) return 100;
  return Number((BigInt(elapsed) * 100_000n) / BigInt(target)) / 1000;
}

function stepsAhead({ state, clocks }: Stand): ReachedStep[] {
  letHoldEnd(state);
  return clocks.flatMap((each) => stepsOf(each.state, each.clock)).sort((a, b) => a.at - b.at);
}

function readLadder(stand: Stand, now: number): Pick<ClockReading, 'reached' | 'nextAt'> {
  const steps = stepsAhead(stand);
  const next = steps.find((step) => step.at > now);
  return {
    reached: steps.filter((step) => step.at <= now).map(asInstant),
    nextAt: orNull(next?.at ?? null),
  };
}

/** For what lies ahead, a hold with an end is over at its end. */
function letHoldEnd(state: CaseState): void {
  const until = currentHold(state)?.until;
  if (until != null) for (const curve of state.pausable.values()) curve.resume(until);
}

function asInstant({ clock, step, at }: ReachedStep): LadderInstant {
  return { metric: clock.metric, scope: clock.scope, cycle: clock.cycle, step, dueAt: instantOf(at) };
}
