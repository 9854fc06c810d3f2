import { cents, Decimal, decimal, type Money, percentOf, sum } from '../money/index.ts';

/** One line of a cost estimate: materials, labor hours, equipment, permit, inspection deposit (D19). */
export interface EstimateLine {
  readonly item: string;
  readonly quantity: string;
  readonly unitCost: Money;
}

export interface Estimate {
  readonly lines: Decimal;
  readonly overhead: Decimal;
  readonly capacityFee: Decimal;
  readonly credits: Decimal;
  readonly total: Decimal;
}

export interface EstimateTerms {
  readonly lines: readonly EstimateLine[];
  readonly overheadPercent: Decimal;
  readonly capacityFeeBase: Decimal;
  readonly capacityRatio: Decimal;
  readonly credits: Decimal;
}

/** Dollars, each line and each part to the cent as the customer reads it, half up (D18, D19). Credits may exceed it. */
export function estimateOf(terms: EstimateTerms): Estimate {
  const lines = sum(terms.lines.map(lineAmount));
  const overhead = toCents(percentOf(lines, terms.overheadPercent));
  const capacityFee = toCents(terms.capacityFeeBase.times(terms.capacityRatio));
  const credits = toCents(terms.credits);
  return { lines, overhead, capacityFee, credits, total: sum([lines, overhead, capacityFee]).minus(credits) };
}

/** A line to the cent, so that the lines a customer can read add up to the sum that he pays. */
export function lineAmount({ quantity, unitCost }: EstimateLine): Decimal {
  return toCents(decimal(quantity).times(decimal(unitCost)));
}

const toCents = (amount: Decimal): Decimal => new Decimal(cents(amount));
