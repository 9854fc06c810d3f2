import { addDays, type CivilDate } from '../time/index.ts';
import { changeFormsDays, changeNoticeDays } from './clock-figures.ts';

/** A change of ownership or lease, marriage, divorce or of a percentage (A21). */
export interface LandChange {
  readonly changedOn: CivilDate;
  readonly inSeason: boolean;
}

export interface ChangeDates {
  /** Oral or written notice to the district is in time through this day; null outside the season. */
  readonly notifyBy: CivilDate | null;
  /** New standard forms in every district are in time through this day; null outside the season. */
  readonly formsBy: CivilDate | null;
  /** No delivery from this day on until the new form is accepted. */
  readonly holdFrom: CivilDate;
}

/**
 * In the irrigation season 30 and 60 calendar days, the hold falling on day 61 (A21, F18); outside it there is no
 * delivery after the change before new forms.
 */
export function changeDates({ changedOn, inSeason }: LandChange): ChangeDates {
  if (!inSeason) return { notifyBy: null, formsBy: null, holdFrom: changedOn };
  const formsBy = addDays(changedOn, changeFormsDays.on(changedOn));
  return { notifyBy: addDays(changedOn, changeNoticeDays.on(changedOn)), formsBy, holdFrom: addDays(formsBy, 1) };
}

export function changeHolds(change: LandChange, on: CivilDate): boolean {
  return on >= changeDates(change).holdFrom;
}
