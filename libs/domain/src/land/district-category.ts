import type { CivilDate } from '../time/index.ts';
import type { Applicability } from './applicability.ts';
import type { DistrictCategory } from './forms-required.ts';
import { contractWaterYearOn } from './rra-year.ts';

export interface DistrictObligations {
  readonly applicability: Applicability;
  /** The day Category 1 was withdrawn because the district is not current with the United States; null while it is. */
  readonly withdrawnOn: CivilDate | null;
}

/** Category 1: discretionary provisions and current; a withdrawal takes effect at the end of the water year (A19). */
export function categoryOn({ applicability, withdrawnOn }: DistrictObligations, on: CivilDate): DistrictCategory {
  if (applicability !== 'discretionary') return 2;
  if (withdrawnOn === null || contractWaterYearOn(on) <= contractWaterYearOn(withdrawnOn)) return 1;
  return 2;
}
