import { DateTime } from 'luxon';
import type { Target } from '../../calendar/index.ts';
import type { ClockRule, LadderStep, Priority, ServicePolicy, SlaEvent } from '../types.ts';
import { openMinutes } from './open-minutes.ts';
import type { Scenario } from './random-scenario.ts';
import { type WallMinutes, wallMinutesAround } from './wall-minutes.ts';

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
  readonly clocks: readonly WalkedClock[];
  /** `metric scope step` and the minute, in ms, at which the step was found reached. */
  readonly reached: readonly string[];
}

interface Walker {
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

/**
 * The oracle: walks a history minute by minute with a running count for each clock. It shares no code with the engine
 * and knows neither intervals nor curves: each minute is asked whether it counts, and one is added or not.
 */
export function walk(scenario: Scenario): Walked {
  const wall = wallMinutesAround(scenario.zone, scenario.change);
  const index = (at: string) => Math.round((Date.parse(at) - wall.start) / 60_000);
  const opened = scenario.history[0] as SlaEvent & { type: 'opened' };
  const begin = index(opened.at);
  const end = index(scenario.now);
  const open = new Map(
    scenario.calendars.map((calendar) => [calendar.name, openMinutes(calendar, wall, begin - 1440)]),
  );
  const always = new Uint8Array(wall.length).fill(1);
  const events = scenario.history.slice(1).map((event) => ({ i: Math.max(index(event.at), index(opened.at)), event }));
  events.sort((a, b) => a.i - b.i);

  let policy = scenario.policies.find(({ name }) => name === opened.policy)!;
  let priority: Priority = opened.priority;
  let ended = false;
  let held: { until: number | null } | null = null;
  let answered = false;
  const seen = new Set<string>();
  const clocks: Walker[] = [];
  const hidden: Walker[] = [];
  const reached: string[] = [];
  const truces: { from: number; to: number }[] = [];

  const running = () => clocks.filter((clock) => clock.stop === null);
  const find = (metric: string, scope: string) =>
    running().find((clock) => clock.metric === metric && clock.scope === scope);
  const targetOf = (rule: ClockRule, level: Priority): Target =>
    'normal' in rule.target ? rule.target[level] : (rule.target as Target);
  const counts = (clock: Walker) =>
    isWall(targetOf(clock.rule, priority)) ? always : open.get(clock.rule.calendar ?? clock.policy.calendar)!;
  const pausable = (clock: Walker) => !clock.rule.legal && !clock.fixed;
  const lengthOf = (rule: ClockRule, from: ServicePolicy, start: number) =>
    targetMinutes(targetOf(rule, priority), start, wall, open.get(rule.calendar ?? from.calendar)!);
  const ruleOf = (from: ServicePolicy, metric: string, task?: string) => {
    const rules = from.clocks.filter((rule) => rule.metric === metric);
    return (
      rules.find((rule) => rule.task !== undefined && rule.task === task) ??
      rules.find((rule) => rule.task === undefined)
    );
  };

  const begun = (rule: ClockRule, scope: string, i: number, task?: string) => {
    if (find(rule.metric, scope)) return;
    clocks.push({
      metric: rule.metric,
      scope,
      task,
      start: i,
      rule,
      policy,
      target: lengthOf(rule, policy, i),
      fixed: 'fixedOn' in targetOf(rule, priority),
      ticks: [],
      done: new Set(),
      stop: null,
      ending: null,
      ahead: null,
      office: new Map(),
      deferred: new Map(),
    });
  };
  const caseRules = () => policy.clocks.filter(({ metric }) => metric !== 'hand-off');
  const startAll = (i: number) => {
    for (const rule of caseRules()) if (rule.metric !== 'next-response') begun(rule, 'case', i);
  };
  const finish = (clock: Walker | undefined, i: number, ending: 'stopped' | 'cancelled') => {
    if (clock) {
      clock.stop = i;
      clock.ending = ending;
    }
  };
  const retarget = (i: number, next: ServicePolicy, change: string) => {
    for (const clock of running()) {
      const rule = ruleOf(next, clock.metric, clock.task);
      if (!rule) {
        finish(clock, i, 'cancelled');
        continue;
      }
      const length = lengthOf(rule, next, clock.start);
      const target = targetOf(rule, priority);
      const before = {
        rule: clock.rule,
        policy: clock.policy,
        target: clock.target,
        fixed: clock.fixed,
        counter: lastCounter.get(clock)!,
      };
      const after = {
        rule,
        policy: next,
        target: length,
        fixed: 'fixedOn' in target,
        counter: isWall(target) ? always : open.get(rule.calendar ?? next.calendar)!,
      };
      if (change === 'restart' && !sameTarget(clock, rule, next)) {
        hidden.push({ ...clock, stop: i });
        clocks.splice(clocks.indexOf(clock), 1);
        policyForStart(next, () => begun(rule, clock.scope, i, clock.task));
        continue;
      }
      if (
        change === 'earlier-due' &&
        dueFrom(clock, before.target, before.counter, i) <= dueFrom(clock, after.target, after.counter, i)
      )
        continue;
      Object.assign(clock, { rule, policy: next, target: length, fixed: after.fixed });
      clock.deferred.clear();
      levelOf.set(clock, priority);
      lastCounter.set(clock, after.counter);
    }
  };
  const levelOf = new Map<Walker, Priority>();
  const lastCounter = new Map<Walker, Uint8Array>();
  const policyForStart = (next: ServicePolicy, act: () => void) => {
    policy = next;
    act();
  };
  const sameTarget = (clock: Walker, rule: ClockRule, next: ServicePolicy) =>
    (clock.rule.calendar ?? clock.policy.calendar) === (rule.calendar ?? next.calendar) &&
    JSON.stringify(targetOf(clock.rule, levelOf.get(clock)!)) === JSON.stringify(targetOf(rule, priority));
  const dueFrom = (clock: Walker, target: number, counter: Uint8Array, i: number) =>
    tickDue(clock, target) ?? forward(counter, i, target - clock.ticks.length) ?? Number.POSITIVE_INFINITY;

  const forward = (counter: Uint8Array, i: number, need: number): number | null => {
    let left = need;
    for (let at = i; at < wall.length; at += 1) {
      if (left <= 0) return at;
      left -= counter[at]!;
    }
    return null;
  };
  const tickDue = (clock: Walker, target: number): number | null => {
    if (target <= 0) return clock.start;
    return clock.ticks.length >= target ? clock.ticks[target - 1]! + 1 : null;
  };
  const truce = (i: number): number => {
    const one = truces.find(({ from, to }) => from <= i && i < to);
    return one ? truce(one.to) : i;
  };

  return run();

  function run(): Walked {
    if (end < begin) return { clocks: [], reached: [] };
    startAll(begin);
    seen.add('opened');
    remember();
    let next = 0;
    for (let i = begin; i <= end; i += 1) {
      letHoldEnd(i);
      if (next < events.length && events[next]!.i === i) climb(i, true);
      for (; next < events.length && events[next]!.i === i; next += 1) {
        apply(events[next]!.event, i);
        letHoldEnd(i);
        for (const clock of clocks) lookAgain(clock);
        remember();
      }
      climb(i, false);
      if (i === end) break;
      for (const clock of clocks) {
        if (clock.stop !== null || (held && pausable(clock))) continue;
        if (lastCounter.get(clock)![i]) clock.ticks.push(i);
      }
    }
    return { clocks: clocks.map(asFound), reached };
  }

  function letHoldEnd(i: number) {
    if (held?.until == null || held.until > i) return;
    held = null;
    for (const clock of clocks) lookAgain(clock);
  }

  function lookAgain(clock: Walker) {
    clock.ahead = null;
    clock.office.clear();
  }

  function remember() {
    for (const clock of running()) {
      if (!levelOf.has(clock)) levelOf.set(clock, priority);
      if (!lastCounter.has(clock)) lastCounter.set(clock, counts(clock));
    }
  }

  /** Before the events of a minute: what was passed within the minute before. After them: what is reached at it. */
  function climb(i: number, passed: boolean) {
    for (const clock of clocks) {
      if (clock.stop !== null) continue;
      const grew = clock.ticks.at(-1) === i - 1 || clock.ahead === null || i === begin;
      for (const step of clock.policy.ladder) {
        // While nothing is added, no step by per cent comes nearer.
        if (!grew && 'percent' in step.when && !clock.deferred.has(step.name)) continue;
        if (clock.done.has(step.name) || (step.metrics && !step.metrics.includes(clock.metric))) continue;
        const waits = clock.deferred.get(step.name);
        if (waits === undefined ? !isReached(clock, step, i, passed) : passed || i < waits) continue;
        if (truce(i) > i) {
          clock.deferred.set(step.name, truce(i));
        } else {
          clock.done.add(step.name);
          reached.push(`${clock.metric} ${clock.scope} ${step.name} ${wall.start + i * 60_000}`);
        }
      }
    }
  }

  function isReached(clock: Walker, step: LadderStep, i: number, passed: boolean): boolean {
    if (!Number.isFinite(clock.target)) return false;
    const elapsed = clock.ticks.length;
    if ('percent' in step.when) {
      const ahead = elapsed * 100_000 - clock.target * Math.round(step.when.percent * 1000);
      return passed ? ahead > 0 : ahead >= 0;
    }
    if (passed) return false;
    const counter = lastCounter.get(clock)!;
    if ('businessMinutes' in step.when && counter !== always)
      return elapsed >= Math.max(0, clock.target + step.when.businessMinutes);
    if (held && pausable(clock)) return false;
    clock.ahead ??=
      tickDue(clock, clock.target) ?? forward(counter, i, clock.target - elapsed) ?? Number.POSITIVE_INFINITY;
    if ('wallMinutes' in step.when) return i >= clock.ahead + step.when.wallMinutes;
    let at = clock.office.get(step.name);
    if (at === undefined) {
      const office = open.get(clock.rule.calendar ?? clock.policy.calendar)!;
      at = Number.isFinite(clock.ahead)
        ? officeMinutesFrom(office, clock.ahead, step.when.businessMinutes)
        : Number.POSITIVE_INFINITY;
      clock.office.set(step.name, at);
    }
    return i >= at;
  }

  function apply(event: SlaEvent, i: number) {
    switch (event.type) {
      case 'hold':
        if (!ended) held = { until: event.until === undefined ? null : Math.max(index(event.until), i) };
        return;
      case 'resume':
        held = null;
        return;
      case 'customer-reply': {
        held = null;
        const rule = ruleOf(policy, 'next-response');
        if (rule && answered && !ended) begun(rule, 'case', i);
        seen.add('customer-reply');
        return;
      }
      case 'reprioritise':
        priority = event.priority;
        retarget(i, policy, policy.changeRules?.priority ?? 'carry');
        return;
      case 'policy': {
        const next = scenario.policies.find(({ name }) => name === event.policy)!;
        if (next.name === policy.name) return;
        retarget(i, next, next.changeRules?.policy ?? 'carry');
        policy = next;
        return;
      }
      case 'escalation-acknowledged':
        truces.push({ from: i, to: index(event.until) });
        return;
      case 'acknowledge':
        finish(find('acknowledge', 'case'), i, 'stopped');
        return;
      case 'reply':
        if (event.visibility === 'customer') {
          answered = true;
          finish(find('first-response', 'case'), i, 'stopped');
          finish(find('next-response', 'case'), i, 'stopped');
        }
        return;
      case 'task-opened': {
        const rule = ruleOf(policy, 'hand-off', event.task);
        if (rule) begun(rule, event.visit, i, event.task);
        return;
      }
      case 'task-done':
      case 'task-returned':
        finish(find('hand-off', event.visit), i, 'stopped');
        return;
      case 'task-withdrawn':
        finish(find('hand-off', event.visit), i, 'cancelled');
        return;
      case 'resolve':
      case 'cancel':
        if (ended) return;
        for (const clock of running()) {
          finish(clock, i, event.type === 'cancel' || clock.metric === 'hand-off' ? 'cancelled' : 'stopped');
        }
        held = null;
        ended = true;
        return;
      case 'reopen':
        if (!ended) return;
        ended = false;
        answered = false;
        startAll(i);
        return;
      default:
        return;
    }
  }

  function asFound(clock: Walker): WalkedClock {
    const counter = lastCounter.get(clock)!;
    const isHeld = held !== null && pausable(clock) && clock.stop === null;
    const due = !Number.isFinite(clock.target)
      ? ('beyond' as const)
      : (tickDue(clock, clock.target) ??
        (isHeld ? null : (forward(counter, clock.stop ?? end, clock.target - clock.ticks.length) ?? 'beyond')));
    return {
      metric: clock.metric,
      scope: clock.scope,
      state: stateOf(clock, due, isHeld),
      startedAt: wall.start + clock.start * 60_000,
      dueAt: typeof due === 'number' ? wall.start + due * 60_000 : due,
      elapsedMinutes: clock.ticks.length,
      targetMinutes: Number.isFinite(clock.target) ? clock.target : 'beyond',
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
}

/** So many office minutes after an instant, or before it: then as early as that is true, at the latest at once. */
function officeMinutesFrom(office: Uint8Array, from: number, minutes: number): number {
  let left = minutes;
  let at = from;
  while (left > 0 && at < office.length) left -= office[at++]!;
  while (left < 0 && at > 0) left += office[--at]!;
  while (minutes < 0 && at > 0 && !office[at - 1]) at -= 1;
  return minutes > 0 && left > 0 ? Number.POSITIVE_INFINITY : at;
}

function isWall(target: Target): boolean {
  return 'calendarDays' in target || 'fixedOn' in target;
}

/** A target in minutes that count, found by looking at each day of the stretch; infinite when it lies beyond it. */
function targetMinutes(target: Target, start: number, wall: WallMinutes, open: Uint8Array): number {
  if ('businessMinutes' in target) return target.businessMinutes;
  if ('businessDays' in target) {
    const due = endOfBusinessDay(target.businessDays, start, wall, open);
    return due === null ? Number.POSITIVE_INFINITY : open.subarray(start, due).reduce((sum, one) => sum + one, 0);
  }
  const due =
    'calendarDays' in target ? daysLater(target.calendarDays, start, wall) : endOfDate(target.fixedOn, wall, open);
  return due >= wall.length ? Number.POSITIVE_INFINITY : Math.max(0, due - start);
}

function endOfBusinessDay(days: number, start: number, wall: WallMinutes, open: Uint8Array): number | null {
  let left = days;
  let last = wall.dateOf[start]!;
  for (let i = start; i < wall.length; i += 1) {
    if (!open[i] || wall.dateOf[i] === last || wall.dateOf[i] === wall.dateOf[start]) continue;
    last = wall.dateOf[i]!;
    left -= 1;
    if (left === 0) return last < wall.dates.length - 1 ? lastOpen(last, wall, open) : null;
  }
  return null;
}

/** The end of the last minute of a date that counts; 0 when none does. */
function lastOpen(date: number, wall: WallMinutes, open: Uint8Array): number {
  const next = wall.dateOf.indexOf(date + 1);
  for (let i = next - 1; i >= 0 && wall.dateOf[i] === date; i -= 1) if (open[i]) return i + 1;
  return 0;
}

function daysLater(days: number, start: number, wall: WallMinutes): number {
  const from = DateTime.fromMillis(wall.start + start * 60_000, { zone: wall.zone });
  return Math.round((from.plus({ days }).toMillis() - wall.start) / 60_000);
}

function endOfDate(date: string, wall: WallMinutes, open: Uint8Array): number {
  const place = wall.dates.indexOf(date);
  return lastOpen(place, wall, open) || wall.dateOf.indexOf(place + 1);
}
