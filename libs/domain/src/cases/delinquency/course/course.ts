import type { CaseState, Moment } from '../../../case/index.ts';
import type { CollectionDays, Path, ShutOffFacts } from '../../../delinquency/index.ts';
import type { FormValues } from '../../../forms/index.ts';
import type { CivilDate, Instant } from '../../../time/index.ts';
import type { Collection } from '../collection/index.ts';
import type { Debt } from '../intake.ts';

export type Move =
  | 'wait'
  | 'contact'
  | 'visit'
  | 'tell-tenants'
  | 'mail-notice'
  | 'review-appeal'
  | 'offer-arrangement'
  | 'tell-cure'
  | 'post-final-notice'
  | 'last-word'
  | 'tell-landowner'
  | 'refuse-water'
  | 'look-at-fields'
  | 'order'
  | 'tell-how-to-restore'
  | 'reconnect'
  | 'make-good'
  | 'tie-out'
  | 'tell-of-lien'
  | 'resolve-lien'
  | 'list-lien'
  | 'release-lien'
  | 'give-up';

/** What the office does next: the move, for a wait its end (null: until something is heard), and what was heard by now. */
export interface Course {
  readonly path: Path;
  readonly move: Move;
  readonly at: Instant | null;
  readonly why: string;
  readonly heard: number;
  /** Bills go elsewhere than the water: "Occupant" is written to as well (rule B7). */
  readonly occupantToo: boolean;
  /** How many persons have approved an order by now (rule F11). */
  readonly approvals: number;
  /** What a task of this move tells who does it: figures and codes. */
  readonly facts: FormValues;
  /** The outcome that ends the case, where the move gives up. */
  readonly outcome: string | null;
}

/** The record as the steps look at it. */
export interface Look {
  readonly state: CaseState;
  readonly moment: Moment;
  readonly debt: Debt;
  readonly c: Collection;
  /** The facts with money taken as fresh: accounting is asked only when all else holds. */
  readonly facts: ShutOffFacts;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly days: CollectionDays;
}

export interface Found {
  readonly move: Move;
  readonly at?: Instant | null;
  readonly why: string;
  readonly facts?: FormValues;
  readonly outcome?: string;
}

/** What a step finds lacking; null when it has nothing to ask for. */
export type Step = (look: Look) => Found | null;
