import type { CivilDate } from '../time/index.ts';
import { type Dwelling, pathOf, type Service } from './scope.ts';

/** A shut-off that was carried out. */
export interface CarriedOut {
  readonly on: CivilDate;
  readonly service: Service;
  readonly dwelling?: Dwelling;
  readonly wrongful?: boolean;
}

/** The district's yearly report to its website and the State Board (rule B13). */
export interface DiscontinuationReport {
  readonly year: number;
  /** Discontinuations of residential service for inability to pay. */
  readonly discontinuations: number;
  /** Shown apart: a wrongful shut-off counts against nobody, and its record stays (rule F10). */
  readonly wrongful: number;
}

/** Counts by the day in the district on which the water was shut off; irrigation and other service are left out. */
export function discontinuationReport(year: number, carriedOut: readonly CarriedOut[]): DiscontinuationReport {
  const ofYear = carriedOut.filter(({ on }) => on.startsWith(`${year}-`));
  const dwellings = ofYear.filter(({ service, dwelling }) => pathOf(service, dwelling) === 'residential');
  const wrongful = dwellings.filter((each) => each.wrongful).length;
  return { year, discontinuations: dwellings.length - wrongful, wrongful };
}
