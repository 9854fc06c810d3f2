import type { Target } from '../../calendar/index.ts';
import type { ClockRule, Priority, ServicePolicy, SlaEvent } from '../types.ts';
import { type Climbing, climb, type WalkedTruce } from './ladder-walk.ts';
import { openMinutes } from './open-minutes.ts';
import type { Scenario } from './random-scenario.ts';
import { isWall, targetMinutes } from './walked-targets.ts';
import { asFound, forward, tickDue, untilDate, type Walked, type Walker } from './walker.ts';
import { wallMinutesAround } from './wall-minutes.ts';

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
  let undecided = false;
  const clocks: Walker[] = [];
  const reached: string[] = [];
  const truces: WalkedTruce[] = [];

  const running = () => clocks.filter((clock) => clock.stop === null);
  const find = (metric: string, scope: string) =>
    running().find((clock) => clock.metric === metric && clock.scope === scope);
  const targetOf = (rule: ClockRule, level: Priority): Target =>
    'normal' in rule.target ? rule.target[level] : (rule.target as Target);
  const counts = (clock: Walker) =>
    isWall(targetOf(clock.rule, priority)) ? always : open.get(clock.rule.calendar ?? clock.policy.calendar)!;
  const pausable = (clock: Walker) => !clock.rule.legal && !clock.fixed;
  const isHeld = (clock: Walker) => held !== null && pausable(clock) && clock.stop === null;
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
      const target = targetOf(rule, priority);
      const whole = lengthOf(rule, next, clock.start);
      const length = 'fixedOn' in target ? untilDate(clock, clock.start + whole, i) : whole;
      const fixed = 'fixedOn' in target;
      const counter = isWall(target) ? always : open.get(rule.calendar ?? next.calendar)!;
      if (change === 'restart' && !sameTarget(clock, rule, next)) {
        clocks.splice(clocks.indexOf(clock), 1);
        policyForStart(next, () => begun(rule, clock.scope, i, clock.task));
        continue;
      }
      if (change === 'earlier-due') {
        const before = dueFrom(clock, clock.target, lastCounter.get(clock)!, i);
        const after = dueFrom(clock, length, counter, i);
        undecided ||= !Number.isFinite(before) && !Number.isFinite(after);
        if (before <= after) continue;
      }
      Object.assign(clock, { rule, policy: next, target: length, fixed });
      clock.deferred.clear();
      levelOf.set(clock, priority);
      lastCounter.set(clock, counter);
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

  const climbing: Climbing = {
    begin,
    start: wall.start,
    clocks,
    reached,
    truces,
    always,
    open,
    counter: (clock) => lastCounter.get(clock)!,
    isHeld: (clock) => isHeld(clock),
  };

  return run();

  function run(): Walked {
    if (end < begin) return { undecided, clocks: [], reached: [] };
    startAll(begin);
    remember();
    let next = 0;
    for (let i = begin; i <= end; i += 1) {
      letHoldEnd(i);
      if (next < events.length && events[next]!.i === i) climb(climbing, i, true);
      for (; next < events.length && events[next]!.i === i; next += 1) {
        apply(events[next]!.event, i);
        letHoldEnd(i);
        for (const clock of clocks) lookAgain(clock);
        remember();
      }
      climb(climbing, i, false);
      if (i === end) break;
      for (const clock of clocks) {
        if (clock.stop !== null || (held && pausable(clock))) continue;
        if (lastCounter.get(clock)![i]) clock.ticks.push(i);
      }
    }
    return {
      undecided,
      clocks: clocks.map((clock) => asFound(clock, lastCounter.get(clock)!, isHeld(clock), end, wall)),
      reached,
    };
  }

  /** A hold ends at its expected return, or when the longest time that its reason allows has passed. */
  function holdEnd(event: SlaEvent & { type: 'hold' }, i: number): number | null {
    const longest = policy.holds?.find(({ reason }) => reason === event.reason)?.longest;
    const limit = longest ? limitOf(longest, i) : Number.POSITIVE_INFINITY;
    const until = event.until === undefined ? Number.POSITIVE_INFINITY : Math.max(index(event.until), i);
    const end = Math.min(limit, until);
    return Number.isFinite(end) ? end : null;
  }

  function limitOf(longest: Target, i: number): number {
    const office = open.get(policy.calendar)!;
    const counter = isWall(longest) ? always : office;
    return forward(counter, i, targetMinutes(longest, i, wall, office)) ?? Number.POSITIVE_INFINITY;
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
      undecided ||= !Number.isFinite(clock.target) && clock.policy.ladder.length > 0;
      if (!levelOf.has(clock)) levelOf.set(clock, priority);
      if (!lastCounter.has(clock)) lastCounter.set(clock, counts(clock));
    }
  }

  function apply(event: SlaEvent, i: number) {
    switch (event.type) {
      case 'hold':
        if (!ended) held = { until: holdEnd(event, i) };
        return;
      case 'resume':
        held = null;
        return;
      case 'customer-reply': {
        held = null;
        const rule = ruleOf(policy, 'next-response');
        if (rule && answered && !ended) begun(rule, 'case', i);
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
        truces.push({ from: i, to: index(event.until), metric: event.metric, scope: event.scope });
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
}
