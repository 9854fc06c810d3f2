import type { Moment, Office } from '../../case/index.ts';
import {
  type CollectionDays,
  districtDays,
  type Statute,
  statute,
  statutoryLanguages,
} from '../../delinquency/index.ts';
import { type CivilDate, type Instant, millis } from '../../time/index.ts';

/** The law that a delinquency is run under: the rules over an order, and the languages that the office's notices are in. */
export interface CollectionLaw {
  readonly statute: Statute;
  readonly languagesOf: (letter: string) => readonly string[];
}

const written = statutoryLanguages.on('2026-01-01');

/** The law as it stands, with the notices as the office has written them. */
export const districtLaw: CollectionLaw = { statute, languagesOf: () => written };

/** The days of the office that decides; legal holidays stand apart from its calendar (rule F3). */
export function daysOf(office: Office): CollectionDays {
  return { office: office.book.calendar('district'), legalHoliday: districtDays.legalHoliday };
}

export const dayOf = (at: Instant, office: Office): CivilDate => daysOf(office).office.dateAt(millis(at));

export const today = ({ now, office }: Moment): CivilDate => dayOf(now, office);
