import type { ClockRule, Policy } from '../api/rules.ts';

const units = {
  businessMinutes: 'business minutes',
  businessDays: 'business days',
  calendarDays: 'calendar days',
} as const;
type Unit = keyof typeof units;

/** How long a target is, in its own unit; null for one by priority or by a fixed date. */
export function sizeOf(target: ClockRule['target']): { amount: number; unit: string; field: Unit } | null {
  const field = (Object.keys(units) as Unit[]).find((unit) => typeof target[unit] === 'number');
  return field ? { amount: Number(target[field]), unit: units[field], field } : null;
}

/** The policy with another size of one target, as a what-if takes it. */
export function proposed({ versions: _versions, ...policy }: Policy, rule: ClockRule, amount: number) {
  const size = sizeOf(rule.target);
  const isMeant = (one: ClockRule) => one.metric === rule.metric && one.task === rule.task;
  const clocks = policy.clocks.map((one) =>
    isMeant(one) && size ? { ...one, target: { ...one.target, [size.field]: amount } } : one,
  );
  return { ...policy, clocks };
}
