import type { CivilDate } from '../time/index.ts';

export const applicabilities = ['discretionary', 'prior-law', 'exempt'] as const;
/** Which part of the Act binds the district at all; every RRA gate asks this first (A36). */
export type Applicability = (typeof applicabilities)[number];

/** The district's standing from a day on, with the paper that says so. */
export interface ApplicabilityVersion {
  readonly applicability: Applicability;
  readonly from: CivilDate;
  readonly source: string;
}

/**
 * The district's standing on a day (A36): the latest version that has begun.
 * Throws RangeError when none has: a district of unknown standing must be entered before any gate is asked.
 */
export function applicabilityOn(versions: readonly ApplicabilityVersion[], on: CivilDate): ApplicabilityVersion {
  const begun = versions.filter((version) => version.from <= on);
  if (begun.length === 0) throw new RangeError(`the district's standing under the Act is unknown on ${on}`);
  return begun.reduce((latest, version) => (version.from >= latest.from ? version : latest));
}
