import { type Decimal, decimal, type Money, sum } from '../money/index.ts';
import { addDays, type CivilDate } from '../time/index.ts';
import { type CollectionDays, districtDays, timelyThrough } from './days.ts';
import type { Arrangement } from './facts.ts';

export interface Instalment {
  readonly on: CivilDate;
  readonly amount: Money;
}

/** A current bill while an arrangement runs. Without `paidOn` it is unpaid. */
export interface CurrentCharge {
  readonly dueOn: CivilDate;
  readonly paidOn?: CivilDate;
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
 * Whether an arrangement is kept as of a day's end (rule B11): (A) what fell due by then is paid in sum, and (B) so are
 * the current charges. `brokenSince` is the first day of the non-compliance that still lasts (rule F1); paying up cures.
 */
export function keepingOf(record: KeptRecord, asOf: CivilDate, days: CollectionDays = districtDays): Keeping {
  const since = [instalmentsMissedSince(record, asOf, days), chargesMissedSince(record, asOf, days)];
  const brokenSince = since.filter((day): day is CivilDate => day !== null).sort()[0];
  if (brokenSince) return { state: 'broken', brokenSince };
  const owed = sum(record.instalments.map(({ amount }) => amount));
  return { state: paidBy(record, asOf).gte(owed) ? 'completed' : 'kept' };
}

/** Compliance changes only the day after an instalment was last timely, and on the day of a payment. */
function instalmentsMissedSince(record: KeptRecord, asOf: CivilDate, days: CollectionDays): CivilDate | null {
  const due = record.instalments.map(({ on, amount }) => ({ from: addDays(timelyThrough(on, days), 1), amount }));
  const turns = [...due.map(({ from }) => from), ...record.payments.map(({ on }) => on)].filter((day) => day <= asOf);
  let since: CivilDate | null = null;
  for (const day of [...new Set(turns)].sort()) {
    const owed = sum(due.filter(({ from }) => from <= day).map(({ amount }) => amount));
    since = paidBy(record, day).lt(owed) ? (since ?? day) : null;
  }
  return since;
}

function chargesMissedSince(
  { currentCharges = [] }: KeptRecord,
  asOf: CivilDate,
  days: CollectionDays,
): CivilDate | null {
  const unpaid = currentCharges.filter(({ paidOn }) => paidOn === undefined || paidOn > asOf);
  const since = unpaid.map(({ dueOn }) => addDays(timelyThrough(dueOn, days), 1)).filter((day) => day <= asOf);
  return since.sort()[0] ?? null;
}

function paidBy({ payments }: KeptRecord, day: CivilDate): Decimal {
  return sum(payments.filter(({ on }) => on <= day).map(({ amount }) => decimal(amount)));
}
