import { Decimal, decimal, maxOf, minOf, sum } from '../money/index.ts';
import type { Setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';
import { nonFullCostEntitlements, ownershipEntitlements } from './figures.ts';

export const recipientKinds = ['qualified', 'limited', 'prior-law'] as const;
/** What the landholder, not the district, is under the Act (A2). */
export type RecipientKind = (typeof recipientKinds)[number];
export const priorLawKinds = ['individual', 'married-couple', 'entity'] as const;
export type PriorLawKind = (typeof priorLawKinds)[number];

export interface Recipient {
  readonly kind: RecipientKind;
  readonly receivedWaterBy1981?: boolean;
  /** Only of a prior law recipient; an individual, the smallest entitlement, when unknown. */
  readonly priorLaw?: PriorLawKind;
}

export interface Holding {
  readonly parcel: string;
  readonly acres: string;
  readonly tenure: 'owned' | 'leased';
  /** The landholder's part of the parcel. */
  readonly share: string;
  /** Class 1 acres to which one acre of this land is equivalent, where Reclamation has determined it (A10). */
  readonly class1Ratio: string;
  readonly nonexempt: boolean;
}

export interface AcreageLimitation {
  readonly owned: Decimal;
  readonly leased: Decimal;
  readonly total: Decimal;
  readonly ownershipEntitlement: Decimal;
  readonly excess: Decimal;
  readonly nonFullCostEntitlement: Decimal;
  /** Owned land that may take water at all. */
  readonly eligibleOwned: Decimal;
  readonly fullCost: Decimal;
}

/**
 * The two tests of acreage limitation, in Class 1 equivalent nonexempt acres, westwide (A3–A5, F17).
 * Land above the ownership entitlement is excess and takes no water, so it is not also full-cost land.
 */
export function acreageLimitation(
  recipient: Recipient,
  holdings: readonly Holding[],
  on: CivilDate,
): AcreageLimitation {
  const owned = acresHeld(holdings, 'owned');
  const leased = acresHeld(holdings, 'leased');
  const ownershipEntitlement = decimal(ownershipEntitlementOf(recipient).on(on));
  const nonFullCostEntitlement = decimal(nonFullCostEntitlementOf(recipient).on(on));
  const eligibleOwned = minOf(owned, ownershipEntitlement);
  return {
    owned,
    leased,
    total: owned.plus(leased),
    ownershipEntitlement,
    excess: owned.minus(eligibleOwned),
    nonFullCostEntitlement,
    eligibleOwned,
    fullCost: maxOf(new Decimal(0), eligibleOwned.plus(leased).minus(nonFullCostEntitlement)),
  };
}

/** Class 1 equivalent acres that count against the landholder; none of exempt land (A9–A11). */
export function countedAcres(holding: Holding): Decimal {
  if (!holding.nonexempt) return new Decimal(0);
  return decimal(holding.acres).times(decimal(holding.share)).times(decimal(holding.class1Ratio));
}

/** The figure that limits what a recipient may own and irrigate (A3). */
export function ownershipEntitlementOf(recipient: Recipient): Setting<string> {
  switch (recipient.kind) {
    case 'qualified':
      return ownershipEntitlements.qualified;
    case 'limited':
      return ownershipEntitlements.limited;
    case 'prior-law':
      return priorLawEntitlementOf(recipient.priorLaw ?? 'individual');
    default:
      return recipient.kind satisfies never;
  }
}

/** The figure up to which water is not at the full-cost rate (A4); under prior law it is the ownership entitlement. */
export function nonFullCostEntitlementOf(recipient: Recipient): Setting<string> {
  switch (recipient.kind) {
    case 'qualified':
      return nonFullCostEntitlements.qualified;
    case 'limited':
      return recipient.receivedWaterBy1981
        ? nonFullCostEntitlements.limitedWaterBy1981
        : nonFullCostEntitlements.limitedLater;
    case 'prior-law':
      return ownershipEntitlementOf(recipient);
    default:
      return recipient.kind satisfies never;
  }
}

function priorLawEntitlementOf(kind: PriorLawKind): Setting<string> {
  switch (kind) {
    case 'individual':
      return ownershipEntitlements.priorLawIndividual;
    case 'married-couple':
      return ownershipEntitlements.priorLawMarriedCouple;
    case 'entity':
      return ownershipEntitlements.priorLawEntity;
    default:
      return kind satisfies never;
  }
}

function acresHeld(holdings: readonly Holding[], tenure: Holding['tenure']): Decimal {
  return sum(holdings.filter((holding) => holding.tenure === tenure).map(countedAcres));
}
