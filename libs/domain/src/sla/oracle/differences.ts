import { calendarBook } from '../../calendar/index.ts';
import { clockBook } from '../book.ts';
import { readClocks } from '../read-clocks.ts';
import type { Clock } from '../types.ts';
import { walk } from './minute-walk.ts';
import type { Scenario } from './random-scenario.ts';
import type { Walked, WalkedClock } from './walker.ts';
import { wallMinutesAround } from './wall-minutes.ts';

/**
 * What the engine and the walk say differently of a scenario; empty when they agree. Undecided: two dues beyond the
 * walked stretch had to be compared, or a ladder climbed to a due beyond it.
 */
export function differences(scenario: Scenario): string[] | 'undecided' {
  const walked = walk(scenario);
  if (walked.undecided) return 'undecided';
  const found = read(scenario);
  const oracle = walked.clocks.toSorted(byName);
  const clocks = found.clocks.toSorted(byName).flatMap((clock, i) => differ(clock, oracle[i]));
  const early = found.reached
    .filter((step) => !walked.reached.includes(step))
    .map((step) => `only the engine reached ${step}`);
  const missed = walked.reached
    .filter((step) => !found.reached.includes(step))
    .map((step) => `only the walk reached ${step}`);
  const missing = oracle.slice(found.clocks.length).map((clock) => `the engine has no ${clock.metric} ${clock.scope}`);
  return [...clocks, ...early, ...missed, ...missing];
}

/** Clocks that start at one instant may stand in any order. */
function byName(a: WalkedClock, b: WalkedClock): number {
  return a.metric.localeCompare(b.metric) || a.scope.localeCompare(b.scope) || a.startedAt - b.startedAt;
}

function differ(clock: WalkedClock, oracle: WalkedClock | undefined): string[] {
  const keys = ['metric', 'scope', 'state', 'startedAt', 'elapsedMinutes', 'dueAt', 'targetMinutes'] as const;
  const compared = oracle?.targetMinutes === 'beyond' ? keys.slice(0, 5) : keys;
  const unlike = compared.filter((key) => clock[key] !== oracle?.[key]);
  return unlike.map((key) => `${clock.metric} ${clock.scope} ${key}: engine ${clock[key]}, walk ${oracle?.[key]}`);
}

/** The engine's reading in the walk's words. */
function read(scenario: Scenario): Walked {
  const wall = wallMinutesAround(scenario.zone, scenario.change);
  const end = wall.start + wall.length * 60_000;
  const book = clockBook(scenario.policies, calendarBook(scenario.calendars));
  const { clocks, reached } = readClocks(scenario.history, book, scenario.now);
  return {
    undecided: false,
    clocks: clocks.map((clock) => inMinutes(clock, end)),
    reached: reached.map(({ metric, scope, step, dueAt }) => `${metric} ${scope} ${step.name} ${nextMinute(dueAt)}`),
  };
}

function inMinutes(clock: Clock, end: number): WalkedClock {
  return {
    metric: clock.metric,
    scope: clock.scope,
    state: clock.state,
    startedAt: Date.parse(clock.startedAt),
    dueAt: dueWithin(clock, end),
    elapsedMinutes: clock.elapsedSeconds / 60,
    targetMinutes: clock.targetSeconds / 60,
  };
}

function dueWithin({ dueAt, state }: Clock, end: number): WalkedClock['dueAt'] {
  if (dueAt === null) return state === 'paused' ? null : 'beyond';
  return Date.parse(dueAt) >= end ? 'beyond' : Date.parse(dueAt);
}

function nextMinute(at: string): number {
  return Math.ceil(Date.parse(at) / 60_000) * 60_000;
}
