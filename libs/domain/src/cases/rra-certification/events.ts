import type { FormNumber, SignatureManner } from '../../land/index.ts';
import type { Money, Quantity } from '../../money/index.ts';
import type { CivilDate } from '../../time/index.ts';
import type { Duty } from './duty.ts';
import type { LandTest } from './land-test.ts';

/** The numbers of the rules that decided. */
interface Ruled {
  readonly rules: readonly string[];
}

export interface FormFinding {
  readonly rule: string;
  readonly text: string;
}

export interface ParcelAcres {
  readonly parcel: string;
  readonly acres: Quantity;
}

/** A form as it lies on the desk: what the person at the scanner saw on the paper. */
export interface LoggedForm {
  readonly form: FormNumber;
  readonly edition: number;
  readonly receivedOn: CivilDate;
  readonly signatures: readonly { readonly signer: string; readonly manner: SignatureManner; readonly on: CivilDate }[];
  readonly supplements: readonly FormNumber[];
  readonly blankItems: readonly string[];
  /** Selected on form 7-21FC, designated on form 7-21XS. */
  readonly fullCost: readonly ParcelAcres[];
  readonly excess: readonly ParcelAcres[];
}

export type Designator = 'landowner' | 'contract' | 'district' | 'reclamation';

/** What the law of certification adds to the record. */
declare module '../../case/events.ts' {
  interface EventData {
    /** `year`: from the form year on; `change`: by a change of the land within it. */
    'filing-duty': Ruled & Omit<Duty, 'rules'> & { readonly from: 'year' | 'change' };
    'land-tested': Ruled & LandTest;
    'delivery-held': Ruled & {
      readonly parcels: readonly string[];
      readonly formYear: number;
      readonly from: CivilDate;
    };
    'delivery-hold-lifted': Ruled & { readonly parcels: readonly string[]; readonly formYear: number };
    'form-logged': Ruled & LoggedForm & { readonly findings: readonly FormFinding[] };
    'form-returned': Ruled & {
      readonly form: FormNumber;
      readonly on: CivilDate;
      readonly returnBy: CivilDate;
      readonly findings: readonly FormFinding[];
    };
    'correction-lapsed': Ruled & { readonly form: FormNumber; readonly returnBy: CivilDate };
    'form-accepted': Ruled & {
      readonly form: FormNumber;
      readonly edition: number;
      readonly receivedOn: CivilDate;
      readonly on: CivilDate;
      readonly by: string;
      /** Where the original lies. */
      readonly box?: string;
      readonly shelf?: string;
    };
    'form-superseded': Ruled & {
      readonly form: FormNumber;
      readonly on: CivilDate;
      /** May be destroyed from this day on; null while it may not. */
      readonly keptUntil: CivilDate | null;
    };
    'legal-hold-set': Ruled & { readonly active: boolean };
    'full-cost-selected': Ruled & { readonly parcels: readonly ParcelAcres[]; readonly waterYear: number };
    'full-cost-invoiced': Ruled & { readonly amount: Money; readonly acreFeet: Quantity; readonly rate: Money };
    'full-cost-payment': Ruled & { readonly amount: Money; readonly paid: Money; readonly due: Money };
    'excess-reported': Ruled & { readonly on: CivilDate };
    'designation-turn': Ruled & {
      readonly by: 'landowner' | 'district' | 'reclamation';
      readonly notifiedOn: CivilDate;
      readonly through?: CivilDate;
    };
    'excess-designated': Ruled & {
      readonly by: Designator;
      readonly on: CivilDate;
      readonly parcels: readonly ParcelAcres[];
    };
    'change-reported': Ruled & {
      readonly changedOn: CivilDate;
      readonly inSeason: boolean;
      readonly noticeInTime: boolean;
      readonly notifyBy?: CivilDate;
      readonly formsBy?: CivilDate;
      /** Null where a change asks for no new form. */
      readonly holdFrom: CivilDate | null;
      readonly westwideAcres?: Quantity;
    };
    'change-clock-ended': Ruled & { readonly changedOn: CivilDate; readonly holdFrom: CivilDate };
    'correction-asked': Ruled & {
      readonly requestedOn: CivilDate;
      readonly targetOn: CivilDate;
      readonly dueOn: CivilDate;
      readonly items: readonly string[];
    };
    'correction-supplied': Ruled & { readonly on: CivilDate };
    'correction-overdue': Ruled & { readonly dueOn: CivilDate };
    'first-delivery-set': Ruled & { readonly on: CivilDate };
    'water-delivered': Ruled & {
      readonly on: CivilDate;
      readonly parcels: readonly string[];
      readonly acreFeet?: Quantity;
    };
    'assessment-counted': Ruled & {
      readonly kind: 'delivery-before-form' | 'delivery-to-excess' | 'correction-late';
      readonly landholder: string;
      readonly year: number;
      readonly amount: Money;
    };
    'compensation-charged': Ruled & { readonly amount: Money; readonly acreFeet: Quantity; readonly rate: Money };
    'parcels-locked': Ruled & { readonly parcels: readonly string[]; readonly on: CivilDate };
    'parcels-unlocked': Ruled & { readonly parcels: readonly string[]; readonly on: CivilDate };
    'district-exempted': Ruled & { readonly from: CivilDate; readonly source: string };
    'filing-withdrawn': Ruled & { readonly reason: string };
  }
}
