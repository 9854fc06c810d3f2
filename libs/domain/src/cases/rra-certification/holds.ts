import type { CaseState } from '../../case/index.ts';
import { formCatalogue } from '../../land/index.ts';
import { plainText, type Quantity, sum } from '../../money/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { demandsForm, type Filing, filingOf, fullCostPaid, type OpenChange } from './filing.ts';
import { detailsOf, type RraDetails } from './intake.ts';

/** Why a parcel takes no water, by rule. */
export type Holds = ReadonlyMap<string, readonly string[]>;

/**
 * The parcels that take no project water on a day as far as this landholder goes, each with its rules: no accepted
 * form (A20, F16), an unreported change (A21, F18), a correction overdue (A31), excess land (A5), full cost unpaid
 * (A6). The owner's and each lessee's case hold a parcel apart; it is free when none of them does.
 */
export function holdsOn(state: CaseState, on: CivilDate, filing: Filing = filingOf(state)): Holds {
  const details = detailsOf(state);
  const held = new Map<string, readonly string[]>();
  if (!demandsForm(filing)) return held;
  const whole = [...formRules(filing), ...changeRules(filing, on), ...correctionRules(filing)];
  for (const parcel of details.parcels) {
    const rules = [...whole, ...parcelRules(filing, parcel)];
    if (rules.length > 0) held.set(parcel, rules);
  }
  return held;
}

/** A landholder whom a change in the season has brought over the threshold has the change's 60 days (A21). */
function formRules({ accepted, changes, dutyFromChange }: Filing): string[] {
  if (accepted || (dutyFromChange && changes.length > 0)) return [];
  return ['A20', 'F16'];
}

const changeRules = (filing: Filing, on: CivilDate): string[] => [
  ...new Set(filing.changes.flatMap((change) => rulesOfChange(change, filing, on))),
];

/**
 * In the season from day 61, unless the new standard form came in time and is under review; outside it from the day
 * of the change (A21, F18). A hold that fell is lifted by acceptance alone (F16).
 */
function rulesOfChange(
  { changedOn, inSeason, formsBy, holdFrom }: OpenChange,
  { desk }: Filing,
  on: CivilDate,
): string[] {
  if (on < holdFrom) return [];
  if (!inSeason) return ['A21'];
  const inTime =
    desk !== null &&
    formCatalogue[desk.form].standard &&
    changedOn <= desk.receivedOn &&
    formsBy !== undefined &&
    desk.receivedOn <= formsBy;
  return inTime ? [] : ['A21', 'F18'];
}

const correctionRules = ({ correction }: Filing): string[] => (correction?.overdue ? ['A31'] : []);

function parcelRules(filing: Filing, parcel: string): string[] {
  const { designation, selection, land } = filing;
  const among = (parcels: readonly { parcel: string }[] | undefined) => parcels?.some((each) => each.parcel === parcel);
  return [
    ...(among(designation?.parcels) ? ['A5'] : []),
    ...(land?.barredParcels.includes(parcel) ? ['A26'] : []),
    ...(among(selection?.parcels) && !fullCostPaid(filing) ? ['A6'] : []),
  ];
}

/** Holds that wait for the first delivery before operations lock; those that arise while water runs do not. */
const untilDelivery: ReadonlySet<string> = new Set(['A20', 'F16', 'A5', 'A26', 'A6']);

export const locksAtOnce = (rules: readonly string[]): boolean => rules.some((rule) => !untilDelivery.has(rule));

/** Full-cost acres that this district invoices. */
export const selectedAcres = (filing: Filing, details: RraDetails): Quantity =>
  plainText(sum(selectedHere(filing, details).map(({ acres }) => acres)));

/** The selected parcels that lie in this district. */
export function selectedHere(filing: Filing, { parcels }: RraDetails): readonly { parcel: string; acres: string }[] {
  return filing.selection?.parcels.filter(({ parcel }) => parcels.includes(parcel)) ?? [];
}
