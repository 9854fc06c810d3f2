import type { CivilDate } from '../time/index.ts';
import type { FormNumber } from './form-catalogue.ts';
import type { FormYear } from './rra-year.ts';

/** How a name came onto the paper; Reclamation takes only `wet` (A24). */
export type SignatureManner = 'wet' | 'copied' | 'digital';

export interface Signature {
  readonly signer: string;
  readonly manner: SignatureManner;
  readonly on: CivilDate;
}

/** A form as it came in on paper, with what the person at the scanner saw on it. */
export interface FormReceived {
  readonly form: FormNumber;
  /** The year after whose 31 December the form may not be used. */
  readonly edition: FormYear;
  readonly signatures: readonly Signature[];
  /** Supplements and continuation sheets that came with it. */
  readonly supplements: readonly FormNumber[];
  /** Items left blank that the form asks of everybody. */
  readonly blankItems: readonly string[];
}

/** Everybody whose signature the form needs (A24). Names are the register's ids. */
export interface Signatories {
  /** The landholder, trustee, officer or official who signs. One entity may need several. */
  readonly signers: readonly string[];
  /** Husband and wife both sign. */
  readonly spouse?: string;
}

/** What a complete form is for this landholder this year. */
export interface FormExpected {
  readonly formYear: FormYear;
  /** The form that suffices and those that say more than it. */
  readonly acceptable: readonly FormNumber[];
  readonly signatories: Signatories;
  readonly hasExcess: boolean;
  readonly hasFullCost: boolean;
  readonly hasInvoluntaryExcess: boolean;
}
