import { type Decimal, decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import type { Applicability } from '../land/applicability.ts';
import { type FormYear, formYearOn } from '../land/rra-year.ts';

/** An owner or lessee of the parcel with the form that is in for them. */
export interface Landholding {
  readonly landholder: string;
  /** Null when no form is in. */
  readonly formYear: FormYear | null;
  readonly accepted: boolean;
  /** Recorded as holding less than the threshold, so that no form is due. */
  readonly underThreshold?: boolean;
}

export interface OrderFacts {
  readonly parcel: string;
  readonly orderAf: string;
  readonly applicability: Applicability;
  readonly owners: readonly Landholding[];
  readonly lessees: readonly Landholding[];
  readonly delinquent: boolean;
  readonly applicationOnFile: boolean;
  readonly allocationLeftAf: string;
  readonly cropReportIn: boolean;
  readonly excessIneligible: boolean;
  /** Dollars due for full-cost land, and paid. */
  readonly fullCostDue: Decimal;
  readonly fullCostPaid: Decimal;
}

/** One condition of an order: what was asked, whether it holds, and the refusal when it does not. */
export interface Condition {
  readonly rule: string;
  readonly asks: string;
  readonly holds: boolean;
  readonly refusal: string;
}

/**
 * Every condition of an irrigation order on a day, holding or not (D23). Asked at the order and again at turn-on:
 * the district is assessed for the delivery, not for the order (A31).
 */
export function orderConditions(facts: OrderFacts, on: CivilDate): readonly Condition[] {
  const reclamation = facts.applicability === 'exempt' ? [] : reclamationConditions(facts, on);
  return [...reclamation, ...districtConditions(facts)];
}

function reclamationConditions(facts: OrderFacts, on: CivilDate): Condition[] {
  const { parcel, owners, lessees, excessIneligible, fullCostDue, fullCostPaid } = facts;
  return [
    {
      rule: 'D23',
      asks: 'An owner of the parcel is on record',
      holds: owners.length > 0,
      refusal: `No owner of ${parcel} is on record, so no form can be checked`,
    },
    ...owners.flatMap((owner) => formConditions(owner, 'owner', formYearOn(on))),
    ...lessees.flatMap((lessee) => formConditions(lessee, 'lessee', formYearOn(on))),
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

/** A form of the year and its acceptance are asked apart: an old form that was accepted is still no form (A20, F16). */
function formConditions(holding: Landholding, role: 'owner' | 'lessee', formYear: FormYear): Condition[] {
  const who = `${role} ${holding.landholder}`;
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

function districtConditions(facts: OrderFacts): Condition[] {
  const { parcel, orderAf, allocationLeftAf } = facts;
  return [
    {
      rule: 'B21',
      asks: 'No delinquent charges on the land',
      holds: !facts.delinquent,
      refusal: `Delinquent charges stand against ${parcel}`,
    },
    {
      rule: 'D22',
      asks: 'Application and authorization are on file',
      holds: facts.applicationOnFile,
      refusal: `No application names who may order for ${parcel}`,
    },
    {
      rule: 'D23',
      asks: `The allocation left, ${allocationLeftAf} acre-feet, covers the order of ${orderAf}`,
      holds: decimal(allocationLeftAf).gte(decimal(orderAf)),
      refusal: `The order of ${orderAf} acre-feet is more than the ${allocationLeftAf} left of the allocation`,
    },
    {
      rule: 'B27',
      asks: 'The crop report is in',
      holds: facts.cropReportIn,
      refusal: `The crop report of ${parcel} is missing`,
    },
  ];
}
