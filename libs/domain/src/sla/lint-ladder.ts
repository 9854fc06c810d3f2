import type { Target } from '../calendar/index.ts';
import type { Person } from '../people/index.ts';
import { error, type Finding, warning, within } from './finding.ts';
import type { LintContext } from './lint.ts';
import type { LadderStep, Recipient, ServicePolicy } from './types.ts';

/** Steps that are never reached or recorded, that tell nobody, and what they name that is not there. */
export function lintLadder(policy: ServicePolicy, context: LintContext): Finding[] {
  return policy.ladder.flatMap((step, i) =>
    within(
      ['ladder', i],
      [
        ...lintPlace(step, policy, policy.ladder.slice(0, i)),
        ...lintRecipients(step, context),
        ...lintNames(step, context),
      ],
    ),
  );
}

function lintPlace(step: LadderStep, policy: ServicePolicy, before: readonly LadderStep[]): Finding[] {
  if (before.some((other) => other.name === step.name))
    return [error(['name'], `${step.name} is the name of an earlier step: this one would never be recorded`)];
  const metrics = new Set(policy.clocks.map(({ metric }) => metric));
  const unknown = (step.metrics ?? []).filter((metric) => !metrics.has(metric));
  if (step.metrics && unknown.length === step.metrics.length)
    return [
      error(['metrics'], `${step.name} is never reached: the policy has no clock ${unknown.join(', ') || 'at all'}`),
    ];
  const reason = shadowedBy(step, before) ?? atOnce(step, policy);
  return [
    ...unknown.map((metric) => warning(['metrics'], `the policy has no clock ${metric}`)),
    ...(reason ? [warning(['when'], `${step.name} ${reason}`)] : []),
  ];
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

/** A step so long before the due that each of its clocks would reach it as it starts. */
function atOnce(step: LadderStep, policy: ServicePolicy): string | null {
  if (!('businessMinutes' in step.when) || step.when.businessMinutes >= 0) return null;
  const lead = -step.when.businessMinutes;
  const rules = policy.clocks.filter(({ metric }) => !step.metrics || step.metrics.includes(metric));
  const lengths = rules
    .flatMap(({ target }) => ('normal' in target ? Object.values(target) : [target]))
    .map(officeMinutes);
  return lengths.every((length) => length !== null && length <= lead)
    ? 'stands before the start of every clock, and is reached at once'
    : null;
}

const officeMinutes = (target: Target): number | null => ('businessMinutes' in target ? target.businessMinutes : null);

function lintRecipients(step: LadderStep, { people }: LintContext): Finding[] {
  if (step.to.length === 0 && (step.actions ?? []).length === 0)
    return [error(['to'], `${step.name} tells nobody and does nothing`)];
  if (!people) return [];
  const nobody = (role: Recipient) => !people.some((person) => is(person, role));
  return [
    ...step.to.flatMap((role, i) => (nobody(role) ? [error(['to', i], `nobody on the staff is ${role}`)] : [])),
    ...(step.actions ?? []).flatMap((action, i) =>
      'reassignTo' in action && nobody(action.reassignTo)
        ? [error(['actions', i, 'reassignTo'], `nobody on the staff is ${action.reassignTo}`)]
        : [],
    ),
  ];
}

/** Whether escalations to a role ever reach this person. An assignee may be anybody; without one it is the lead. */
function is(person: Person, role: Recipient): boolean {
  switch (role) {
    case 'assignee':
      return true;
    case 'lead':
    case 'department-head':
    case 'deputy':
      return person.leads !== undefined;
    case 'supervisor':
    case 'manager':
      return person.role === role;
    default:
      return role satisfies never;
  }
}

function lintNames(step: LadderStep, { templates, tasks }: LintContext): Finding[] {
  return [
    ...(templates && !templates.includes(step.template)
      ? [error(['template'], `there is no template ${step.template}`)]
      : []),
    ...(step.actions ?? []).flatMap((action, i) =>
      tasks && 'openTask' in action && !tasks.includes(action.openTask)
        ? [error(['actions', i, 'openTask'], `there is no task ${action.openTask}`)]
        : [],
    ),
  ];
}
