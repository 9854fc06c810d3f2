import { addMonths, type CivilDate } from '../time/index.ts';
import { leaseYears, perennialLeaseYears } from './clock-figures.ts';
import type { Finding } from './completeness.ts';

export interface Lease {
  readonly written: boolean;
  readonly beginsOn: CivilDate;
  /** The last day of the term. */
  readonly endsOn: CivilDate;
  /** For land in perennial crops their average life in years; null for others. */
  readonly perennialLifeYears: number | null;
}

/** What keeps a lease from being one under the Act on a day: in writing, current, and not too long (A12). */
export function leaseFindings(lease: Lease, on: CivilDate): readonly Finding[] {
  const { written, beginsOn, endsOn } = lease;
  const years = longestTerm(lease);
  return [
    ...unless(written, 'The lease is not in writing'),
    ...unless(beginsOn <= on && on <= endsOn, `The lease is not current on ${on}`),
    ...unless(endsOn < addMonths(beginsOn, 12 * years), `The term is longer than ${years} years`),
  ];
}

/** Ten years; for perennial crops their average life where that is longer, never more than 25 (A12). */
function longestTerm({ perennialLifeYears, beginsOn }: Lease): number {
  const usual = leaseYears.on(beginsOn);
  if (perennialLifeYears === null) return usual;
  return Math.max(usual, Math.min(perennialLifeYears, perennialLeaseYears.on(beginsOn)));
}

/** How somebody who is not the holder works the land. */
export interface OperatingArrangement {
  readonly bearsRisk: boolean;
  readonly hasUseOrPossession: boolean;
  readonly hasEconomicInterest: boolean;
}

/** Services alone leave the land with its holder; risk, possession or an economic interest make it a lease (A13). */
export function countsAsLease({ bearsRisk, hasUseOrPossession, hasEconomicInterest }: OperatingArrangement): boolean {
  return bearsRisk || hasUseOrPossession || hasEconomicInterest;
}

function unless(holds: boolean, text: string): Finding[] {
  return holds ? [] : [{ rule: 'A12', text }];
}
