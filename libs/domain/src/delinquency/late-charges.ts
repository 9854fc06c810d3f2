import { cents, Decimal, decimal, type Money, maxOf, percentOf, sum } from '../money/index.ts';
import { addDays, addMonths, type CivilDate, daysBetween, laterDay } from '../time/index.ts';
import { type CollectionDays, districtDays, timelyThrough } from './days.ts';
import {
  type ChargedService,
  type LateChargePolicy,
  lateChargeLimits,
  lateChargePolicies,
  monthCounting,
} from './late-charges-settings.ts';

export interface ReceivedPayment {
  readonly on: CivilDate;
  readonly amount: Money;
}

export interface LateCharge {
  readonly amount: Money;
  readonly dueOn: CivilDate;
  readonly asOf: CivilDate;
  readonly payments: readonly ReceivedPayment[];
}

/** One month for which interest is charged: the day it counts by, and the principal unpaid at that day's end. */
export interface InterestMonth {
  readonly on: CivilDate;
  readonly principal: Decimal;
  readonly interest: Decimal;
}

/** All money in dollars; `penalty`, `interest` and `total` are rounded to the cent, half up, each once. */
export interface LateCharges {
  readonly timelyThrough: CivilDate;
  readonly penalisedPrincipal: Decimal;
  readonly months: readonly InterestMonth[];
  readonly paid: Decimal;
  readonly penalty: Money;
  readonly interest: Money;
  readonly total: Money;
}

export function lateChargePolicyOn(date: CivilDate, service: ChargedService): LateChargePolicy {
  return { ...lateChargePolicies.on(date)[service], monthCounting: monthCounting.on(date) };
}

export interface BeyondStatute {
  readonly field: 'penaltyPercent' | 'interestPercentPerMonth';
  readonly text: string;
}

/** Which figures of a policy the statute does not allow, with the sentence that says so (rules B21, F13). */
export function beyondStatute(policy: LateChargePolicy, on: CivilDate): BeyondStatute[] {
  const limits = lateChargeLimits.on(on);
  const fields = ['penaltyPercent', 'interestPercentPerMonth'] as const;
  return fields
    .filter((field) => decimal(policy[field]).gt(limits[field]))
    .map((field) => ({ field, text: `the statute allows at most ${limits[field]} percent (rules B21 and F13)` }));
}

/**
 * Penalty and simple interest on unpaid principal (rules B21, C10, F13). Payments go to principal first and count on
 * their day. Nothing is charged through the last timely day (rule F21); months count from dueOn + graceDays, to the
 * last day of a month too short.
 */
export function lateCharges(
  charge: LateCharge,
  policy: LateChargePolicy,
  days: CollectionDays = districtDays,
): LateCharges {
  const start = addDays(charge.dueOn, policy.graceDays);
  const ledger = ledgerOf(charge);
  const timely = laterDay(start, timelyThrough(charge.dueOn, days));
  const late = charge.asOf > timely;
  const penalised = late ? unpaidAtEndOf(timely, ledger) : new Decimal(0);
  const penalty = cents(percentOf(penalised, policy.penaltyPercent));
  const months = late ? interestMonths(charge.asOf, start, ledger, policy) : [];
  const interest = cents(sum(months.map((month) => month.interest)));
  const paid = paidThrough(charge.asOf, ledger);
  const total = cents(decimal(charge.amount).plus(penalty).plus(interest).minus(paid));
  return { timelyThrough: timely, penalisedPrincipal: penalised, months, paid, penalty, interest, total };
}

/** Whole months count on the day they end, portions on the day they begin after; both by what is unpaid then. */
function interestMonths(asOf: CivilDate, start: CivilDate, ledger: Ledger, policy: LateChargePolicy): InterestMonth[] {
  const portions = policy.monthCounting === 'portion';
  const counts = (on: CivilDate) => (portions ? asOf > on : asOf >= on);
  const most = Math.ceil(daysBetween(start, asOf) / 28) + 1;
  const ends = Array.from({ length: most }, (_, k) => addMonths(start, portions ? k : k + 1));
  return ends.filter(counts).map((on) => {
    const principal = unpaidAtEndOf(on, ledger);
    return { on, principal, interest: percentOf(principal, policy.interestPercentPerMonth) };
  });
}

/** The principal, and the sums paid by the end of each day of payment, latest first. */
interface Ledger {
  readonly amount: Decimal;
  readonly paid: readonly { readonly on: CivilDate; readonly sum: Decimal }[];
}

function ledgerOf({ amount, payments }: LateCharge): Ledger {
  let total = new Decimal(0);
  const inOrder = [...payments].sort((a, b) => a.on.localeCompare(b.on));
  const paid = inOrder.map((payment) => {
    total = total.plus(decimal(payment.amount));
    return { on: payment.on, sum: total };
  });
  return { amount: decimal(amount), paid: paid.reverse() };
}

function unpaidAtEndOf(day: CivilDate, ledger: Ledger): Decimal {
  return maxOf(ledger.amount.minus(paidThrough(day, ledger)), new Decimal(0));
}

function paidThrough(day: CivilDate, { paid }: Ledger): Decimal {
  return paid.find((payment) => payment.on <= day)?.sum ?? new Decimal(0);
}
