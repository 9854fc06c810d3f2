import type { SummaryEntry, SummaryTotals } from '@headgate/domain/land';
import type { DistrictReport, KeptOriginal } from '@headgate/persistence';
import { stringify } from 'csv-stringify/sync';

const columns = [
  'record',
  'summary',
  'tabulation',
  'landholder',
  'name',
  'kind',
  'form',
  'accepted_on',
  'owned_acres',
  'leased_acres',
  'westwide_acres',
  'excess_acres',
  'full_cost_acres',
  'amount',
  'form_year',
  'shelf',
  'legal_hold',
  'may_be_destroyed_from',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number>>;

/**
 * The summary as one table: a row for each landholder of each tabulation, each total, each assessment and each form that
 * is kept, told apart by `record`. A cell that a spreadsheet would take for a formula is made text.
 */
export function summaryCsv(report: DistrictReport): string {
  return stringify([...tabulated(report), ...assessed(report), ...report.forms.map(kept)], {
    header: true,
    columns: [...columns],
    escape_formulas: true,
  });
}

function tabulated({ summaries }: DistrictReport): Row[] {
  return summaries.flatMap((summary) => [
    ...summary.sheets.flatMap(({ tabulation, rows, totals }) => [
      ...rows.map((row) => ({ record: 'landholder', summary: summary.form, tabulation, ...landholder(row) })),
      { record: 'tabulation-total', summary: summary.form, tabulation, ...total(totals) },
    ]),
    { record: 'summary-total', summary: summary.form, ...total(summary) },
  ]);
}

const landholder = (row: SummaryEntry): Row => ({
  landholder: row.landholder,
  name: row.name,
  kind: row.holder,
  form: row.form,
  accepted_on: row.acceptedOn ?? '',
  owned_acres: row.ownedAcres,
  leased_acres: row.leasedAcres,
  westwide_acres: row.westwideAcres,
  excess_acres: row.excessAcres,
  full_cost_acres: row.fullCostAcres,
});

const total = (totals: SummaryTotals): Row => ({
  landholder: totals.landholders,
  owned_acres: totals.ownedAcres,
  leased_acres: totals.leasedAcres,
  excess_acres: totals.excessAcres,
  full_cost_acres: totals.fullCostAcres,
});

const assessed = ({ assessments }: DistrictReport): Row[] =>
  assessments.map(({ kind, landholder, year, amount }) => ({
    record: 'assessment',
    kind,
    landholder,
    form_year: year,
    amount,
  }));

const kept = (form: KeptOriginal): Row => ({
  record: 'form-kept',
  landholder: form.landholder,
  name: form.name,
  form: form.form,
  form_year: form.formYear,
  accepted_on: form.acceptedOn,
  shelf: form.shelf ?? '',
  legal_hold: form.legalHold ? 'yes' : 'no',
  may_be_destroyed_from: form.mayBeDestroyedFrom ?? '',
});
