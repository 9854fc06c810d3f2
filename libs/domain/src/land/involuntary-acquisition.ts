import { addMonths, type CivilDate } from '../time/index.ts';
import { involuntaryYears } from './clock-figures.ts';

/** The last day on which involuntarily acquired land may take water though it is excess (A16). */
export function involuntaryEligibleThrough(acquiredOn: CivilDate): CivilDate {
  return addMonths(acquiredOn, 12 * involuntaryYears.on(acquiredOn));
}

/** Excess land is ineligible unless it was acquired involuntarily and the years have not run out (A5, A16). */
export function excessIneligible(acquiredInvoluntarilyOn: CivilDate | null, on: CivilDate): boolean {
  return acquiredInvoluntarilyOn === null || on > involuntaryEligibleThrough(acquiredInvoluntarilyOn);
}
