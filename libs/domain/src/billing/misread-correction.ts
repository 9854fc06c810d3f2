import { cents, Decimal, decimal, type Money, maxOf, minOf, plainText, type Quantity } from '../money/index.ts';
import type { Bill } from './bill.ts';

export interface MisreadCorrection {
  readonly billedUse: Quantity;
  readonly correctUse: Quantity;
  /** Dollars a unit, as billed; rounded to six places for display only. */
  readonly unitRate: Quantity;
  /** What the customer was charged too much. */
  readonly credit: Money;
}

/**
 * What a bill made from a misread is to be lowered by (rule D4): the use that never passed, at the rate that was billed.
 * That is the bill's amount by its use unless the rate is given. Never more than the bill, never below zero.
 */
export function misreadCorrection(
  bill: Pick<Bill, 'use' | 'amount'>,
  correctUse: Quantity,
  unitRate?: Quantity,
): MisreadCorrection {
  const billed = decimal(bill.use);
  const correct = maxOf(decimal(correctUse), decimal('0'));
  const rate = unitRate === undefined ? billedRate(bill) : decimal(unitRate);
  const over = maxOf(billed.minus(correct), decimal('0')).times(rate);
  return {
    billedUse: plainText(billed),
    correctUse: plainText(correct),
    unitRate: plainText(rate),
    credit: cents(minOf(over, decimal(bill.amount))),
  };
}

function billedRate({ use, amount }: Pick<Bill, 'use' | 'amount'>): Decimal {
  const billed = decimal(use);
  return billed.lte(0) ? new Decimal(0) : decimal(amount).div(billed);
}
