import { cents, Decimal, decimal, type Money, maxOf, sum } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import { addMonths, type CivilDate } from '../time/index.ts';

const since = '2000-01-01';

/** The project-review deposit, paid with the application for plan check and design. */
export const designDeposits = setting('installation.designDeposits', {
  value: { 'single-family': '500', other: '5000' },
  unit: 'dollars',
  from: since,
  rule: 'D17',
  source: 'Soquel Creek schedule, lowest and highest; the board sets its own',
  confirmed: false,
});

/** Months of good payment after which an account deposit is refunded. */
export const goodPaymentMonths = setting('installation.goodPaymentMonths', {
  value: 12,
  unit: 'months',
  from: since,
  rule: 'D15',
  source: 'Norco rules of service',
  confirmed: true,
});

export interface Receipt {
  readonly amount: Money;
  readonly reference: string;
}

/** What is still to be paid before work begins: the estimate less what was received; never negative (D17). */
export function secondPayment(estimateTotal: Money, received: readonly Receipt[]): Money {
  return cents(atLeastZero(decimal(estimateTotal).minus(totalOf(received))));
}

/** How an installation is settled: the customer bears the actual cost, to the cent. At most one of the two is above zero. */
export interface Settlement {
  readonly received: Money;
  readonly actual: Money;
  readonly refund: Money;
  readonly due: Money;
}

/**
 * Charged actual cost, unused deposit refunded, what is missing billed (D17, D19). A withdrawn application is settled
 * the same way with what was spent until then; the capacity fee is no cost before capacity is taken.
 */
export function reconcile(received: readonly Receipt[], actualCosts: readonly Money[]): Settlement {
  const paid = totalOf(received);
  const actual = sum(actualCosts);
  return {
    received: cents(paid),
    actual: cents(actual),
    refund: cents(atLeastZero(paid.minus(actual))),
    due: cents(atLeastZero(actual.minus(paid))),
  };
}

/** The first day on which the account deposit is due back after months of good payment; null after a late one (D15). */
export function depositRefundableOn(goodSince: CivilDate | null): CivilDate | null {
  return goodSince === null ? null : addMonths(goodSince, goodPaymentMonths.on(goodSince));
}

function totalOf(received: readonly Receipt[]): Decimal {
  return sum(received.map(({ amount }) => amount));
}

function atLeastZero(amount: Decimal): Decimal {
  return maxOf(new Decimal(0), amount);
}
