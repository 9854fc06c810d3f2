import { Decimal } from 'decimal.js';
import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';
import type { Queue, Role } from './actor.ts';

/** Up to which amount in dollars, credit or charge, a role decides on its own. A role that is not named decides nothing. */
export const approvalLimits = setting<Readonly<Partial<Record<Role, string>>>>('approval-limits', {
  value: { 'specialist-2': '2500.00', 'specialist-3': '10000.00', supervisor: '50000.00', manager: '1000000.00' },
  unit: 'USD',
  from: '2000-01-01',
  rule: 'R',
  source: "the office's own practice; to be set by the board",
  confirmed: false,
});

/** True where the role's limit covers the amount. Nobody in particular (an import, the web) acts by the written policy. */
export function mayDecideAlone(role: Role | null, amount: string, on: CivilDate): boolean {
  if (role === null) return covers('specialist-2', amount, on);
  return covers(role, amount, on);
}

/** Whose approval covers the amount: a lead or the supervisor in customer service, or else management. */
export function approvalQueue(amount: string, on: CivilDate): Extract<Queue, 'customer-service' | 'management'> {
  return covers('specialist-3', amount, on) ? 'customer-service' : 'management';
}

function covers(role: Role, amount: string, on: CivilDate): boolean {
  const limit = approvalLimits.on(on)[role];
  return limit !== undefined && new Decimal(amount).abs().lte(limit);
}
