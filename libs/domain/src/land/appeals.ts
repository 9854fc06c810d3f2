import { addDays, type CivilDate } from '../time/index.ts';
import { appealBriefDays, appealDays, hearingsAppealDays } from './clock-figures.ts';

export interface AppealDates {
  /** Appeal to the Commissioner is in time through this day. */
  readonly appealBy: CivilDate;
  readonly briefBy: CivilDate;
}

/** The dates that follow the regional director's final determination (A34). Appeals go to Reclamation (F18). */
export function appealDates(determinedOn: CivilDate): AppealDates {
  return {
    appealBy: addDays(determinedOn, appealDays.on(determinedOn)),
    briefBy: addDays(determinedOn, appealBriefDays.on(determinedOn)),
  };
}

/** The last day to go on to the Office of Hearings and Appeals (A34). */
export function hearingsAppealBy(commissionerDecidedOn: CivilDate): CivilDate {
  return addDays(commissionerDecidedOn, hearingsAppealDays.on(commissionerDecidedOn));
}
