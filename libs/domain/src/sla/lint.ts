import {
  type CalendarDefinition,
  type CalendarRules,
  compileCalendar,
  type Hours,
  spanOf,
  type Target,
} from '../calendar/index.ts';
import { millis, weekdays } from '../time/index.ts';
import { conditionsOf } from './conditions.ts';
import { type ClockRule, type LadderStep, priorities, type ServicePolicy } from './types.ts';

/** Something wrong, or likely to be, in a calendar, a policy or a ladder, and where it stands. */
export interface Finding {
  readonly level: 'error' | 'warning';
  readonly path: string;
  readonly message: string;
}

const recipients = ['assignee', 'lead', 'department-head', 'deputy', 'supervisor', 'manager'];

const error = (path: string, message: string): Finding => ({ level: 'error', path, message });
const warning = (path: string, message: string): Finding => ({ level: 'warning', path, message });

/** Overlapping intervals, versions out of order, closures that end before they begin, a calendar that never opens. */
export function lintCalendar(calendar: CalendarDefinition): Finding[] {
  const at = `calendar ${calendar.name}`;
  const versions = calendar.versions.flatMap((version, i) => [
    ...lintRules(version, `${at}, version ${i + 1}`),
    ...(i > 0 && !isAfter(version.from, calendar.versions[i - 1]?.from)
      ? [error(`${at}, version ${i + 1}`, 'begins no later than the version before it')]
      : []),
  ]);
  const last = millis(calendar.versions.at(-1)?.from ?? '2026-01-01T00:00:00Z');
  const opens = compileCalendar(calendar).nextOpening(last) !== null;
  return opens ? versions : [...versions, error(at, 'never opens, so that no target is ever due')];
}

function isAfter(from: string | undefined, before: string | undefined): boolean {
  return from !== undefined && (before === undefined || millis(from) > millis(before));
}

function lintRules(rules: CalendarRules, at: string): Finding[] {
  const overlaps = weekdays.flatMap((weekday, i) => {
    const hours = rules.hours[weekday] ?? [];
    const tail = (rules.hours[weekdays[(i + 6) % 7]!] ?? []).map(spanOf).filter(([, to]) => to > dayLength);
    return overlapping(
      hours,
      tail.map(([, to]) => [0, to - dayLength] as const),
    )
      ? [warning(`${at}, ${weekday}`, 'intervals overlap; time in both counts once')]
      : [];
  });
  const closures = (rules.closures ?? []).filter((closure) => millis(closure.to) <= millis(closure.from));
  return [
    ...overlaps,
    ...closures.map((closure) => error(`${at}, closure ${closure.reason}`, 'ends before it begins')),
  ];
}

const dayLength = 86_400_000;

function overlapping(hours: readonly Hours[], tail: readonly (readonly [number, number])[]): boolean {
  const spans = [...hours.map(spanOf), ...tail].toSorted((a, b) => a[0] - b[0]);
  return spans.some(([from], i) => i > 0 && from < spans[i - 1]![1]);
}

/** What a policy names that does not exist, what it says twice or leaves out, and steps that are never reached. */
export function lintPolicy(policy: ServicePolicy, calendars: readonly string[]): Finding[] {
  const at = `policy ${policy.name} version ${policy.version}`;
  const named = [policy.calendar, ...policy.clocks.flatMap((rule) => rule.calendar ?? [])];
  const unknown = [...new Set(named)].filter((name) => !calendars.includes(name));
  return [
    ...unknown.map((name) => error(at, `there is no calendar ${name}`)),
    ...lintRulesOf(policy, at),
    ...lintLadder(policy, at),
  ];
}

function lintRulesOf(policy: ServicePolicy, at: string): Finding[] {
  const keys = policy.clocks.map((rule) => `${rule.metric}${rule.task ? ` ${rule.task}` : ''}`);
  const twice = keys
    .filter((key, i) => keys.indexOf(key) < i)
    .map((key) => error(at, `${key} is promised twice; only the first counts`));
  const handOffs = policy.clocks.filter(({ metric }) => metric === 'hand-off');
  const gap = handOffs.length > 0 && handOffs.every((rule) => rule.task !== undefined);
  return [
    ...twice,
    ...(gap ? [warning(at, 'hand-offs of other tasks than those named have no clock')] : []),
    ...policy.clocks.filter((rule) => neverStops(rule)).map((rule) => error(at, `nothing stops ${rule.metric}`)),
    ...policy.clocks
      .filter((rule) => growsWithPriority(rule))
      .map((rule) => warning(at, `${rule.metric} gives a higher priority more time`)),
  ];
}

function neverStops(rule: ClockRule): boolean {
  const { stop, cancel } = conditionsOf(rule);
  return (stop?.length ?? 0) + (cancel?.length ?? 0) === 0;
}

function growsWithPriority({ target }: ClockRule): boolean {
  if (!('normal' in target)) return false;
  const lengths = priorities.map((priority) => roughMinutes(target[priority]));
  return lengths.some((length, i) => i > 0 && length > lengths[i - 1]!);
}

function roughMinutes(target: Target): number {
  if ('businessMinutes' in target) return target.businessMinutes;
  if ('businessDays' in target) return target.businessDays * 480;
  return 'calendarDays' in target ? target.calendarDays * 343 : 0;
}

function lintLadder({ ladder, clocks }: ServicePolicy, at: string): Finding[] {
  const metrics = new Set(clocks.map((rule) => rule.metric));
  return ladder.flatMap((step, i) => {
    const here = `${at}, step ${step.name}`;
    const nobody = step.to.filter((recipient) => !recipients.includes(recipient));
    const never = step.metrics !== undefined && !step.metrics.some((metric) => metrics.has(metric));
    const reason = shadowedBy(step, ladder.slice(0, i));
    return [
      ...(ladder.findIndex((other) => other.name === step.name) < i
        ? [error(here, 'has the name of an earlier step: it would never be recorded')]
        : []),
      ...(step.to.length === 0 ? [error(here, 'tells nobody')] : []),
      ...nobody.map((recipient) => error(here, `there is no recipient ${recipient}`)),
      ...(never ? [error(here, 'is never reached: the policy has none of its metrics')] : []),
      ...(reason ? [warning(here, reason)] : []),
    ];
  });
}

function shadowedBy(step: LadderStep, before: readonly LadderStep[]): string | null {
  const same = before.find(
    (other) => JSON.stringify([other.when, other.metrics]) === JSON.stringify([step.when, step.metrics]),
  );
  if (same) return `falls on the same instant as ${same.name}`;
  const percent = 'percent' in step.when ? step.when.percent : null;
  const higher = before.find((other) => percent !== null && 'percent' in other.when && other.when.percent > percent);
  return higher ? `stands after ${higher.name}, which is reached later` : null;
}
