import type { ComplianceCertificate, FieldEnding, Instalment, NoticeFailure } from '../../delinquency/index.ts';
import type { Money } from '../../money/index.ts';
import type { CivilDate, Instant } from '../../time/index.ts';

/** The numbers of the rules that decided. */
interface Ruled {
  readonly rules: readonly string[];
}

/** A notice on paper. `missing`: required languages that it lacks; while there is one, nothing was given (rule F8). */
interface Notice extends Ruled {
  readonly messageId: string;
  readonly missing: readonly string[];
}

interface Payment extends Ruled {
  readonly amount: Money;
  readonly on: CivilDate;
  /** What is owed after it. Payments go to principal first. */
  readonly principal: Money;
  readonly penalty: Money;
  readonly interest: Money;
}

/** What the law of collection adds to the record. */
declare module '../../case/events.ts' {
  interface EventData {
    'phone-contact': Ruled & { readonly reached: boolean; readonly offersMade: boolean };
    'visit-made': Ruled;
    'written-notice': Notice & { readonly to: 'customer' | 'landowner' };
    'occupant-notice': Notice;
    'tenant-notice': Notice;
    'ten-day-notice-mailed': Notice;
    'cure-notice': Notice;
    'notice-failed': Ruled & { readonly failure: NoticeFailure; readonly on: CivilDate };
    'final-contact': Ruled & { readonly kind: 'adult' | 'posted' };
    'final-notice-posted': Ruled;
    'payment-seen': Ruled;
    'payment-applied': Payment;
    'payment-reversed': Payment;
    'current-charge-billed': Ruled & { readonly dueOn: CivilDate; readonly amount: Money };
    'interest-waived': Ruled & { readonly on: CivilDate; readonly interest: Money };
    'arrangement-offered': Ruled;
    'arrangement-agreed': Ruled & { readonly on: CivilDate; readonly instalments: readonly Instalment[] };
    'arrangement-broken': Ruled & { readonly since: CivilDate };
    /** `inTime`: it came within the days in which the law itself prescribes the review (rule B17). */
    'appeal-opened': Ruled & { readonly by: string; readonly inTime: boolean };
    'appeal-decided': Ruled & { readonly upheld: boolean; readonly by: string };
    'dispute-opened': Ruled;
    'dispute-closed': Ruled;
    'extension-granted': Ruled & { readonly until: CivilDate };
    'medical-condition-shown': Ruled & {
      readonly condition: 'certificate' | 'unableToPay' | 'willingToArrange';
      readonly basis?: string;
    };
    stayed: Ruled & { readonly kind: string; readonly until?: CivilDate };
    'stay-lifted': Ruled & { readonly reason: string };
    'payments-confirmed': Ruled & { readonly through: Instant };
    /** By telephone somebody else writes it down, with the number that was called back (rule F11). */
    'order-approved': Ruled & { readonly by: string; readonly writtenDownBy?: string; readonly calledBack?: string };
    'order-refused': Ruled & { readonly by: string; readonly on: CivilDate };
    'approvals-void': Ruled & { readonly reason: string };
    'fields-looked-at': Ruled & { readonly cropAtRisk: boolean; readonly livestockAtRisk: boolean };
    'shut-off-ordered': Ruled & {
      readonly taskId: string;
      readonly approvedBy: readonly string[];
      readonly expiresAt: Instant;
      readonly certificate: ComplianceCertificate;
    };
    'crew-checked': Ruled & { readonly taskId: string };
    'release-code-given': Ruled & { readonly taskId: string; readonly code: string };
    'shut-off-withdrawn': Ruled & { readonly taskId: string; readonly reason: string };
    'visit-ended': Ruled & { readonly taskId: string; readonly ending: FieldEnding; readonly on: CivilDate };
    'shut-off-carried-out': Ruled & {
      readonly taskId: string;
      readonly by: string;
      readonly approvedBy: readonly string[];
    };
    'shut-off-was-wrongful': Ruled & { readonly reason: string };
    reconnected: Ruled & { readonly fee: Money; readonly wrongful: boolean };
    /** The fee of a reconnection after a shut-off that was wrongful. */
    'fee-cancelled': Ruled & { readonly amount: Money };
    'water-refused': Ruled;
    'water-accepted': Ruled;
    'lien-tied-out': Ruled & { readonly amount: Money; readonly on: CivilDate };
    'lien-owner-told': Ruled & { readonly messageId: string; readonly on: CivilDate };
    'lien-resolved': Ruled & { readonly on: CivilDate };
    'lien-listed': Ruled & { readonly amount: Money; readonly on: CivilDate };
    'lien-released': Ruled & { readonly on: CivilDate };
  }
}
