import { cents, decimal, type Money } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import type { Receipt } from './deposits.ts';

export interface Unmet {
  readonly rule: string;
  readonly code: string;
  readonly text: string;
}

/**
 * Why a payment is not taken, or null when it is: each receipt once, and never more than is due by the deposit asked for
 * or the estimate accepted (D17).
 */
export function receiptFault(receipt: Receipt, received: readonly Receipt[], due: Money): Unmet | null {
  const amount = decimal(receipt.amount);
  if (received.some(({ reference }) => reference === receipt.reference)) {
    return { rule: 'D17', code: 'receipt-known', text: `Receipt ${receipt.reference} is recorded already.` };
  }
  if (decimal(due).isZero()) return { rule: 'D17', code: 'nothing-due', text: 'Nothing is due now.' };
  if (amount.lte(0)) return { rule: 'D17', code: 'no-amount', text: 'A payment is more than $0.00.' };
  if (amount.gt(due)) return { rule: 'D17', code: 'more-than-due', text: `No more than $${due} is due.` };
  return null;
}

/** An estimate holds through its last day (D19). */
export function estimateHolds({ validUntil }: { readonly validUntil: CivilDate }, on: CivilDate): boolean {
  return on <= validUntil;
}

/** What is left of a debt after payments; never below zero. */
export function debtLeft(owed: Money, paid: readonly Money[]): Money {
  const left = paid.reduce((rest, amount) => rest.minus(decimal(amount)), decimal(owed));
  return left.lte(0) ? '0.00' : cents(left);
}
