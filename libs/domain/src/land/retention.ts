import { addDays, addMonths, type CivilDate, laterDay } from '../time/index.ts';
import { retentionYears } from './clock-figures.ts';

export interface KeptForm {
  readonly receivedOn: CivilDate;
  /** When a newer standard form took its place; null while it is the last one. */
  readonly supersededOn: CivilDate | null;
  /** The last verification that leans on it, if any. */
  readonly lastVerifiedOn: CivilDate | null;
  readonly legalHold: boolean;
  /** Reclamation has asked to keep it up to and including this day. */
  readonly reclamationKeepsThrough: CivilDate | null;
}

/**
 * The first day on which the form may be destroyed, or null while it may not (A28): six years after it was
 * superseded, counted from the last verification that leaned on it when that is later; never under a legal hold.
 */
export function mayBeDestroyedFrom(form: KeptForm): CivilDate | null {
  if (form.legalHold || form.supersededOn === null) return null;
  const from = laterDay(form.supersededOn, form.lastVerifiedOn ?? form.supersededOn);
  const afterRetention = addDays(addMonths(from, 12 * retentionYears.on(from)), 1);
  const { reclamationKeepsThrough } = form;
  return reclamationKeepsThrough === null
    ? afterRetention
    : laterDay(afterRetention, addDays(reclamationKeepsThrough, 1));
}
