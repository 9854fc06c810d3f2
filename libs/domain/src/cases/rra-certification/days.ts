import type { CompiledCalendar } from '../../calendar/index.ts';
import type { Moment, Office } from '../../case/index.ts';
import { type CivilDate, dayNumber, type Instant, instantOf, millis } from '../../time/index.ts';

export const calendarOf = (office: Office): CompiledCalendar => office.book.calendar('district');

export const dayOf = (at: Instant, office: Office): CivilDate => calendarOf(office).dateAt(millis(at));

export const today = ({ now, office }: Pick<Moment, 'now' | 'office'>): CivilDate => dayOf(now, office);

/** Midnight at the beginning of a day. */
export const midnightOf = (day: CivilDate, office: Office): Instant =>
  instantOf(calendarOf(office).instantOf(dayNumber(day), 0));

const eightOClock = 8 * 3_600_000;

/** When letters are written that go out on a certain day, open office or not. */
export const morningOf = (day: CivilDate, office: Office): Instant =>
  instantOf(calendarOf(office).instantOf(dayNumber(day), eightOClock));

/** The first opening of the office on a day, or after it. */
export function openingOn(day: CivilDate, office: Office): Instant {
  const midnight = calendarOf(office).instantOf(dayNumber(day), 0);
  return instantOf(calendarOf(office).nextOpening(midnight) ?? midnight);
}
