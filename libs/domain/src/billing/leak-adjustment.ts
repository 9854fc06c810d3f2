import { cents, type Decimal, decimal, type Money, maxOf, plainText, type Quantity } from '../money/index.ts';
import { addDays, addMonths, type CivilDate } from '../time/index.ts';
import { leakAdjustmentPolicy } from './settings.ts';
import type { Unmet } from './unmet.ts';

/** A request for relief after a leak. Uses are in billing units, the rate in dollars a unit. */
export interface LeakClaim {
  readonly billedUse: Quantity;
  readonly usualUse: Quantity;
  readonly unitRate: Quantity;
  readonly repairedOn?: CivilDate;
  readonly noticedOn?: CivilDate;
  readonly proofOfRepair: boolean;
  readonly lastAdjustmentOn?: CivilDate;
  readonly requestedOn: CivilDate;
}

/** `share` of the excess is forgiven once in `everyMonths`, for a leak repaired within `repairWithinDays` of notice. */
export interface LeakPolicy {
  readonly share: Quantity;
  readonly everyMonths: number;
  readonly repairWithinDays: number;
}

export interface LeakAdjustment {
  readonly eligible: boolean;
  readonly adjustedUse: Quantity;
  readonly credit: Money;
  readonly unmet: readonly Unmet[];
}

/** A condition of the written policy: what it asks, and the sentence when it does not hold. */
export interface LeakCondition {
  readonly rule: string;
  readonly asks: string;
  unmet(claim: LeakClaim, policy: LeakPolicy): string | null;
}

export const leakConditions: readonly LeakCondition[] = [
  {
    rule: 'D5',
    asks: 'the billed use is above the usual',
    unmet: (claim) => (excessUse(claim).isZero() ? 'the billed use is not above the usual use' : null),
  },
  {
    rule: 'D5',
    asks: 'there is proof of the repair',
    unmet: (claim) => (claim.proofOfRepair ? null : 'there is no proof that the leak was repaired'),
  },
  { rule: 'D5', asks: 'the leak was repaired in time after notice', unmet: repairedLate },
  { rule: 'D5', asks: 'no adjustment was given lately', unmet: adjustedLately },
];

/** Relief after a leak by the written, uniform policy (rule D5); every condition that does not hold is named. */
export function leakAdjustment(claim: LeakClaim, policy: LeakPolicy = leakPolicyOn(claim.requestedOn)): LeakAdjustment {
  const unmet = leakConditions.flatMap((condition) => {
    const text = condition.unmet(claim, policy);
    return text === null ? [] : [{ rule: condition.rule, text }];
  });
  if (unmet.length > 0) return { eligible: false, adjustedUse: plainText(claim.billedUse), credit: '0.00', unmet };
  const forgiven = excessUse(claim).times(decimal(policy.share));
  return {
    eligible: true,
    adjustedUse: plainText(decimal(claim.billedUse).minus(forgiven)),
    credit: cents(forgiven.times(decimal(claim.unitRate))),
    unmet,
  };
}

/** The use above the usual, never negative. */
export function excessUse({ billedUse, usualUse }: Pick<LeakClaim, 'billedUse' | 'usualUse'>): Decimal {
  return maxOf(decimal(billedUse).minus(decimal(usualUse)), decimal('0'));
}

export function leakPolicyOn(date: CivilDate): LeakPolicy {
  return leakAdjustmentPolicy.on(date);
}

/** Nothing is late without a notice; with one, a repair without a day counts as not made. */
function repairedLate({ noticedOn, repairedOn }: LeakClaim, { repairWithinDays }: LeakPolicy): string | null {
  if (!noticedOn) return null;
  const last = addDays(noticedOn, repairWithinDays);
  if (!repairedOn) return `the leak was to be repaired by ${last}, and no day of repair is known`;
  return repairedOn <= last ? null : `the leak was repaired on ${repairedOn}, after ${last}`;
}

function adjustedLately({ lastAdjustmentOn, requestedOn }: LeakClaim, { everyMonths }: LeakPolicy): string | null {
  if (!lastAdjustmentOn) return null;
  const next = addMonths(lastAdjustmentOn, everyMonths);
  return requestedOn >= next
    ? null
    : `an adjustment was given on ${lastAdjustmentOn}; the next is possible from ${next}`;
}
