import { counterOf, type Target } from '../calendar/index.ts';
import { UnknownNameError } from './book.ts';
import { type CaseState, curveFor } from './case-state.ts';
import { currentEra, dueUnder, type Era, elapsedAt, isPausable, type RunningClock, targetMs } from './running-clock.ts';
import { type ChangeRule, type ClockRule, type Priority, priorities, type ServicePolicy } from './types.ts';

const running = (state: CaseState, metric: string) => (metric === 'hand-off' ? state.handOffs : state.active);
const keyOf = (metric: string, scope: string) => (metric === 'hand-off' ? scope : metric);

/** Starts a clock; one that runs already goes on. Its cycle is the case's, or one more than it had. */
export function startClock(state: CaseState, rule: ClockRule, scope: string, at: number, task?: string): void {
  const { metric } = rule;
  const key = keyOf(metric, scope);
  if (running(state, metric).has(key)) return;
  const cycle = Math.max(state.cycle, (state.lastCycle.get(`${metric} ${scope}`) ?? 0) + 1);
  const eras = [eraUnder(state, rule, at)];
  const clock: RunningClock = { metric, scope, cycle, task, startedAt: at, eras, stoppedAt: null, ending: null };
  state.lastCycle.set(`${metric} ${scope}`, cycle);
  running(state, metric).set(key, clock);
  state.clocks.push(clock);
}

export function stopClock(
  state: CaseState,
  clock: RunningClock,
  at: number,
  ending: 'stopped' | 'cancelled' | 'restarted',
): void {
  clock.stoppedAt = at;
  clock.ending = ending;
  running(state, clock.metric).delete(keyOf(clock.metric, clock.scope));
}

export function restartClock(state: CaseState, clock: RunningClock, rule: ClockRule, at: number): void {
  stopClock(state, clock, at, 'restarted');
  startClock(state, rule, clock.scope, at, clock.task);
}

/** The rule of a policy for a metric; of hand-offs the one for this kind of task, else the one for any. */
export function ruleFor(policy: ServicePolicy, metric: string, task: string | undefined): ClockRule | undefined {
  const rules = policy.clocks.filter((rule) => rule.metric === metric);
  return (
    rules.find((rule) => rule.task !== undefined && rule.task === task) ?? rules.find((rule) => rule.task === undefined)
  );
}

/** Applies what is new (priority, type, policy) to a running clock, by the change rule. What has elapsed is kept or begun anew. */
export function retarget(state: CaseState, clock: RunningClock, rule: ClockRule, at: number, change: ChangeRule): void {
  const old = currentEra(clock);
  if (old.policy === state.policy && old.target === targetFor(rule, state.priority)) return;
  if (change === 'restart' && !sameTarget(old, state, rule)) {
    restartClock(state, clock, rule, at);
    return;
  }
  const next = eraUnder(state, rule, at, clock);
  if (change === 'earlier-due' && dueUnder(clock, old, at) <= dueUnder(clock, next, at)) return;
  clock.eras.push(next);
}

function sameTarget(old: Era, state: CaseState, rule: ClockRule): boolean {
  const calendar = rule.calendar ?? state.policy.calendar;
  return (
    old.calendar.name === calendar && JSON.stringify(old.target) === JSON.stringify(targetFor(rule, state.priority))
  );
}

/** The era that begins at `from` for a clock that runs, or for a new one that starts then. */
function eraUnder(state: CaseState, rule: ClockRule, from: number, clock?: RunningClock): Era {
  const { policy } = state;
  const calendar = state.book.calendar(rule.calendar ?? policy.calendar);
  const target = targetFor(rule, state.priority);
  const line = curveFor(state, counterOf(target, calendar), isPausable(rule, target));
  const carried = clock ? elapsedAt(clock, from) : 0;
  const whole = targetMs(target, clock?.startedAt ?? from, calendar);
  const length =
    clock && whole !== null && 'fixedOn' in target ? untilDate(clock, clock.startedAt + whole, from) : whole;
  return { from, carried, curve: line, base: line.at(from), rule, policy, calendar, target, targetMs: length };
}

/** A fixed date is not moved by what has elapsed: the target is what will have elapsed by then, or had. */
function untilDate(clock: RunningClock, due: number, from: number): number {
  return due >= from ? elapsedAt(clock, from) + due - from : elapsedAt(clock, due);
}

export function targetFor(rule: ClockRule, priority: Priority): Target {
  if (!isByPriority(rule.target)) return rule.target;
  const target = rule.target[priority];
  if (!target) throw new UnknownNameError('target', priority);
  return target;
}

function isByPriority(target: ClockRule['target']): target is Readonly<Record<Priority, Target>> {
  return priorities.some((priority) => priority in target);
}
