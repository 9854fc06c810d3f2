import { cents, decimal, type Money, percentOf } from '../money/index.ts';
import { type CivilDate, daysBetween } from '../time/index.ts';

/**
 * Dollars of interest on an underpayment to the United States, from the due date until paid, simple, by days of a
 * 365-day year (A32). `yearlyPercent` is the Treasury's marketable-issue yield for the period, which accounting enters.
 */
export function underpaymentInterest(
  underpaid: Money,
  yearlyPercent: string,
  dueOn: CivilDate,
  paidOn: CivilDate,
): Money {
  const days = Math.max(0, daysBetween(dueOn, paidOn));
  return cents(percentOf(decimal(underpaid), yearlyPercent).times(days).div(365));
}
