import { decimal, plainText, type Quantity, sum } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { highUseFactor, leastHighUse } from './settings.ts';
import { periodBefore } from './use.ts';

/** A month's use. */
export interface MonthlyUse {
  readonly period: string;
  readonly use: Quantity;
}

/** What the account usually uses in such a period, and where that comes from. */
export interface UsualUse {
  readonly use: Quantity;
  readonly basis: 'same-period-last-year' | 'average-of-periods-before';
  readonly periods: readonly string[];
}

export interface HighUsePolicy {
  readonly factor: Quantity;
  readonly leastHighUse: Quantity;
}

const periodsAveraged = 3;

/** The same period last year, else the average of the (up to three) periods before it; null without any (rule D3). */
export function usualUse(period: string, history: readonly MonthlyUse[]): UsualUse | null {
  const lastYear = history.find((month) => month.period === periodBefore(period, 12));
  if (lastYear) return { use: lastYear.use, basis: 'same-period-last-year', periods: [lastYear.period] };
  const before = history
    .filter((month) => month.period < period)
    .sort((a, b) => b.period.localeCompare(a.period))
    .slice(0, periodsAveraged);
  if (before.length === 0) return null;
  const average = sum(before.map((month) => month.use)).div(before.length);
  return { use: plainText(average), basis: 'average-of-periods-before', periods: before.map((month) => month.period) };
}

/** The factor and the least use that count as high for a meter of that unit, as in force that day. */
export function highUsePolicyOn(date: CivilDate, unit: string): HighUsePolicy {
  return { factor: highUseFactor.on(date), leastHighUse: leastHighUse.on(date)[unit] ?? '0' };
}

/** Use at or above the factor times the usual, and not below the least that counts (rule D3). */
export function exceedsUsual(use: Quantity, usual: Quantity, policy: HighUsePolicy): boolean {
  const used = decimal(use);
  return used.gte(policy.leastHighUse) && used.gte(decimal(usual).times(policy.factor)) && used.gt(0);
}
