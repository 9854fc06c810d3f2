import type { Target } from '../calendar/index.ts';
import type { Person } from '../people/index.ts';
import { conditionsOf } from './conditions.ts';
import { error, type Finding, warning, within } from './finding.ts';
import { lintLadder } from './lint-ladder.ts';
import { type ClockRule, type Condition, priorities, type ServicePolicy, type SlaEvent } from './types.ts';

export { type Finding, isError } from './finding.ts';
export { lintCalendar, lintRules } from './lint-calendar.ts';

/** What there is for a policy to name. What is left out is not looked at. */
export interface LintContext {
  readonly calendars: readonly string[];
  readonly people?: readonly Person[];
  readonly templates?: readonly string[];
  readonly tasks?: readonly string[];
}

/** What a policy names that does not exist, what it says twice or leaves out, and steps that are never reached. */
export function lintPolicy(policy: ServicePolicy, context: LintContext): Finding[] {
  const unknown = (name: string | undefined) => name !== undefined && !context.calendars.includes(name);
  return [
    ...(unknown(policy.calendar) ? [error(['calendar'], `there is no calendar ${policy.calendar}`)] : []),
    ...policy.clocks.flatMap((rule, i) => within(['clocks', i], lintRule(rule, policy.clocks.slice(0, i), context))),
    ...gaps(policy),
    ...lintLadder(policy, context),
    ...lintHolds(policy),
  ];
}

function lintRule(rule: ClockRule, before: readonly ClockRule[], context: LintContext): Finding[] {
  const { metric, task, calendar } = rule;
  const twice = before.some((other) => other.metric === metric && other.task === task);
  const noCalendar = calendar !== undefined && !context.calendars.includes(calendar);
  const noTask = task !== undefined && context.tasks !== undefined && !context.tasks.includes(task);
  return [
    ...(twice ? [error([], `${metric}${task ? ` ${task}` : ''} is promised twice; only the first counts`)] : []),
    ...(noCalendar ? [error(['calendar'], `there is no calendar ${calendar}`)] : []),
    ...(noTask ? [warning(['task'], `no case type has a task ${task}`)] : []),
    ...lintConditions(rule),
    ...(growsWithPriority(rule) ? [warning(['target'], `${metric} gives a higher priority more time`)] : []),
  ];
}

function lintConditions(rule: ClockRule): Finding[] {
  const { start = [], stop = [], cancel = [] } = conditionsOf(rule);
  const unheard = Object.entries(rule.on ?? {}).flatMap(([when, said]) =>
    [said]
      .flat()
      .flatMap((condition: Condition | undefined) =>
        condition === undefined || isHeard(condition)
          ? []
          : [error(['on', when], `nothing is ever called ${condition}`)],
      ),
  );
  return [
    ...(start.length === 0 ? [error(['on', 'start'], `nothing starts ${rule.metric}`)] : []),
    ...(stop.length + cancel.length === 0 ? [error(['on', 'stop'], `nothing stops ${rule.metric}`)] : []),
    ...unheard,
  ];
}

const heard: Readonly<Record<SlaEvent['type'], true>> = {
  opened: true,
  hold: true,
  resume: true,
  reprioritise: true,
  acknowledge: true,
  reply: true,
  'customer-reply': true,
  happened: true,
  'task-opened': true,
  'task-done': true,
  'task-returned': true,
  'task-withdrawn': true,
  retype: true,
  policy: true,
  'escalation-acknowledged': true,
  resolve: true,
  cancel: true,
  reopen: true,
};

const isHeard = (condition: Condition): boolean => Object.hasOwn(heard, condition.split(':')[0] ?? '');

function growsWithPriority({ target }: ClockRule): boolean {
  if (!('normal' in target)) return false;
  const lengths = priorities.map((priority) => roughMinutes(target[priority]));
  return lengths.some((length, i) => i > 0 && length > (lengths[i - 1] ?? length));
}

function roughMinutes(target: Target): number {
  if ('businessMinutes' in target) return target.businessMinutes;
  if ('businessDays' in target) return target.businessDays * 480;
  return 'calendarDays' in target ? target.calendarDays * 343 : 0;
}

/** What a policy leaves without a promise: the whole case, or hand-offs of other tasks than those it names. */
function gaps({ clocks }: ServicePolicy): Finding[] {
  const handOffs = clocks.filter(({ metric }) => metric === 'hand-off');
  const others = handOffs.length > 0 && handOffs.every((rule) => rule.task !== undefined);
  return [
    ...(others ? [warning(['clocks'], 'hand-offs of other tasks than those named have no clock')] : []),
    ...(clocks.some(({ metric }) => metric === 'resolve')
      ? []
      : [warning(['clocks'], 'nothing says by when a case is resolved')]),
  ];
}

function lintHolds({ holds = [] }: ServicePolicy): Finding[] {
  return holds.flatMap(({ reason }, i) =>
    holds.findIndex((other) => other.reason === reason) < i
      ? [error(['holds', i, 'reason'], `${reason} is limited twice; only the first counts`)]
      : [],
  );
}
