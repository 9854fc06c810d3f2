import { cents, decimal, type Money, sum } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import { addMonths, type CivilDate } from '../time/index.ts';
import type { Instalment } from './arrangement-keeping.ts';

export const longestAmortization = setting('longest-amortization', {
  value: 12,
  unit: 'months',
  from: '2000-01-01',
  rule: 'B17',
  source: 'Gov. Code 60372(c); Health & Safety Code 116910',
  confirmed: false,
});

/** Equal monthly instalments to the cent; what does not divide is in the last. Throws RangeError beyond the limit. */
export function amortization(amount: Money, months: number, firstOn: CivilDate): readonly Instalment[] {
  const longest = longestAmortization.on(firstOn);
  if (!Number.isInteger(months) || months < 1 || months > longest)
    throw new RangeError(`1 to ${longest} months (rule B17)`);
  const equal = decimal(amount).div(months).toDecimalPlaces(2, 1);
  return Array.from({ length: months }, (_, k) => ({
    on: addMonths(firstOn, k),
    amount: cents(k < months - 1 ? equal : decimal(amount).minus(equal.times(months - 1))),
  }));
}

/** Why instalments are no lawful arrangement of an amount, as sentences; none when they are. */
export function amortizationFaults(
  amount: Money,
  agreedOn: CivilDate,
  instalments: readonly Instalment[],
): readonly string[] {
  const last = addMonths(agreedOn, longestAmortization.on(agreedOn));
  const faults: string[] = [];
  if (!sum(instalments.map((each) => each.amount)).eq(decimal(amount)))
    faults.push(`the instalments do not add up to ${amount}`);
  if (instalments.some(({ on }) => on < agreedOn)) faults.push('an instalment lies before the agreement');
  if (instalments.some(({ on }) => on > last)) faults.push(`an instalment lies after ${last} (rule B17)`);
  if (instalments.some((each) => decimal(each.amount).lte(0))) faults.push('an instalment is not above zero');
  return faults;
}
