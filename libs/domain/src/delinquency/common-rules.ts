import { decimal } from '../money/index.ts';
import { addDays, instantOf, millis } from '../time/index.ts';
import { dayOff, nextShutOffMoment } from './days.ts';
import type { ShutOffFacts } from './facts.ts';
import { bars, barsIf, type Finding, type Ground, holds, holdsFromDay, holdsOnDay, type ShutOffRule } from './rule.ts';
import { pathOf } from './scope.ts';

/** Rules that bind every class of service, irrigation and commercial too. */
export const scopeIsByUse: ShutOffRule = {
  rule: 'F4',
  name: 'scope-is-by-use',
  says: 'The account is collected under the law of its use, not of its class.',
  find: ({ service, dwelling = 'unknown' }) => {
    const path = pathOf(service, dwelling) === 'residential' ? 'residential' : 'non-residential';
    return holds(`${service} service, dwelling: ${dwelling}: the ${path} rules apply`);
  },
};

export const waterIsOwedFor: ShutOffRule = {
  rule: 'B2',
  name: 'water-is-owed-for',
  says: 'Water is shut off for non-payment only.',
  find: ({ balance }) =>
    barsIf(decimal(balance).lte(0), 'nothing is owed for water', `${balance} of principal is unpaid`),
};

export const officeIsOpen: ShutOffRule = {
  rule: 'B19',
  name: 'office-is-open',
  says: 'No water is shut off on a Saturday, a Sunday, a legal holiday, or while the office is not open (F3).',
  find: (_facts, { at, today, days }) => ({
    allows: (from) => nextShutOffMoment(from, days),
    text: shutReason(at, today, days) ?? 'the office is open',
  }),
};

export const moneyIsFresh: ShutOffRule = {
  rule: 'F5',
  name: 'money-is-fresh',
  says: 'Payments are known up to the same morning.',
  find: ({ paymentsThrough }, ground) => {
    if (paymentsThrough === undefined) return holds('payments are known up to now');
    if (paymentsThrough === null) return bars('it is not known up to when payments are known');
    const known = millis(paymentsThrough);
    const day = ground.days.office.dateAt(known);
    return holdsOnDay(day, `payments are known up to ${instantOf(known)}, which serves for ${day} alone`, ground);
  },
};

export const nothingIsStayed: ShutOffRule = {
  rule: 'F7',
  name: 'nothing-is-stayed',
  says: 'No stay bars collection.',
  find: ({ stay }, ground) => {
    if (!stay) return holds('no stay is in force');
    if (!stay.until) return bars(`a stay is in force (${stay.kind}) until it is lifted`);
    return holdsFromDay(addDays(stay.until, 1), `a stay (${stay.kind}) ends with ${stay.until}`, ground);
  },
};

/** An extension bars through its last day: the customer may still pay on it. */
export function extensionHasEnded({ extensionUntil }: ShutOffFacts, ground: Ground): Finding {
  if (!extensionUntil) return holds('no extension was granted');
  return holdsFromDay(addDays(extensionUntil, 1), `an extension was granted until ${extensionUntil}`, ground);
}

function shutReason(at: number, today: string, days: Ground['days']): string | null {
  const off = dayOff(today, days);
  if (off) return `${today} is ${off}`;
  return days.office.isOpen(at) ? null : 'the office is not open at that time';
}
