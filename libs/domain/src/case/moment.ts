import type { Person } from '../people/index.ts';
import type { ClockBook, ServicePolicy } from '../sla/index.ts';
import type { Instant } from '../time/index.ts';
import type { CaseDefinition } from './definition.ts';

/** Whom the office writes to about an account, and in which language. */
export interface AccountContact {
  readonly number: string;
  readonly name: string;
  readonly language: string;
  readonly email: string | null;
  readonly mailingAddress: string;
  readonly serviceAddress: string;
  /** A case that is open on the account disputes what is billed: nothing is collected meanwhile (rule B16). */
  readonly disputed?: boolean;
}

/** The office as a decision sees it: its staff, its service levels and calendars, its case types. */
export interface Office {
  readonly people: readonly Person[];
  readonly book: ClockBook;
  /** The version of a policy that a case pins which begins at this instant. */
  readonly policyAt: (name: string, now: Instant) => ServicePolicy;
  readonly definition: (type: string) => CaseDefinition | null;
}

/** What a decision needs beside the case: the instant, fresh identifiers, the office, and the account concerned. */
export interface Moment {
  readonly now: Instant;
  readonly newId: () => string;
  readonly office: Office;
  readonly account: AccountContact | null;
}
