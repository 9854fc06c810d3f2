import { cents, decimal, type Money, plainText, type Quantity } from '../money/index.ts';
import { addMonths, type CivilDate } from '../time/index.ts';
import { excessUse } from './leak-adjustment.ts';
import { unexplainedAdjustmentPolicy } from './settings.ts';
import type { Unmet } from './unmet.ts';

export interface UnexplainedClaim {
  readonly billedUse: Quantity;
  readonly usualUse: Quantity;
  readonly unitRate: Quantity;
  readonly lastUnexplainedOn?: CivilDate;
  readonly on: CivilDate;
}

export interface UnexplainedAdjustment {
  readonly eligible: boolean;
  readonly adjustedUse: Quantity;
  readonly credit: Money;
  readonly unmet: readonly Unmet[];
}

/** The adjustment of use that nobody could explain, once a year (rule D4): proposed here, approved by a person. */
export function unexplainedAdjustment(
  claim: UnexplainedClaim,
  policy = unexplainedAdjustmentPolicy.on(claim.on),
): UnexplainedAdjustment {
  const unmet = unmetConditions(claim, policy.everyMonths);
  if (unmet.length > 0) return { eligible: false, adjustedUse: plainText(claim.billedUse), credit: '0.00', unmet };
  const forgiven = excessUse(claim).times(decimal(policy.share));
  return {
    eligible: true,
    adjustedUse: plainText(decimal(claim.billedUse).minus(forgiven)),
    credit: cents(forgiven.times(decimal(claim.unitRate))),
    unmet,
  };
}

function unmetConditions(claim: UnexplainedClaim, everyMonths: number): Unmet[] {
  const unmet: Unmet[] = [];
  if (excessUse(claim).isZero()) unmet.push({ rule: 'D4', text: 'the billed use is not above the usual use' });
  const next = claim.lastUnexplainedOn && addMonths(claim.lastUnexplainedOn, everyMonths);
  if (next && claim.on < next) {
    unmet.push({
      rule: 'D4',
      text: `the last was given on ${claim.lastUnexplainedOn}; the next is possible from ${next}`,
    });
  }
  return unmet;
}
