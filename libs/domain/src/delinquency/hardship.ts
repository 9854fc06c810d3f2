import { addMonths, type CivilDate } from '../time/index.ts';

/** What shows that a household cannot pay (rule B10): a programme that a member receives, or a declared income. */
export const inabilityBases = [
  'calworks',
  'calfresh',
  'general-assistance',
  'medi-cal',
  'ssi-ssp',
  'wic',
  'income-below-200-percent',
] as const;
export type InabilityBasis = (typeof inabilityBases)[number];

/** Whether a stated basis makes the customer unable to pay by law. */
export function isDeemedUnableToPay(basis: string): basis is InabilityBasis {
  return (inabilityBases as readonly string[]).includes(basis);
}

/** Interest is waived for a low-income household on request, once in twelve months (rules B12, F13). */
export function mayWaiveInterest(lowIncome: boolean, requestedOn: CivilDate, lastWaivedOn?: CivilDate): boolean {
  return lowIncome && (lastWaivedOn === undefined || requestedOn >= addMonths(lastWaivedOn, 12));
}
