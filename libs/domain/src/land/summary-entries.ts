import { decimal, plainText, sum } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { acreageLimitation } from './acreage-limitation.ts';
import type { SummaryEntry, SummaryForm } from './district-summary.ts';
import type { Filing, FilingDetails, FilingHolding } from './filings.ts';

/** What the office knows of a landholder beside the register: the name, and when this year's form was accepted. */
export interface FiledBy {
  readonly name: string;
  readonly acceptedOn: CivilDate | null;
  /** The form that was accepted, where it is another than the one asked for. */
  readonly form?: SummaryEntry['form'];
}

/** The landholders above the threshold as the district's summary lists them (A29); of an exempt district none (A36). */
export function summaryEntries(
  filings: readonly Filing[],
  filedBy: (landholder: string) => FiledBy,
  on: CivilDate,
): readonly SummaryEntry[] {
  return filings
    .filter(({ duty }) => duty.mustFile)
    .map((filing) => entryOf(filing.details, filedBy(filing.landholder), on));
}

function entryOf(details: FilingDetails, filed: FiledBy, on: CivilDate): SummaryEntry {
  const { excess, fullCost } = acreageLimitation(recipientOf(details), details.holdings, on);
  return {
    landholder: details.landholder,
    name: filed.name,
    holder: details.holder,
    summary: summaryFormOf(details),
    form: filed.form ?? (details.forms[0] as SummaryEntry['form']),
    acceptedOn: filed.acceptedOn,
    ownedAcres: acresHere(details, 'owned'),
    leasedAcres: acresHere(details, 'leased'),
    westwideAcres: details.westwideAcres,
    excessAcres: plainText(excess),
    fullCostAcres: plainText(fullCost),
  };
}

/** Prior law recipients report, all others certify (A1, A29). */
export function summaryFormOf({ recipientKind }: Pick<FilingDetails, 'recipientKind'>): SummaryForm {
  return recipientKind === 'prior-law' ? '7-21SUMM-R' : '7-21SUMM-C';
}

function recipientOf({ recipientKind: kind, receivedWaterBy1981, priorLaw }: FilingDetails) {
  return { kind, ...(receivedWaterBy1981 && { receivedWaterBy1981 }), ...(priorLaw && { priorLaw }) };
}

/** Nonexempt acres in this district, without Class 1 conversion. */
function acresHere({ parcels, holdings }: FilingDetails, tenure: FilingHolding['tenure']): string {
  const here = new Set(parcels);
  const held = holdings.filter((holding) => holding.nonexempt && holding.tenure === tenure && here.has(holding.parcel));
  return plainText(sum(held.map(({ acres, share }) => decimal(acres).times(decimal(share)))));
}
