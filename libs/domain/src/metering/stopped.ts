import { decimal, plainText, type Quantity } from '../money/index.ts';
import { daysBetween } from '../time/index.ts';
import type { PeriodUse } from './use.ts';

/**
 * The use of a period in which the meter stood still (rule D10): the average a day of the last full period before,
 * times the days. In the meter's unit. Throws RangeError when the period before has no days.
 */
export function stoppedMeterUse(lastFullPeriod: Pick<PeriodUse, 'from' | 'to' | 'use'>, days: number): Quantity {
  const daysBefore = daysBetween(lastFullPeriod.from, lastFullPeriod.to);
  if (daysBefore <= 0) throw new RangeError('the period before has no days to average over');
  return plainText(decimal(lastFullPeriod.use).div(daysBefore).times(days));
}
