import type { Decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import type { Applicability } from './applicability.ts';
import { changeHolds, type LandChange } from './change-clock.ts';
import { type FormYear, formYearOn } from './rra-year.ts';

/** One condition that was asked, whether it holds, and the refusal when it does not. */
export interface Condition {
  readonly rule: string;
  readonly asks: string;
  readonly holds: boolean;
  readonly refusal: string;
}

/** An owner or lessee of the parcel with the form that is in for them. */
export interface Landholding {
  readonly landholder: string;
  /** Null when no form is in. */
  readonly formYear: FormYear | null;
  /** Right edition, every wet signature, reviewed by a level II or III (F16); a returned form is not accepted. */
  readonly accepted: boolean;
  /** Recorded as holding less than the threshold, so that no form is due. */
  readonly underThreshold?: boolean;
  /** Changes of ownership or lease that no new standard form reports yet. */
  readonly unreportedChanges?: readonly LandChange[];
}

export interface ParcelStanding {
  readonly parcel: string;
  readonly applicability: Applicability;
  readonly owners: readonly Landholding[];
  readonly lessees: readonly Landholding[];
  readonly excessIneligible: boolean;
  /** Dollars due for full-cost land, and paid. */
  readonly fullCostDue: Decimal;
  readonly fullCostPaid: Decimal;
}

/**
 * What the Act asks before a parcel takes project water on a day, holding or not (A5, A6, A20, A21, F16, F18).
 * Nothing of an exempt district (A36). The form of every owner and every lessee is asked for.
 */
export function deliveryConditions(standing: ParcelStanding, on: CivilDate): readonly Condition[] {
  if (standing.applicability === 'exempt') return [];
  const { parcel, owners, lessees, excessIneligible, fullCostDue, fullCostPaid } = standing;
  return [
    {
      rule: 'D23',
      asks: 'An owner of the parcel is on record',
      holds: owners.length > 0,
      refusal: `No owner of ${parcel} is on record, so no form can be checked`,
    },
    ...owners.flatMap((owner) => holderConditions(owner, 'owner', on)),
    ...lessees.flatMap((lessee) => holderConditions(lessee, 'lessee', on)),
    {
      rule: 'A5',
      asks: 'The parcel is not ineligible excess land',
      holds: !excessIneligible,
      refusal: `${parcel} is excess land and takes no project water`,
    },
    {
      rule: 'A6',
      asks: 'Full-cost charges are paid in full before delivery',
      holds: fullCostPaid.gte(fullCostDue),
      refusal: `The full-cost charge of ${parcel} is not paid in full`,
    },
  ];
}

/** Why operations must keep the parcel locked on a day; empty at once when the last condition is met (F16, F18). */
export function deliveryHold(standing: ParcelStanding, on: CivilDate): readonly Condition[] {
  return deliveryConditions(standing, on).filter(({ holds }) => !holds);
}

function holderConditions(holding: Landholding, role: 'owner' | 'lessee', on: CivilDate): Condition[] {
  return [
    ...formConditions(holding, `${role} ${holding.landholder}`, formYearOn(on)),
    ...changeConditions(holding, on),
  ];
}

/** A form of the year and its acceptance are asked apart: an old form that was accepted is still no form (A20, F16). */
function formConditions(holding: Landholding, who: string, formYear: FormYear): Condition[] {
  if (holding.underThreshold) return [{ rule: 'A18', asks: `${who} is under the threshold`, holds: true, refusal: '' }];
  return [
    {
      rule: 'A20',
      asks: `The RRA form of ${formYear} is in for ${who}`,
      holds: holding.formYear === formYear,
      refusal: `No RRA form of ${formYear} is in for ${who}`,
    },
    {
      rule: 'F16',
      asks: `The form of ${who} is accepted`,
      holds: holding.accepted,
      refusal: `The RRA form of ${who} is not accepted`,
    },
  ];
}

function changeConditions({ landholder, unreportedChanges = [] }: Landholding, on: CivilDate): Condition[] {
  return unreportedChanges.map((change) => ({
    rule: change.inSeason ? 'F18' : 'A21',
    asks: `The change of ${change.changedOn} (${landholder}) may still be reported`,
    holds: !changeHolds(change, on),
    refusal: `The change of ${change.changedOn} is not reported by a new form of ${landholder}`,
  }));
}
