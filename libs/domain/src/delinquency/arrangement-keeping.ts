import { type Decimal, decimal, type Money, sum } from '../money/index.ts';
import { addDays, type CivilDate } from '../time/index.ts';
import { type CollectionDays, districtDays, timelyThrough } from './days.ts';
import type { Arrangement } from './facts.ts';

export interface Instalment {
  readonly on: CivilDate;
  readonly amount: Money;
}

/** A current bill that falls due while an arrangement runs. */
export interface CurrentCharge {
  readonly dueOn: CivilDate;
  readonly amount: Money;
}

export interface KeptRecord {
  readonly instalments: readonly Instalment[];
  /** Payments on the arrangement since it was agreed; a returned one is left out (rule F9). */
  readonly payments: readonly Instalment[];
  readonly currentCharges?: readonly CurrentCharge[];
}

/** `completed`: every instalment was paid. */
export type Keeping = { readonly state: Arrangement['state'] | 'completed'; readonly brokenSince?: CivilDate };

/**
 * Whether an arrangement is kept as of a day's end (rule B11): the payments cover (A) the instalments that fell due by
 * then and (B) the current charges. `brokenSince` is the first day of the non-compliance that still lasts (rule F1);
 * paying up cures.
 */
export function keepingOf(record: KeptRecord, asOf: CivilDate, days: CollectionDays = districtDays): Keeping {
  const brokenSince = missedSince(record, asOf, days);
  if (brokenSince) return { state: 'broken', brokenSince };
  const owed = sum(record.instalments.map(({ amount }) => amount));
  return { state: paidBy(record, asOf).gte(owed) ? 'completed' : 'kept' };
}

/** All that falls due under the arrangement, each from the day after it was last timely (rule F21). */
export function obligationsOf(
  { instalments, currentCharges = [] }: Pick<KeptRecord, 'instalments' | 'currentCharges'>,
  days: CollectionDays,
): readonly { readonly from: CivilDate; readonly amount: Money }[] {
  const due = [...instalments, ...currentCharges.map(({ dueOn, amount }) => ({ on: dueOn, amount }))];
  return due.map(({ on, amount }) => ({ from: addDays(timelyThrough(on, days), 1), amount }));
}

/** Compliance changes only the day after something was last timely, and on the day of a payment. */
function missedSince(record: KeptRecord, asOf: CivilDate, days: CollectionDays): CivilDate | null {
  const due = obligationsOf(record, days);
  const turns = [...due.map(({ from }) => from), ...record.payments.map(({ on }) => on)].filter((day) => day <= asOf);
  let since: CivilDate | null = null;
  for (const day of [...new Set(turns)].sort()) {
    const owed = sum(due.filter(({ from }) => from <= day).map(({ amount }) => amount));
    since = paidBy(record, day).lt(owed) ? (since ?? day) : null;
  }
  return since;
}

function paidBy({ payments }: KeptRecord, day: CivilDate): Decimal {
  return sum(payments.filter(({ on }) => on <= day).map(({ amount }) => decimal(amount)));
}
