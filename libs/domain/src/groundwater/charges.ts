import { cents, type Decimal, decimal, percentOf, sum } from '../money/index.ts';
import { addMonths, type CivilDate } from '../time/index.ts';
import type { MonthCounting } from './figures.ts';
import { type Production, unitsPerAcreFoot } from './production.ts';

/** A class of use with its part of the production and its rate in dollars per acre-foot (C4). */
export interface ClassOfUse {
  readonly class: string;
  readonly share: string;
  readonly rate: string;
}

/** The charge of one class, exact: acre-feet × its share × its rate (C8). */
export function classCharge(production: Production, use: ClassOfUse): Decimal {
  return dividedLast(production, decimal(use.share).times(decimal(use.rate)));
}

/** The statement's charge in dollars, rounded once, over the sum of the classes (C8). */
export function statementCharge(production: Production, classes: readonly ClassOfUse[]): Decimal {
  const ratePerAf = sum(classes.map(({ share, rate }) => decimal(share).times(decimal(rate))));
  return decimal(cents(dividedLast(production, ratePerAf)));
}

/** The unit is divided out last: a third of an acre-foot at three cents is exactly one cent. */
function dividedLast({ volume, unit }: Production, ratePerAf: Decimal): Decimal {
  return volume.times(ratePerAf).div(unitsPerAcreFoot[unit]);
}

export function sharesAddToOne(classes: readonly ClassOfUse[]): boolean {
  return sum(classes.map(({ share }) => share)).equals(1);
}

export interface Lateness {
  readonly dueOn: CivilDate;
  /** No penalty or interest through this day (F21). */
  readonly timelyThrough: CivilDate;
  readonly filedOn?: CivilDate;
  readonly paidOn?: CivilDate;
  readonly asOf: CivilDate;
}

/** Whether, as known on `asOf`, the statement came or still comes too late (C10, F21). */
export function filedLate({ filedOn, asOf, timelyThrough }: Lateness): boolean {
  return settledBy(filedOn, asOf) > timelyThrough;
}

/** Months for which interest runs: from the due date to payment or `asOf`, none if paid in time (C10, F13, F21). */
export function monthsLate({ dueOn, timelyThrough, paidOn, asOf }: Lateness, counting: MonthCounting): number {
  const until = settledBy(paidOn, asOf);
  if (until <= timelyThrough) return 0;
  const completed = completedMonths(dueOn, until);
  const begun = counting === 'portion' && addMonths(dueOn, completed) < until;
  return begun ? completed + 1 : completed;
}

/** Ten percent, or what policy sets below it, of the amount found due: to the cent, half up (C10). */
export function latePenalty(charge: Decimal, percent: Decimal): Decimal {
  return decimal(cents(percentOf(charge, percent)));
}

/** Simple interest on the charge: to the cent, half up (C10, F13). */
export function lateInterest(charge: Decimal, percentPerMonth: Decimal, months: number): Decimal {
  return decimal(cents(percentOf(charge, percentPerMonth.times(months))));
}

/** Full months from one day to another; a month too short for the day ends on its last day. */
export function completedMonths(from: CivilDate, to: CivilDate): number {
  if (to <= from) return 0;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const months = years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return addMonths(from, months) <= to ? months : months - 1;
}

function settledBy(on: CivilDate | undefined, asOf: CivilDate): CivilDate {
  return on !== undefined && on < asOf ? on : asOf;
}
