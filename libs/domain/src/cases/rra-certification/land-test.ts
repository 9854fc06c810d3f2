import { acreageLimitation, countedAcres, excessIneligible, type Recipient } from '../../land/index.ts';
import { Decimal, decimal, maxOf, plainText, type Quantity, sum } from '../../money/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { holdingsOf, type RraDetails } from './intake.ts';

/** The two tests of acreage limitation on the landholder's land, in Class 1 equivalent acres (A3–A5, A10, F17). */
export interface LandTest {
  readonly ownedAcres: Quantity;
  readonly ownershipEntitlement: Quantity;
  readonly excessAcres: Quantity;
  readonly totalAcres: Quantity;
  readonly nonFullCostEntitlement: Quantity;
  readonly fullCostAcres: Quantity;
  /** Excess that is neither under recordable contract nor acquired involuntarily within the years allowed. */
  readonly ineligibleAcres: Quantity;
  readonly involuntaryAcres: Quantity;
  /** Parcels that take no water whoever files: their former owner services them (A26). */
  readonly barredParcels: readonly string[];
}

/** Null where only the sum of the land is known: then no form is asked for a designation or a selection. */
export function landTestOf(details: RraDetails, on: CivilDate): LandTest | null {
  const holdings = holdingsOf(details);
  if (holdings.length === 0) return null;
  const found = acreageLimitation(recipientOf(details), holdings, on);
  const involuntary = involuntaryAcres(details, on);
  const contract = decimal(details.recordableContractAcres ?? '0');
  return {
    ownedAcres: plainText(found.owned),
    ownershipEntitlement: plainText(found.ownershipEntitlement),
    excessAcres: plainText(found.excess),
    totalAcres: plainText(found.total),
    nonFullCostEntitlement: plainText(found.nonFullCostEntitlement),
    fullCostAcres: plainText(found.fullCost),
    ineligibleAcres: plainText(maxOf(new Decimal(0), found.excess.minus(involuntary).minus(contract))),
    involuntaryAcres: plainText(involuntary),
    barredParcels: barredParcels(details),
  };
}

export function recipientOf({ recipientKind, receivedWaterBy1981, priorLaw }: RraDetails): Recipient {
  return {
    kind: recipientKind,
    ...(receivedWaterBy1981 === undefined ? {} : { receivedWaterBy1981 }),
    ...(priorLaw ? { priorLaw } : {}),
  };
}

/** Owned land that came involuntarily and may still take water though it is excess (A16). */
function involuntaryAcres(details: RraDetails, on: CivilDate): Decimal {
  const acquired = new Map(details.holdings?.map((held) => [held.parcel, held.acquiredInvoluntarilyOn]));
  const eligible = holdingsOf(details).filter(({ parcel, tenure }) => {
    const since = acquired.get(parcel);
    return tenure === 'owned' && since !== undefined && !excessIneligible(since, on);
  });
  return sum(eligible.map(countedAcres));
}

function barredParcels({ holdings = [] }: RraDetails): string[] {
  return holdings.filter(({ operatedByFormerOwner }) => operatedByFormerOwner).map(({ parcel }) => parcel);
}
