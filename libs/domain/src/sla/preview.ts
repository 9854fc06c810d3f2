import { type CompiledCalendar, compileCalendar } from '../calendar/index.ts';
import { dayNumber, instantOf, millis } from '../time/index.ts';
import { type ClockBook, UnknownNameError } from './book.ts';
import type { PreviewEvent, SlaPreviewInput } from './preview-input.ts';
import { readClocksOnly } from './read-clocks.ts';
import type { Clock, ServicePolicy, SlaEvent } from './types.ts';

/**
 * Reads the clocks of the caller's own history without a side effect. A single `target` counts for `metric`
 * (`resolve` when none is said) whatever the events say of policies; without policy and target the standard one counts.
 * Throws UnknownNameError, with the path in the input, for a calendar or policy that the book does not hold.
 */
export function previewClocks(input: SlaPreviewInput, book: ClockBook): Clock[] {
  const trial = trialOf(input, book);
  const history = historyOf(input, trial);
  const clocks = readClocksOnly(history, trial.book, input.now);
  return clocks.filter((clock) => input.metric === undefined || clock.metric === input.metric);
}

/** The book as this preview sees it: its own calendar and policies before those that are kept. */
interface Trial {
  readonly book: ClockBook;
  readonly calendar: CompiledCalendar;
  readonly policy: ServicePolicy;
  /** One target was given alone: no event changes it. */
  readonly single: boolean;
}

function trialOf(input: SlaPreviewInput, kept: ClockBook): Trial {
  const own = inputCalendar(input, kept);
  const fitted = (policy: ServicePolicy) => withTarget(own ? underCalendar(policy, own.name) : policy, input);
  const single = input.target !== undefined && input.policy === undefined;
  const policy = fitted(
    single ? singlePolicy(input) : inputPolicy(input.policy ?? 'service-standard', kept, ['policy']),
  );
  const calendarOf = (name: string) => (name === own?.name ? own : kept.calendar(name));
  const tried = new Map([[policy.name, policy]]);
  if (!single) for (const each of eventPolicies(input.events, kept)) tried.set(each.name, fitted(each));
  checkCalendars([...tried.values()], calendarOf);
  return {
    book: { calendar: calendarOf, policy: (name, version) => tried.get(name) ?? fitted(kept.policy(name, version)) },
    calendar: calendarOf(policy.calendar),
    policy,
    single,
  };
}

function inputCalendar({ calendar }: SlaPreviewInput, kept: ClockBook): CompiledCalendar | undefined {
  if (calendar === undefined) return undefined;
  if (typeof calendar === 'string') return located(() => kept.calendar(calendar), ['calendar']);
  const { name = 'inline', ...rules } = calendar;
  return compileCalendar({ name, versions: [rules] });
}

function inputPolicy(
  policy: string | ServicePolicy,
  kept: ClockBook,
  path: (string | number)[],
  version?: number,
): ServicePolicy {
  return typeof policy === 'string' ? located(() => kept.policy(policy, version), path) : policy;
}

function singlePolicy(input: SlaPreviewInput): ServicePolicy {
  const clocks = [{ metric: input.metric ?? 'resolve', target: input.target! }];
  return { name: 'preview', version: 1, from: input.openedAt, calendar: 'district', clocks, ladder: [] };
}

function underCalendar(policy: ServicePolicy, calendar: string): ServicePolicy {
  return { ...policy, calendar, clocks: policy.clocks.map(({ calendar: _own, ...rule }) => rule) };
}

/** A metric and a target beside a policy: the policy with this one target changed. */
function withTarget(policy: ServicePolicy, { metric = 'resolve', target }: SlaPreviewInput): ServicePolicy {
  if (target === undefined) return policy;
  return { ...policy, clocks: policy.clocks.map((rule) => (rule.metric === metric ? { ...rule, target } : rule)) };
}

function eventPolicies(events: readonly PreviewEvent[], kept: ClockBook): ServicePolicy[] {
  return events.flatMap((event, i) => {
    if ((event.type !== 'policy' && event.type !== 'retype') || event.policy === undefined) return [];
    const version = event.type === 'policy' ? event.version : undefined;
    return [inputPolicy(event.policy, kept, ['events', i, 'policy'], version)];
  });
}

function checkCalendars(policies: readonly ServicePolicy[], calendarOf: (name: string) => CompiledCalendar): void {
  for (const policy of policies) {
    for (const name of [policy.calendar, ...policy.clocks.map((rule) => rule.calendar)]) {
      if (name !== undefined) located(() => calendarOf(name), ['policy', 'calendar']);
    }
  }
}

function located<T>(look: () => T, path: (string | number)[]): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof UnknownNameError) throw new UnknownNameError(error.kind, error.wanted, path);
    throw error;
  }
}

function historyOf(input: SlaPreviewInput, trial: Trial): SlaEvent[] {
  const opened: SlaEvent = { type: 'opened', at: input.openedAt, priority: input.priority, policy: trial.policy.name };
  const ordered = input.events.toSorted((a, b) => millis(a.at) - millis(b.at));
  const visits: string[] = [];
  return [opened, ...ordered.flatMap((event) => asHeard(event, trial, visits))];
}

/** An event as the fold hears it. An end of a task that names no visit ends the visit opened last. */
function asHeard(event: PreviewEvent, trial: Trial, visits: string[]): SlaEvent[] {
  switch (event.type) {
    case 'opened':
      return [];
    case 'hold':
      return [{ ...event, until: event.until === undefined ? undefined : untilInstant(event.until, trial.calendar) }];
    case 'policy':
    case 'retype':
      return policyHeard(event, trial);
    case 'task-opened': {
      const visit = event.visit ?? `visit-${visits.length + 1}`;
      visits.push(visit);
      return [{ ...event, visit, task: event.task ?? event.kind }];
    }
    case 'task-done':
    case 'task-returned':
    case 'task-withdrawn': {
      const visit = event.visit ?? visits.at(-1);
      if (visit === undefined) return [];
      visits.splice(visits.lastIndexOf(visit), 1);
      return [{ type: event.type, at: event.at, visit }];
    }
    default:
      return [event];
  }
}

/** A hold until a date ends as that day begins. */
function untilInstant(until: string, calendar: CompiledCalendar): string {
  return until.length === 10 ? instantOf(calendar.instantOf(dayNumber(until), 0)) : until;
}

function policyHeard(event: PreviewEvent & { type: 'policy' | 'retype' }, trial: Trial): SlaEvent[] {
  if (trial.single || event.policy === undefined)
    return event.type === 'retype' ? [{ type: 'retype', at: event.at }] : [];
  const policy = typeof event.policy === 'string' ? event.policy : event.policy.name;
  return [{ type: event.type, at: event.at, policy }];
}
