import type {
  Contact,
  CurrentCharge,
  FieldEnding,
  FinalContact,
  Instalment,
  Medical,
  Stay,
} from '../../../delinquency/index.ts';
import type { Money } from '../../../money/index.ts';
import type { CivilDate, Instant } from '../../../time/index.ts';

/** An order that is in force: issued, and neither withdrawn nor carried out. */
export interface LiveOrder {
  readonly taskId: string;
  readonly approvedBy: readonly string[];
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  checkedAt?: Instant;
  releaseCode?: string;
}

interface AgreedArrangement {
  readonly on: CivilDate;
  readonly instalments: readonly Instalment[];
  readonly payments: Instalment[];
  brokenSince: CivilDate[];
  cureNoticeAt?: Instant;
  finalPostedAt?: Instant;
}

type Notices = 'written' | 'occupant' | 'tenant' | 'ten-day' | 'cure';

/** The way of a charge to the county's list; a new tie-out begins it anew. */
export interface LienCourse {
  tiedOut?: Money;
  tiedOutOn?: CivilDate;
  ownerToldOn?: CivilDate;
  resolvedOn?: CivilDate;
  listedOn?: CivilDate;
  released?: boolean;
}

/** All that the record tells about the collection of one debt. */
export interface Collection {
  contacts: Contact[];
  finalContacts: FinalContact[];
  noticeMailedAt?: Instant;
  tenantNoticeAt?: Instant;
  ownerNoticeAt?: Instant;
  mailed: string[];
  missing: Partial<Record<Notices, readonly string[]>>;
  failedOn?: CivilDate;
  mailFailed: boolean;
  /** A returned payment stands with a minus. */
  payments: Instalment[];
  currentCharges: CurrentCharge[];
  interestWaivedOn?: CivilDate;
  /** What the household has shown lies below the line of low income (rules B10, B12). */
  lowIncome: boolean;
  appealPending: boolean;
  appealUpheld: boolean;
  disputePending: boolean;
  extensionUntil?: CivilDate;
  shown: { -readonly [K in keyof Medical]: boolean };
  arrangementOffered: boolean;
  arrangement?: AgreedArrangement;
  stays: Stay[];
  paymentsThrough: Instant | null;
  approvedBy: string[];
  /** Who approved, and who wrote down another's word: each has one hand in an order (rule F11). */
  hands: string[];
  refusedOn?: CivilDate;
  fieldsLookedAt: boolean;
  /** Crop or livestock would suffer: the reviewers are told (rule F12). */
  fieldsAtRisk: boolean;
  order?: LiveOrder;
  lastVisit?: { readonly ending: FieldEnding; readonly on: CivilDate };
  tenantsFound: boolean;
  waterOff: boolean;
  everOff: boolean;
  offAt?: Instant;
  restoredAt?: Instant;
  /** What was charged for turning the water on again. */
  fee?: Money;
  wrongful: boolean;
  refused: boolean;
  lien: LienCourse;
}

export function begun(): Collection {
  return {
    contacts: [],
    finalContacts: [],
    mailed: [],
    missing: {},
    mailFailed: false,
    payments: [],
    currentCharges: [],
    lowIncome: false,
    appealPending: false,
    appealUpheld: false,
    disputePending: false,
    shown: { certificate: false, unableToPay: false, willingToArrange: false },
    arrangementOffered: false,
    stays: [],
    paymentsThrough: null,
    approvedBy: [],
    hands: [],
    fieldsLookedAt: false,
    fieldsAtRisk: false,
    tenantsFound: false,
    waterOff: false,
    everOff: false,
    wrongful: false,
    refused: false,
    lien: {},
  };
}
