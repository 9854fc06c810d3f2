import { cents, Decimal, type Money, maxOf } from '../money/index.ts';
import { type Receipt, reconcile, type Settlement } from './deposits.ts';
import { type Estimate, type EstimateTerms, estimateOf } from './estimate.ts';

export interface SettlementTerms extends EstimateTerms {
  /** The meter is set: its capacity is taken, and credits given for it count. */
  readonly capacityTaken: boolean;
  /** The customer accepted an estimate, and so to bear the actual cost. */
  readonly agreed: boolean;
}

export interface Reconciliation extends Settlement {
  readonly cost: Estimate;
}

/**
 * Settles an application in dollars, to the cent, by what was really done (D17, D19): the same lines, overhead and
 * capacity fee as the estimate has. Where no estimate was accepted the deposit is all that is ever charged.
 */
export function settle(received: readonly Receipt[], terms: SettlementTerms): Reconciliation {
  const none = new Decimal(0);
  const cost = estimateOf(
    terms.capacityTaken ? terms : { ...terms, capacityFeeBase: none, capacityRatio: none, credits: none },
  );
  const actual: Money = cents(maxOf(none, cost.total));
  const settled = reconcile(received, [actual]);
  return { ...settled, due: terms.agreed ? settled.due : '0.00', cost };
}
