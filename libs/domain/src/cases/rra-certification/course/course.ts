import type { CaseState, Moment } from '../../../case/index.ts';
import { type CivilDate, type Instant, laterOf } from '../../../time/index.ts';
import { calendarOf, dayOf, today } from '../days.ts';
import { lockDay } from '../figures.ts';
import { demandsForm, type Filing, filingOf, fullCostPaid, type Turnout } from '../filing.ts';
import { holdsOn, selectedHere } from '../holds.ts';
import { detailsOf, type RraDetails } from '../intake.ts';

/** How the parcels stand as the cases of all their other owners and lessees tell it. */
export interface Neighbours {
  /** Held by another landholder's case. */
  readonly held: readonly string[];
  /** What operations did last to a turnout for another case. */
  readonly turnouts: Readonly<Record<string, Turnout>>;
}

/** The next move of one line of the procedure; `at` ends a wait, `heard` counts what was heard by now. */
export interface Course {
  readonly move: string;
  readonly on: CivilDate;
  readonly at: Instant | null;
  readonly heard: number;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The outcome that ends the case, where the move ends it. */
  readonly outcome: string | null;
}

export interface Look {
  readonly state: CaseState;
  readonly moment: Moment;
  readonly details: RraDetails;
  readonly filing: Filing;
  readonly today: CivilDate;
  readonly neighbours: Neighbours;
}

export type Found = {
  readonly move: string;
  readonly at?: Instant | null;
  readonly facts?: Course['facts'];
  readonly outcome?: string;
} | null;
export type Step = (look: Look) => Found;

/** The first step of a line that has something to do says the move; else the line waits for what it listens to. */
export function courseOf(
  steps: readonly Step[],
  kinds: readonly string[],
  state: CaseState,
  moment: Moment,
  neighbours: Neighbours,
): Course {
  const look = {
    state,
    moment,
    details: detailsOf(state),
    filing: filingOf(state),
    today: today(moment),
    neighbours,
  };
  const { move, at = null, facts = {}, outcome = null } = firstOf(steps, look) ?? { move: 'wait' };
  const heard = state.happenings.filter(({ cycle, kind }) => cycle === state.cycle && kinds.includes(kind)).length;
  return { move, on: look.today, at, heard, facts, outcome };
}

function firstOf(steps: readonly Step[], look: Look): Found {
  for (const step of steps) {
    const found = step(look);
    if (found) return found;
  }
  return null;
}

/** The case is over when nothing is open any more: form, change, correction, money, designation, turnouts. */
export const settled: Step = (look) => {
  const { filing, details } = look;
  if (!demandsForm(filing)) return unlockable(look).length > 0 ? null : { move: 'end', outcome: 'not-required' };
  const open = filing.desk ?? filing.changes[0] ?? filing.correction ?? filing.uncharged[0];
  const unpaid = selectedHere(filing, details).length > 0 && !fullCostPaid(filing);
  if (!filing.accepted || open || unpaid) return null;
  if (unlockable(look).length > 0 || barredAndOpen(look).length > 0) return null;
  return { move: 'end', outcome: 'accepted' };
};

/** Parcels that take no water though the form is accepted, whose turnouts are not locked yet (A5, A26). */
export function barredAndOpen(look: Look): string[] {
  const { state, filing, today: on } = look;
  if (!filing.accepted) return [];
  const barred = [...holdsOn(state, on, filing)].filter(([, rules]) => rules.includes('A5') || rules.includes('A26'));
  return barred.map(([parcel]) => parcel).filter((parcel) => !isLocked(look, parcel));
}

/** Locked parcels that no owner's and no lessee's case holds any more (F16, F18). */
export function unlockable(look: Look): string[] {
  const held = holdsOn(look.state, look.today, look.filing);
  const { parcels } = look.details;
  return parcels.filter(
    (parcel) => isLocked(look, parcel) && !held.has(parcel) && !look.neighbours.held.includes(parcel),
  );
}

/** Whether a turnout is locked, whichever case asked for it: the last act counts. */
export function isLocked({ filing, neighbours }: Look, parcel: string): boolean {
  const own = filing.turnouts.get(parcel);
  const other = neighbours.turnouts[parcel];
  const last = own && other ? (laterOf(own.at, other.at) === own.at ? own : other) : (own ?? other);
  return last?.locked ?? false;
}

/** The neighbours matter once a parcel is free of this case, or about to be locked; not while all of them wait. */
export function asksNeighbours(state: CaseState, { office, now }: Moment): boolean {
  const { held, firstDeliveryOn, delivered, changes } = filingOf(state);
  if (detailsOf(state).parcels.some((parcel) => !held.has(parcel)) || delivered || changes.length > 0) return true;
  return firstDeliveryOn !== null && lockDay(firstDeliveryOn, calendarOf(office)) <= dayOf(now, office);
}

/** What moves were made before, in whichever cycle of the case. */
export function movesMade({ steps }: CaseState, move: string): readonly Course[] {
  return [...steps.values()].filter((made): made is Course => isCourse(made) && made.move === move);
}

const isCourse = (value: unknown): value is Course =>
  typeof value === 'object' && value !== null && 'move' in value && 'on' in value;
