import { type Decimal, decimal, plainText, type Quantity, sum } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { accuracyLimits, type FlowName, maximumFlowLimits, meterFaultAllowance } from './accuracy-settings.ts';

/** One run of a meter test: what the meter registered and what really passed, in one unit. */
export interface FlowTest {
  readonly flow: FlowName;
  readonly registered: Quantity;
  readonly actual: Quantity;
}

export interface FlowAccuracy {
  readonly flow: FlowName;
  /** Registered per actual, in percent, rounded half up to two places; the verdict is taken before rounding. */
  readonly percent: Quantity;
  readonly within: boolean;
}

export type CustomerClass = 'residential' | 'other';
export type MeterVerdict = 'within' | 'fast' | 'slow';

export interface MeterAccuracy {
  readonly accuracy: readonly FlowAccuracy[];
  /** Mean accuracy of the intermediate and the maximum flow, percent to six places (rule F22). */
  readonly mean: Quantity;
  readonly verdict: MeterVerdict;
  readonly correctionMonths: number;
}

/**
 * The accuracy of a tested meter, its verdict and for how many months its bills are corrected (rules D7, D8, F22).
 * Throws RangeError when no intermediate or maximum flow was tested or nothing passed the meter.
 */
export function meterAccuracy(tests: readonly FlowTest[], customer: CustomerClass, on: CivilDate): MeterAccuracy {
  const mean = billingAccuracy(tests);
  const verdict = verdictOf(mean, on);
  return {
    accuracy: tests.map((test) => flowAccuracy(test, on)),
    mean: plainText(mean),
    verdict,
    correctionMonths: correctionMonths(mean, verdict, customer, on),
  };
}

/** Registered per actual in percent, exact. Throws RangeError when nothing passed the meter. */
export function percentRegistered({ registered, actual }: Pick<FlowTest, 'registered' | 'actual'>): Decimal {
  const passed = decimal(actual);
  const shown = decimal(registered);
  if (passed.lte(0) || shown.isNegative()) throw new RangeError('a test needs water that passed');
  return shown.div(passed).times(100);
}

/** The mean over the intermediate and the maximum flow, each the mean of its own runs. */
function billingAccuracy(tests: readonly FlowTest[]): Decimal {
  const means = (['intermediate', 'maximum'] as const)
    .map((flow) => tests.filter((test) => test.flow === flow).map(percentRegistered))
    .filter((runs) => runs.length > 0)
    .map((runs) => sum(runs).div(runs.length));
  if (means.length === 0) throw new RangeError('a verdict needs the intermediate or the maximum flow');
  return sum(means).div(means.length);
}

function flowAccuracy(test: FlowTest, on: CivilDate): FlowAccuracy {
  const percent = percentRegistered(test);
  const limits = accuracyLimits.on(on)[test.flow];
  return {
    flow: test.flow,
    percent: plainText(percent, 2),
    within: percent.gte(limits.from) && percent.lte(limits.to),
  };
}

function verdictOf(mean: Decimal, on: CivilDate): MeterVerdict {
  const limits = maximumFlowLimits(on);
  if (mean.gt(limits.to)) return 'fast';
  return mean.lt(limits.from) ? 'slow' : 'within';
}

/** Within the limits nothing is corrected; beyond them only what goes past the allowance of the board (rule F22). */
function correctionMonths(mean: Decimal, verdict: MeterVerdict, customer: CustomerClass, on: CivilDate): number {
  const allowance = meterFaultAllowance.on(on);
  const off = mean.minus(100).abs();
  switch (verdict) {
    case 'within':
      return 0;
    case 'fast':
      return off.gt(allowance.fastPercent) ? allowance.refundMonths : 0;
    case 'slow':
      return off.gt(allowance.slowPercent[customer]) ? allowance.backBillMonths[customer] : 0;
    default:
      return verdict satisfies never;
  }
}
