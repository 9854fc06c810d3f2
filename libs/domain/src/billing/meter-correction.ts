import { cents, Decimal, decimal, type Money } from '../money/index.ts';
import { addMonths, type CivilDate } from '../time/index.ts';
import type { Bill } from './bill.ts';

/** What a meter test found, as far as bills are corrected by it. `percent` is registered per actual. */
export interface MeterFinding {
  readonly percent: string;
  readonly verdict: 'within' | 'fast' | 'slow';
  readonly correctionMonths: number;
  readonly testedOn: CivilDate;
  /** The day the fault began, where it is known: a refund then reaches back to it (rule F22). */
  readonly faultSince?: CivilDate;
}

export interface MeterCorrection {
  readonly kind: 'none' | 'refund' | 'back-bill';
  readonly amount: Money;
  /** No bill before this day is touched. */
  readonly since: CivilDate | null;
  readonly periods: readonly string[];
}

/**
 * The refund for a fast meter or the back-bill for a slow one (rules D8, F22): each bill since the limit at what an
 * exact meter would have made it, rounded to the cent once, on the sum. Throws RangeError for a meter that stood still:
 * its use is estimated instead (rule D10).
 */
export function meterCorrection(bills: readonly Bill[], finding: MeterFinding): MeterCorrection {
  const none: MeterCorrection = { kind: 'none', amount: '0.00', since: null, periods: [] };
  if (finding.verdict === 'within') return none;
  const since = correctedSince(finding);
  if (since === null) return none;
  const touched = bills.filter((bill) => bill.billedOn >= since && bill.billedOn <= finding.testedOn);
  const billed = touched.reduce((total, bill) => total.plus(decimal(bill.amount)), new Decimal(0));
  return {
    kind: finding.verdict === 'fast' ? 'refund' : 'back-bill',
    amount: cents(billed.times(exactShare(finding.percent).minus(1)).abs()),
    since,
    periods: touched.map((bill) => bill.period),
  };
}

/** A known start of the fault lengthens a refund; it may only shorten a back-bill. */
function correctedSince({ verdict, correctionMonths, testedOn, faultSince }: MeterFinding): CivilDate | null {
  if (correctionMonths === 0) return null;
  const limit = addMonths(testedOn, -correctionMonths);
  if (!faultSince) return limit;
  return verdict === 'fast' ? faultSince : faultSince > limit ? faultSince : limit;
}

/** What an exact meter registers for each unit that this one does. */
function exactShare(percent: string): Decimal {
  const registered = decimal(percent);
  if (registered.lte(0)) throw new RangeError('a meter that stood still is estimated, not corrected');
  return new Decimal(100).div(registered);
}
