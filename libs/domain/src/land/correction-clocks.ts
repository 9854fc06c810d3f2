import { districtCalendar } from '../calendar/index.ts';
import { addDays, type CivilDate, civilDate, dayNumber } from '../time/index.ts';
import { correctionDays, correctionTargetDays, incompleteFormDays } from './clock-figures.ts';

/** What the clock needs to know of the office's calendar; days are counted from 1970. */
export interface BusinessDays {
  businessDayAfter(day: number, n: number): number | null;
}

/**
 * The last day for a form that the district returned as incomplete: 10 business days after (F16).
 * The hold stays and the form counts as not filed. Throws RangeError when the calendar has no such day.
 */
export function incompleteFormDue(returnedOn: CivilDate, calendar: BusinessDays = districtCalendar): CivilDate {
  const due = calendar.businessDayAfter(dayNumber(returnedOn), incompleteFormDays.on(returnedOn));
  if (due === null) throw new RangeError(`the calendar has no business day soon after ${returnedOn}`);
  return civilDate(due);
}

export interface CorrectionDates {
  /** When staff want it in the mail (E6). */
  readonly targetOn: CivilDate;
  /** In time through this day (A31). */
  readonly dueOn: CivilDate;
  /** From here on the district is assessed (A31). */
  readonly assessedFrom: CivilDate;
}

/** The clock of a correction that Reclamation requested: 60 calendar days, staff target day 45 (F16, A31). */
export function requestedCorrectionDates(requestedOn: CivilDate): CorrectionDates {
  const dueOn = addDays(requestedOn, correctionDays.on(requestedOn));
  const targetOn = addDays(requestedOn, correctionTargetDays.on(requestedOn));
  return { targetOn, dueOn, assessedFrom: addDays(dueOn, 1) };
}
