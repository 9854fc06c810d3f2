import type { CivilDate } from '../time/index.ts';
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
  /** Who signs for an entity, trust or public body; an individual signs alone or with the spouse (A24). */
  readonly signers?: readonly string[];
  readonly spouse?: string;
  /** Excess acres that may take water under a recordable contract (A5). */
  readonly recordableContractAcres?: string;
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
  /** By foreclosure or the like: it may take water for some years though it is excess (A16). */
  readonly acquiredInvoluntarilyOn?: CivilDate;
}

/** The register of land, indexed once so that a campaign of thousands asks it quickly. */
export interface LandRegister {
  readonly landholders: readonly Landholder[];
  landholder(id: string): Landholder | undefined;
  /** A landholder with the spouse and dependents who count with them. */
  householdOf(id: string): readonly string[];
  landOf(id: string): readonly LandRecord[];
  landOperatedBy(id: string): readonly LandRecord[];
  trustsRevocableBy(id: string): readonly string[];
}

/** Throws RangeError when two landholders have one id. */
export function landRegister(landholders: readonly Landholder[], land: readonly LandRecord[]): LandRegister {
  const byId = new Map(landholders.map((landholder) => [landholder.id, landholder]));
  if (byId.size !== landholders.length) throw new RangeError('two landholders have one id');
  const members = Map.groupBy(landholders, ({ householdOf }) => householdOf);
  const held = Map.groupBy(land, ({ landholder }) => landholder);
  const operated = Map.groupBy(land, ({ operator }) => operator);
  const revocable = Map.groupBy(landholders, ({ trust }) => trust?.revocableBy);
  return {
    landholders,
    landholder: (id) => byId.get(id),
    householdOf: (id) => [id, ...(members.get(id) ?? []).map((member) => member.id)],
    landOf: (id) => held.get(id) ?? [],
    landOperatedBy: (id) => operated.get(id) ?? [],
    trustsRevocableBy: (id) => (revocable.get(id) ?? []).map((trust) => trust.id),
  };
}
