import { type Decimal, decimal, plainText, sum } from '../money/index.ts';
import type { Holding } from './acreage-limitation.ts';
import type { Interest, LandRecord, LandRegister } from './land-register.ts';

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
  return register.householdOf(landholder).flatMap((member) => {
    const held = holdingsOf(register, member, []);
    return member === landholder ? held : held.map((holding) => passedOn(holding, member));
  });
}

/** Nonexempt acres westwide as the form thresholds count them: without Class 1 conversion (A18). */
export function westwideAcres(holdings: readonly Holding[]): string {
  return plainText(sum(holdings.filter(({ nonexempt }) => nonexempt).map(plainAcres)));
}

/** Nonexempt acres that an operator services for trusts and legal entities together; none of individuals (A26). */
export function servicedAcres(register: LandRegister, operator: string): string {
  return westwideAcres(register.landOperatedBy(operator).filter((record) => isOfTrustOrEntity(register, record)));
}

/** An entity's land is attributed to its part owners in proportion to their shares (A11). */
function holdingsOf(register: LandRegister, id: string, path: readonly string[]): readonly AttributedHolding[] {
  if (path.includes(id)) throw new RangeError(`landholders own each other: ${[...path, id].join(' > ')}`);
  const indirect = interestsOf(register, id).flatMap((interest) =>
    holdingsOf(register, interest.in, [...path, id]).map((holding) => scaled(holding, interest)),
  );
  return [...register.landOf(id).map(directHolding), ...indirect];
}

/** Interests in entities; in trusts only where the terms let the land through to that person (A14). */
function interestsOf(register: LandRegister, id: string): readonly Interest[] {
  const own = register.landholder(id)?.interests ?? [];
  const granted = register.trustsRevocableBy(id).map((trust) => ({ in: trust, share: '1' }));
  return [...own.filter((interest) => reachesBeneficiary(register, interest)), ...granted];
}

function reachesBeneficiary(register: LandRegister, interest: Interest): boolean {
  const trust = register.landholder(interest.in)?.trust;
  return trust === undefined || (trust.writtenAndIdentified && trust.revocableBy === undefined);
}

function directHolding(record: LandRecord): AttributedHolding {
  const { parcel, acres, share, class1Ratio, nonexempt, district } = record;
  const tenure = record.fromPublicEntity ? 'owned' : record.tenure;
  return { parcel, acres, tenure, share, class1Ratio, nonexempt, district, through: [] };
}

function scaled(holding: AttributedHolding, interest: Interest): AttributedHolding {
  const share = plainText(decimal(holding.share).times(decimal(interest.share)), 18);
  return passedOn({ ...holding, share }, interest.in);
}

function passedOn(holding: AttributedHolding, by: string): AttributedHolding {
  return { ...holding, through: [by, ...holding.through] };
}

function isOfTrustOrEntity(register: LandRegister, record: LandRecord): boolean {
  const holder = register.landholder(record.landholder)?.holder;
  return holder === 'trust' || holder === 'entity';
}

function plainAcres({ acres, share }: Holding): Decimal {
  return decimal(acres).times(decimal(share));
}
