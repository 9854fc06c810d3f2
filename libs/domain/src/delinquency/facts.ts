import type { Money } from '../money/index.ts';
import type { CivilDate, Instant } from '../time/index.ts';
import type { Dwelling, Service } from './scope.ts';

/** An attempt to reach the customer. `reached` false: nobody answered, or the mail came back (rules F2, F14). */
export interface Contact {
  readonly kind: 'phone' | 'written' | 'visit';
  readonly at: Instant;
  readonly reached?: boolean;
  /** When a written notice also went to "Occupant" at the service address (rule B7). */
  readonly occupantAt?: Instant;
}

/** The last word before the water is shut off: an adult spoken to, or a notice posted. */
export interface FinalContact {
  readonly kind: 'adult' | 'posted';
  readonly at: Instant;
}

export const stayKinds = ['bankruptcy', 'death-or-estate', 'military-service', 'identity-theft'] as const;

/** A bar from outside on every step of collection (rule F7); without `until` it holds until it is lifted. */
export interface Stay {
  readonly kind: string;
  readonly until?: CivilDate;
}

/** Of several stays the one that binds longest; lifting one never lifts another (rule F7). */
export function bindingStay(stays: readonly Stay[]): Stay | undefined {
  const open = stays.find(({ until }) => until === undefined);
  return open ?? [...stays].sort((a, b) => String(a.until).localeCompare(String(b.until))).at(-1);
}

/** The three conditions of the medical bar (rule B10). */
export interface Medical {
  readonly certificate: boolean;
  readonly unableToPay: boolean;
  readonly willingToArrange: boolean;
}

/** A payment arrangement; `brokenSince` is the first day on which it was not kept (rule F1). */
export interface Arrangement {
  readonly state: 'kept' | 'broken';
  readonly brokenSince?: CivilDate;
  readonly finalPostedAt?: Instant;
}

/** Tenants who are not the customer (rules B13, B15): their notice, and whether they live in a detached house. */
export interface Tenants {
  readonly noticeAt?: Instant;
  readonly detachedHouse?: boolean;
}

/** Everything about an account that the law of shut-off asks for. A case folds its record into this. */
export interface ShutOffFacts {
  readonly service: Service;
  readonly dwelling?: Dwelling;
  readonly billMailedOn: CivilDate;
  readonly dueOn: CivilDate;
  /** Unpaid principal: penalty and interest alone carry no shut-off. */
  readonly balance: Money;
  readonly contacts: readonly Contact[];
  /** The mailing address is not the service address (rule B7). */
  readonly mailingDiffers?: boolean;
  readonly noticeMailedAt?: Instant;
  readonly finalContacts?: readonly FinalContact[];
  readonly appealPending?: boolean;
  readonly disputePending?: boolean;
  readonly extensionUntil?: CivilDate;
  readonly languagesComplete?: boolean;
  /** Payments are known up to here; null: nobody knows. A counter question that leaves it out takes them as fresh. */
  readonly paymentsThrough?: Instant | null;
  readonly stay?: Stay;
  readonly medical?: Medical;
  readonly arrangement?: Arrangement;
  readonly tenants?: Tenants;
  /** A landowner who is not the water user (rule F12) is told apart; without `noticeAt`, not yet. */
  readonly landowner?: { readonly noticeAt?: Instant };
}
