import { dueOf } from '../calendar/index.ts';
import { type Instant, millis } from '../time/index.ts';
import type { ClockBook } from './book.ts';
import { beginHold, type CaseState, currentHold, endHold } from './case-state.ts';
import { conditionsMet, conditionsOf, heardByHandOffs, meets } from './conditions.ts';
import { currentEra, type RunningClock } from './running-clock.ts';
import { restartClock, retarget, ruleFor, startClock, stopClock } from './start-and-stop.ts';
import type { ChangeRule, ClockRule, Condition, ServicePolicy, SlaEvent } from './types.ts';

interface Timed {
  readonly at: number;
  readonly event: SlaEvent;
}

/**
 * Folds a case's events up to `now` into its clocks. Events count in the order of their instants, equal ones as they
 * were given; what is dated before the opening counts as of the opening. Null when the case is not opened yet or
 * nothing says by which policy it runs.
 */
export function foldCase(history: readonly SlaEvent[], book: ClockBook, now: number): CaseState | null {
  const opened = history.find((event) => event.type === 'opened');
  if (!opened || millis(opened.at) > now) return null;
  const openedAt = millis(opened.at);
  const timed = withoutUndone(inOrder(history, openedAt, now));
  const first = firstPolicy(opened, timed);
  if (!first) return null;
  const state: CaseState = {
    ...freshCase(),
    book,
    openedAt,
    policy: book.policy(first.name, first.version),
    priority: opened.priority,
  };
  observe(state, opened, openedAt);
  for (const { at, event } of timed) {
    endHoldByItself(state, at);
    apply(state, event, at);
  }
  endHoldByItself(state, now);
  return state;
}

function inOrder(history: readonly SlaEvent[], openedAt: number, now: number): Timed[] {
  return history
    .filter((event) => event.type !== 'opened')
    .map((event) => ({ at: Math.max(millis(event.at), openedAt), event }))
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at);
}

function firstPolicy(opened: SlaEvent & { type: 'opened' }, timed: readonly Timed[]) {
  if (opened.policy !== undefined) return { name: opened.policy, version: opened.version };
  const pinned = timed.find(({ event }) => event.type === 'policy')?.event;
  return pinned?.type === 'policy' ? { name: pinned.policy, version: pinned.version } : null;
}

/**
 * A move to another version that was undone while the case ran never was: all that elapsed is as it would have been,
 * whatever the change rules say. Once the case has ended in between, the undoing only leads back to the version.
 */
function withoutUndone(timed: Timed[]): Timed[] {
  const gone = new Set<Timed>();
  timed.forEach((undoing, i) => {
    const undoes = undoing.event.type === 'policy' ? undoing.event.undoes : undefined;
    if (undoes === undefined) return;
    const place = timed.findLastIndex(({ event }, j) => j < i && event.type === 'policy' && event.move === undoes);
    const move = timed[place];
    if (!move || timed.slice(place, i).some(({ event }) => endings.has(event.type))) return;
    gone.add(move).add(undoing);
  });
  return gone.size === 0 ? timed : timed.filter((each) => !gone.has(each));
}

const endings: ReadonlySet<SlaEvent['type']> = new Set(['resolve', 'cancel', 'reopen', 'retype']);

function freshCase() {
  return {
    cycle: 1,
    ended: false,
    retypedAt: null,
    holds: [],
    seen: new Set<Condition>(),
    clocks: [],
    active: new Map(),
    handOffs: new Map(),
    lastCycle: new Map(),
    pausable: new Map(),
    unpausable: new Map(),
    truces: [],
  };
}

function endHoldByItself(state: CaseState, at: number): void {
  const until = currentHold(state)?.until;
  if (until != null && until <= at) endHold(state, until);
}

function apply(state: CaseState, event: SlaEvent, at: number): void {
  switch (event.type) {
    case 'hold':
      if (!state.ended) beginHold(state, at, holdEnd(state, event, at), event.reason ?? null);
      break;
    case 'resume':
    case 'customer-reply':
      endHold(state, at);
      break;
    case 'reprioritise':
      state.priority = event.priority;
      changeTargets(state, at, state.policy.changeRules?.priority);
      break;
    case 'retype':
      state.retypedAt = at;
      changePolicy(state, event, at, 'type');
      break;
    case 'policy':
      changePolicy(state, event, at, state.retypedAt === at ? 'type' : 'policy');
      break;
    case 'escalation-acknowledged':
      state.truces.push({
        from: at,
        to: millis(event.until),
        metric: event.metric ?? null,
        scope: event.scope ?? null,
      });
      break;
    case 'resolve':
    case 'cancel':
      endCase(state, event, at);
      return;
    case 'reopen':
      reopen(state, event, at);
      return;
    case 'acknowledge':
    case 'reply':
    case 'happened':
    case 'task-opened':
    case 'task-done':
    case 'task-returned':
    case 'task-withdrawn':
    case 'opened':
      break;
    default:
      event satisfies never;
  }
  observe(state, event, at);
}

/** When a hold ends by itself: at its expected return, or at the longest its reason allows; never before it began. */
function holdEnd(state: CaseState, hold: { reason?: string; until?: Instant }, at: number): number | null {
  const rule = state.policy.holds?.find(({ reason }) => reason === hold.reason);
  const limit = rule ? dueOf(rule.longest, at, state.book.calendar(state.policy.calendar)) : null;
  const ends = [hold.until === undefined ? null : millis(hold.until), limit].filter((end) => end !== null);
  return ends.length > 0 ? Math.max(at, Math.min(...ends)) : null;
}

function changePolicy(
  state: CaseState,
  event: { policy?: string; version?: number; undoes?: string },
  at: number,
  kind: 'type' | 'policy',
): void {
  if (event.policy === undefined) return;
  const next = state.book.policy(event.policy, event.version);
  if (next.name === state.policy.name && next.version === state.policy.version) return;
  state.policy = next;
  changeTargets(state, at, event.undoes === undefined ? next.changeRules?.[kind] : 'carry');
  if (!state.ended) promiseAnew(state, at);
}

function changeTargets(state: CaseState, at: number, change: ChangeRule = 'carry'): void {
  for (const clock of [...state.active.values(), ...state.handOffs.values()]) {
    const rule = ruleFor(state.policy, clock.metric, clock.task);
    if (rule) retarget(state, clock, rule, at, change);
    else stopClock(state, clock, at, 'cancelled');
  }
}

/** What only the new policy promises runs from the change, unless what would stop it has happened in this cycle. */
function promiseAnew(state: CaseState, at: number): void {
  for (const rule of caseRules(state.policy)) {
    const on = conditionsOf(rule);
    const begun =
      !on.after &&
      meets([...state.seen], on.start) &&
      !meets([...state.seen], [...(on.stop ?? []), ...(on.cancel ?? [])]);
    const known = state.clocks.some(
      (clock) => clock.metric === rule.metric && clock.ending !== 'cancelled' && clock.cycle >= state.cycle,
    );
    if (begun && !known) startClock(state, rule, 'case', at);
  }
}

function endCase(state: CaseState, event: SlaEvent, at: number): void {
  if (state.ended) return;
  observe(state, event, at);
  endHold(state, at);
  state.ended = true;
}

/** A case that is opened again begins a new cycle; the clocks of the cycles before stay as they ended. */
function reopen(state: CaseState, event: SlaEvent, at: number): void {
  if (!state.ended) return;
  state.ended = false;
  state.cycle += 1;
  state.seen.clear();
  observe(state, event, at);
}

/** Lets an event stop, cancel, reset and start the clocks whose conditions it meets. */
function observe(state: CaseState, event: SlaEvent, at: number): void {
  const met = conditionsMet(event);
  if (event.type.startsWith('task-')) {
    observeTask(state, event as TaskEvent, met, at);
    return;
  }
  for (const clock of listeners(state, met)) endOrReset(state, clock, met, at);
  for (const condition of met) state.seen.add(condition);
  if (state.ended) return;
  for (const rule of caseRules(state.policy)) {
    const on = conditionsOf(rule);
    if (meets(met, on.start) && (!on.after || state.seen.has(on.after))) startClock(state, rule, 'case', at);
  }
}

function listeners(state: CaseState, met: readonly Condition[]): RunningClock[] {
  const handOffs = met.some((condition) => heardByHandOffs(state.policy).has(condition)) ? state.handOffs.values() : [];
  return [...state.active.values(), ...handOffs];
}

type TaskEvent = Extract<SlaEvent, { visit: string }>;

/** Each visit of a piece of work to a department has a clock of its own. */
function observeTask(state: CaseState, event: TaskEvent, met: readonly Condition[], at: number): void {
  const clock = state.handOffs.get(event.visit);
  if (clock) endOrReset(state, clock, met, at);
  if (event.type !== 'task-opened') return;
  const rule = ruleFor(state.policy, 'hand-off', event.task);
  if (rule) startClock(state, rule, event.visit, at, event.task);
}

function endOrReset(state: CaseState, clock: RunningClock, met: readonly Condition[], at: number): void {
  const { rule } = currentEra(clock);
  const on = conditionsOf(rule);
  if (meets(met, on.stop)) stopClock(state, clock, at, 'stopped');
  else if (meets(met, on.cancel)) stopClock(state, clock, at, 'cancelled');
  else if (meets(met, on.reset)) restartClock(state, clock, rule, at);
}

function caseRules(policy: ServicePolicy): readonly ClockRule[] {
  return policy.clocks.filter((rule) => rule.metric !== 'hand-off');
}
