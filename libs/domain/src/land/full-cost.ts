import { cents, Decimal, decimal, type Money, maxOf, minOf, sum } from '../money/index.ts';

/** Acres of one parcel that the landholder has selected to be irrigated at the full-cost rate (A6). */
export interface FullCostSelection {
  readonly parcel: string;
  readonly acres: string;
}

/** Acres that are still to be selected; zero when the selection covers the full-cost acres (A6). */
export function selectionShortfall(fullCostAcres: Decimal, selected: readonly FullCostSelection[]): Decimal {
  return maxOf(new Decimal(0), fullCostAcres.minus(sum(selected.map(({ acres }) => acres))));
}

/** A selection binds for the water year: it may change only for a later one (A6). */
export function mayChangeSelection(selectedForWaterYear: number, waterYear: number): boolean {
  return waterYear > selectedForWaterYear;
}

/** Dollars for water to full-cost land: acre-feet × full-cost rate, to the cent, half up; paid before delivery (A6). */
export function fullCostCharge(acreFeet: string, fullCostRate: string): Money {
  return cents(decimal(acreFeet).times(decimal(fullCostRate)));
}

/** Dollars for water that ineligible land took: the full-cost rate that would apply, less what was paid for it (A8). */
export function compensationCharge(acreFeet: string, fullCostRate: string, alreadyPaid: Money): Money {
  const charge = decimal(fullCostCharge(acreFeet, fullCostRate));
  return cents(charge.minus(minOf(charge, decimal(alreadyPaid))));
}
