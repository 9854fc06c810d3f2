import type { DistrictSummary, TabulationSheet } from '@headgate/domain/land';
import { type PaperSection, reportPdf } from '@headgate/letters';
import type { DistrictReport } from '@headgate/persistence';

/** The summary as it is printed, to be signed by hand (F18); Reclamation takes no digital signature (A24). */
export async function summaryPdf(report: DistrictReport): Promise<Buffer> {
  return await reportPdf({
    title: `RRA district summary ${report.formYear}`,
    lines: [
      report.district,
      `${humanised(report.applicability)}: ${report.applicabilitySource} (A36)`,
      `As of ${report.asOf.slice(0, 10)}`,
      ...(report.newSummaryDueOn ? [`A new summary with tabulations is due by ${report.newSummaryDueOn} (A29)`] : []),
    ],
    sections: [...report.summaries.flatMap(summarySections), assessmentSection(report), formsSection(report)],
    signatures: ['Specialist III', 'Manager'],
  });
}

const kinds: Readonly<Record<TabulationSheet['holder'], string>> = {
  individual: 'individuals',
  entity: 'entities',
  religious: 'religious and charitable organizations',
  trust: 'trusts and estates',
  'public-entity': 'public entities',
  'farm-operator': 'farm operators',
};

function summarySections(summary: DistrictSummary): PaperSection[] {
  const head: PaperSection = {
    heading: `${summary.form}, items ${ranges(summary.items)}`,
    columns: [
      { title: 'Landholders above the threshold', share: 2, right: true },
      { title: 'Owned acres', share: 1, right: true },
      { title: 'Leased acres', share: 1, right: true },
      { title: 'Excess acres', share: 1, right: true },
      { title: 'Full-cost acres', share: 1, right: true },
      { title: 'Forms not accepted', share: 1, right: true },
    ],
    rows: [
      [
        String(summary.landholders),
        summary.ownedAcres,
        summary.leasedAcres,
        summary.excessAcres,
        summary.fullCostAcres,
        String(summary.outstanding.length),
      ],
    ],
    whenEmpty: '',
  };
  return [head, ...summary.sheets.map((sheet) => sheetSection(summary, sheet))];
}

function sheetSection({ form }: DistrictSummary, { tabulation, holder, rows, totals }: TabulationSheet): PaperSection {
  return {
    heading: `${form}, tabulation ${tabulation}: ${kinds[holder]}`,
    columns: [
      { title: 'Landholder', share: 3 },
      { title: 'Form', share: 1.3 },
      { title: 'Accepted', share: 1.2 },
      { title: 'Owned', share: 1, right: true },
      { title: 'Leased', share: 1, right: true },
      { title: 'Westwide', share: 1, right: true },
      { title: 'Excess', share: 1, right: true },
      { title: 'Full cost', share: 1, right: true },
    ],
    rows: [
      ...rows.map((row) => [
        `${row.name} (${row.landholder})`,
        row.form,
        row.acceptedOn ?? 'not accepted',
        row.ownedAcres,
        row.leasedAcres,
        row.westwideAcres,
        row.excessAcres,
        row.fullCostAcres,
      ]),
      ['Total', '', '', totals.ownedAcres, totals.leasedAcres, '', totals.excessAcres, totals.fullCostAcres],
    ],
    whenEmpty: '',
  };
}

function assessmentSection({ assessments, assessedTotal }: DistrictReport): PaperSection {
  return {
    heading: `Administrative assessments counted: ${assessments.length}, ${assessedTotal} dollars (A31)`,
    columns: [
      { title: 'Landholder', share: 2 },
      { title: 'Failing', share: 3 },
      { title: 'Amount', share: 1, right: true },
    ],
    rows: assessments.map(({ landholder, kind, amount }) => [landholder, humanised(kind), amount]),
    whenEmpty: 'None is counted.',
  };
}

function formsSection({ forms }: DistrictReport): PaperSection {
  return {
    heading: 'Forms kept (A28)',
    columns: [
      { title: 'Landholder', share: 3 },
      { title: 'Form', share: 1.3 },
      { title: 'Year', share: 0.7 },
      { title: 'Accepted', share: 1.2 },
      { title: 'Original', share: 1.8 },
      { title: 'May be destroyed from', share: 2 },
    ],
    rows: forms.map((form) => [
      `${form.name} (${form.landholder})`,
      form.form,
      String(form.formYear),
      form.acceptedOn,
      form.shelf ?? 'not noted',
      form.legalHold ? 'legal hold' : (form.mayBeDestroyedFrom ?? 'in use'),
    ]),
    whenEmpty: 'No form is accepted yet.',
  };
}

/** `1–5, 13–14`. */
export function ranges(items: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last && last[1] === item - 1) last[1] = item;
    else runs.push([item, item]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

function humanised(name: string): string {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
