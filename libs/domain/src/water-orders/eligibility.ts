import { type Condition, deliveryConditions, type ParcelStanding } from '../land/delivery-conditions.ts';
import { decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';

export interface OrderFacts extends ParcelStanding {
  readonly orderAf: string;
  readonly delinquent: boolean;
  readonly applicationOnFile: boolean;
  readonly allocationLeftAf: string;
  readonly cropReportIn: boolean;
}

/**
 * Every condition of an irrigation order on a day, holding or not (D23). Asked at the order and again at turn-on:
 * the district is assessed for the delivery, not for the order (A31).
 */
export function orderConditions(facts: OrderFacts, on: CivilDate): readonly Condition[] {
  return [...deliveryConditions(facts, on), ...districtConditions(facts)];
}

/** Every reason against the order, not the first (D23). */
export function reasonsAgainst(conditions: readonly Condition[]): { readonly rule: string; readonly text: string }[] {
  return conditions.filter(({ holds }) => !holds).map(({ rule, refusal }) => ({ rule, text: refusal }));
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
