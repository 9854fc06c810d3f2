import type { CaseState } from '../../case/index.ts';
import {
  completenessFindings,
  contractWaterYearBegins,
  contractWaterYearOn,
  mayChangeSelection,
  selectionShortfall,
} from '../../land/index.ts';
import { decimal } from '../../money/index.ts';
import { type CivilDate, laterDay } from '../../time/index.ts';
import type { FormFinding, LoggedForm, ParcelAcres } from './events.ts';
import { type Filing, filingOf, hasFullCost, isUndesignated } from './filing.ts';
import { detailsOf, type RraDetails } from './intake.ts';

/** Everything that keeps a form of this landholder from being accepted (A6, A7, A16, A21–A25, F16). */
export function findingsOf(state: CaseState, logged: LoggedForm, filing: Filing = filingOf(state)): FormFinding[] {
  const details = detailsOf(state);
  const { formYear, signers, landholder, spouse } = details;
  const expected = {
    formYear,
    acceptable: filing.duty?.acceptable ?? [],
    signatories: { signers: signers ?? [landholder], ...(spouse ? { spouse } : {}) },
    hasExcess: isUndesignated(filing),
    hasFullCost: hasFullCost(filing),
    hasInvoluntaryExcess: decimal(filing.land?.involuntaryAcres ?? '0').gt(0),
  };
  return [
    ...completenessFindings(logged, expected),
    ...changeFindings(logged, filing),
    ...verificationFindings(logged, filing, details),
    ...designationFindings(logged, filing),
    ...selectionFindings(logged, filing, details),
  ];
}

/** A form that came in before the change does not report it (A21). */
function changeFindings({ receivedOn }: LoggedForm, { changes }: Filing): FormFinding[] {
  const later = changes.filter(({ changedOn }) => changedOn > receivedOn);
  return later.map(({ changedOn }) => ({ rule: 'A21', text: `The form does not report the change of ${changedOn}` }));
}

/** A verification leans on what the last standard form designated and selected; without that it says too little (A22). */
function verificationFindings({ form }: LoggedForm, filing: Filing, { fullCostOnFile }: RraDetails): FormFinding[] {
  if (form !== '7-21VERIFY') return [];
  const unselected = short(
    filing.land?.fullCostAcres,
    fullCostOnFile ?? [],
    'A6',
    'full-cost acres are not selected on the form that is verified',
  );
  const undesignated = { rule: 'A7', text: 'No excess land is designated on the form that is verified' };
  return [...(isUndesignated(filing) ? [undesignated] : []), ...unselected];
}

function designationFindings({ supplements, excess }: LoggedForm, filing: Filing): FormFinding[] {
  if (!isUndesignated(filing) || !supplements.includes('7-21XS')) return [];
  return short(filing.land?.ineligibleAcres, excess, 'A7', 'excess acres are not designated');
}

function selectionFindings(logged: LoggedForm, filing: Filing, details: RraDetails): FormFinding[] {
  if (!hasFullCost(filing) || !logged.supplements.includes('7-21FC')) return [];
  return [
    ...short(filing.land?.fullCostAcres, logged.fullCost, 'A6', 'full-cost acres are not selected'),
    ...(rebinds(logged, filing, details)
      ? [{ rule: 'A6', text: 'The selection of full-cost land binds for the water year' }]
      : []),
  ];
}

function short(needed: string | undefined, named: readonly ParcelAcres[], rule: string, text: string): FormFinding[] {
  const shortfall = selectionShortfall(decimal(needed ?? '0'), named);
  return shortfall.gt(0) ? [{ rule, text: `${shortfall.toFixed()} ${text}` }] : [];
}

function rebinds(logged: LoggedForm, { selection }: Filing, details: RraDetails): boolean {
  if (!selection || mayChangeSelection(selection.waterYear, waterYearOf(logged.receivedOn, details))) return false;
  return JSON.stringify(selection.parcels) !== JSON.stringify(logged.fullCost);
}

/** The contract water year that a selection is for: the one that begins within the form year, or a later one (A6, A23). */
export function waterYearOf(receivedOn: CivilDate, { formYear }: RraDetails): number {
  const begins = contractWaterYearBegins.on(`${formYear}-01-01`);
  return contractWaterYearOn(laterDay(receivedOn, `${formYear}-${begins}`));
}
