import { type Decimal, decimal, plainText, sum } from '../money/index.ts';
import type { Holding, Recipient } from './acreage-limitation.ts';
import type { HolderKind } from './form-catalogue.ts';

/** Who holds land, or part of a holder of land. */
export interface Landholder {
  readonly id: string;
  readonly holder: HolderKind;
  readonly recipient: Recipient;
  /** Spouse or dependent of this landholder, with whom they are one qualified recipient and file one form (A2). */
  readonly householdOf?: string;
  /** What they own of entities, and their interests as beneficiaries of trusts (A11, A14). */
  readonly interests?: readonly Interest[];
  readonly trust?: TrustTerms;
}

export interface Interest {
  readonly in: string;
  readonly share: string;
}

/** The terms that decide to whom a trust's land is attributed (A14). */
export interface TrustTerms {
  readonly writtenAndIdentified: boolean;
  /** The grantor who may revoke the trust; the land is then the grantor's. */
  readonly revocableBy?: string;
}

/** One line of the register: a parcel, or a part of it, as one landholder holds it directly. */
export interface LandRecord extends Holding {
  readonly landholder: string;
  readonly district: string;
  /** Leased from a public entity: it counts against the lessee's ownership entitlement (A11). */
  readonly fromPublicEntity?: boolean;
  readonly operator?: string;
}

export interface LandRegister {
  readonly landholders: readonly Landholder[];
  readonly land: readonly LandRecord[];
}

export interface AttributedHolding extends Holding {
  readonly district: string;
  /** Through whom it is held, the nearest first; empty for land held directly. */
  readonly through: readonly string[];
}

/**
 * All land that counts as a landholder's, direct and indirect, up the chain of entities, trusts and household (A11, A14).
 * Throws RangeError when entities own each other in a circle.
 */
export function attributedHoldings(register: LandRegister, landholder: string): readonly AttributedHolding[] {
  const household = register.landholders.filter(({ id, householdOf }) => id === landholder || householdOf === landholder);
  return household.flatMap(({ id }) => holdingsOf(register, id, []).map(asSeenBy(landholder, id)));
}

/** Nonexempt acres westwide as the form thresholds count them: without Class 1 conversion (A18). */
export function westwideAcres(holdings: readonly Holding[]): string {
  return plainText(sum(holdings.filter(({ nonexempt }) => nonexempt).map(plainAcres)));
}

/**
 * Nonexempt acres that an operator services for trusts and legal entities together (A26).
 * Land of individuals is not counted.
 */
export function servicedAcres(register: LandRegister, operator: string): string {
  const counted = new Set(register.landholders.filter(({ holder }) => isTrustOrEntity(holder)).map(({ id }) => id));
  return westwideAcres(register.land.filter((record) => record.operator === operator && counted.has(record.landholder)));
}

/** What the entity's land leaves to its part owners is proportional to their shares (A11). */
function holdingsOf(register: LandRegister, id: string, path: readonly string[]): readonly AttributedHolding[] {
  if (path.includes(id)) throw new RangeError(`landholders own each other: ${[...path, id].join(' > ')}`);
  const seen = [...path, id];
  const direct = register.land.filter((record) => record.landholder === id).map(directHolding);
  const indirect = interestsOf(register, id).flatMap((interest) =>
    holdingsOf(register, interest.in, seen).map((held) => scaled(held, interest)),
  );
  return [...direct, ...indirect];
}

/** Interests in entities; in trusts only where the terms let the land through to that person (A14). */
function interestsOf(register: LandRegister, id: string): readonly Interest[] {
  const own = register.landholders.find((landholder) => landholder.id === id)?.interests ?? [];
  const beneficial = own.filter((interest) => reachesBeneficiary(trustOf(register, interest.in)));
  const granted = register.landholders.filter(({ trust }) => trust?.revocableBy === id);
  return [...beneficial, ...granted.map((trust) => ({ in: trust.id, share: '1' }))];
}

function trustOf(register: LandRegister, id: string): TrustTerms | undefined {
  return register.landholders.find((landholder) => landholder.id === id)?.trust;
}

function reachesBeneficiary(trust: TrustTerms | undefined): boolean {
  return trust === undefined || (trust.writtenAndIdentified && trust.revocableBy === undefined);
}

function directHolding(record: LandRecord): AttributedHolding {
  const { parcel, acres, share, class1Ratio, nonexempt, district } = record;
  const tenure = record.fromPublicEntity ? 'owned' : record.tenure;
  return { parcel, acres, tenure, share, class1Ratio, nonexempt, district, through: [] };
}

function scaled(held: AttributedHolding, interest: Interest): AttributedHolding {
  const share = plainText(decimal(held.share).times(decimal(interest.share)), 18);
  return { ...held, share, through: [interest.in, ...held.through] };
}

const asSeenBy =
  (landholder: string, member: string) =>
  (held: AttributedHolding): AttributedHolding =>
    member === landholder ? held : { ...held, through: [member, ...held.through] };

function isTrustOrEntity(holder: HolderKind): boolean {
  return holder === 'trust' || holder === 'entity';
}

function plainAcres({ acres, share }: Holding): Decimal {
  return decimal(acres).times(decimal(share));
}
