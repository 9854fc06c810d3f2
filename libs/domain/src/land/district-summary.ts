import { plainText, type Quantity, sum } from '../money/index.ts';
import { addDays, type CivilDate } from '../time/index.ts';
import { summaryAfterDeliveryDays } from './clock-figures.ts';
import type { FormNumber, HolderKind } from './form-catalogue.ts';
import type { FormYear } from './rra-year.ts';

/** The tabulation sheets of the district summary, one per kind of landholder (A29). */
export const tabulations = {
  individual: 'A',
  entity: 'B',
  religious: 'C',
  trust: 'D',
  'public-entity': 'E',
  'farm-operator': 'F',
} as const satisfies Record<HolderKind, string>;
export type Tabulation = (typeof tabulations)[HolderKind];

/** A landholder above the threshold, as the tabulation shows them. Acres are of this district unless said otherwise. */
export interface SummaryEntry {
  readonly landholder: string;
  readonly name: string;
  readonly holder: HolderKind;
  /** The summary that the form belongs to: certification or, for prior law recipients, report. */
  readonly summary: SummaryForm;
  readonly form: FormNumber;
  readonly acceptedOn: CivilDate | null;
  readonly ownedAcres: Quantity;
  readonly leasedAcres: Quantity;
  readonly westwideAcres: Quantity;
  readonly excessAcres: Quantity;
  readonly fullCostAcres: Quantity;
}

export type SummaryForm = '7-21SUMM-C' | '7-21SUMM-R';

/** What the rows of a sheet, or of the whole summary, come to. Acres are of this district. */
export interface SummaryTotals {
  readonly landholders: number;
  readonly ownedAcres: Quantity;
  readonly leasedAcres: Quantity;
  readonly excessAcres: Quantity;
  readonly fullCostAcres: Quantity;
}

export interface TabulationSheet {
  readonly tabulation: Tabulation;
  readonly holder: HolderKind;
  readonly rows: readonly SummaryEntry[];
  readonly totals: SummaryTotals;
}

export interface DistrictSummary extends SummaryTotals {
  readonly form: SummaryForm;
  readonly formYear: FormYear;
  /** The items that are filled in: without delivery only 1–5 and 13–14, and no tabulation (A29). */
  readonly items: readonly number[];
  readonly sheets: readonly TabulationSheet[];
  /** Landholders whose form is not accepted; a summary is not signed while there are any that took water. */
  readonly outstanding: readonly string[];
}

const allItems = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const;
const itemsWithoutDelivery = [1, 2, 3, 4, 5, 13, 14] as const;

/** The rows of one of the two summary forms, tabulated by kind of landholder and ordered by name (A29). */
export function districtSummary(
  form: SummaryForm,
  formYear: FormYear,
  deliveryExpected: boolean,
  entries: readonly SummaryEntry[],
): DistrictSummary {
  const rows = entries.filter(({ summary }) => summary === form).toSorted(byName);
  const shown = deliveryExpected ? rows : [];
  return {
    form,
    formYear,
    items: deliveryExpected ? allItems : itemsWithoutDelivery,
    sheets: sheetsOf(shown),
    ...totalsOf(shown),
    outstanding: rows.filter(({ acceptedOn }) => acceptedOn === null).map(({ landholder }) => landholder),
  };
}

/** The last day for a new summary with tabulations when delivery begins after one that expected none (A29). */
export function newSummaryDue(firstDeliveryOn: CivilDate): CivilDate {
  return addDays(firstDeliveryOn, summaryAfterDeliveryDays.on(firstDeliveryOn));
}

function sheetsOf(rows: readonly SummaryEntry[]): readonly TabulationSheet[] {
  return [...Map.groupBy(rows, ({ holder }) => holder)]
    .map(([holder, sheet]) => ({ tabulation: tabulations[holder], holder, rows: sheet, totals: totalsOf(sheet) }))
    .sort((a, b) => (a.tabulation < b.tabulation ? -1 : 1));
}

function totalsOf(rows: readonly SummaryEntry[]): SummaryTotals {
  return {
    landholders: rows.length,
    ownedAcres: total(rows, 'ownedAcres'),
    leasedAcres: total(rows, 'leasedAcres'),
    excessAcres: total(rows, 'excessAcres'),
    fullCostAcres: total(rows, 'fullCostAcres'),
  };
}

function total(
  rows: readonly SummaryEntry[],
  column: 'ownedAcres' | 'leasedAcres' | 'excessAcres' | 'fullCostAcres',
): Quantity {
  return plainText(sum(rows.map((row) => row[column])));
}

function byName(a: SummaryEntry, b: SummaryEntry): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.landholder < b.landholder ? -1 : 1;
}
