import type { Moment, Office } from '../../case/index.ts';
import { type CivilDate, dayNumber, earliestOf, type Instant, instantOf, millis } from '../../time/index.ts';

/** The days of the office that decides. */
export const calendarOf = (office: Office) => office.book.calendar('district');

export const dayOf = (at: Instant, office: Office): CivilDate => calendarOf(office).dateAt(millis(at));

export const today = ({ now, office }: Moment): CivilDate => dayOf(now, office);

/** The day on which something was reported to have happened, never one to come. */
export const reportedDay = (at: Instant, { now, office }: Moment): CivilDate =>
  dayOf(earliestOf([at, now]) as Instant, office);

/** The instant at which a day is over. */
export const endOfDay = (day: CivilDate, office: Office): Instant =>
  instantOf(calendarOf(office).instantOf(dayNumber(day) + 1, 0));
