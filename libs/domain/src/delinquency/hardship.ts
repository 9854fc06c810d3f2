import { cents, Decimal, decimal, type Money, maxOf } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import { addMonths, type CivilDate } from '../time/index.ts';

const interestWaiverMonths = setting('interest-waiver-months', {
  value: 12,
  unit: 'months between two waivers',
  from: '2000-01-01',
  rule: 'B12',
  source: 'Health & Safety Code 116914',
  confirmed: true,
});

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
  if (lastWaivedOn === undefined) return lowIncome;
  return lowIncome && requestedOn >= addMonths(lastWaivedOn, interestWaiverMonths.on(requestedOn));
}

/** The interest that is left, dollars, of what has accrued, where what had accrued by then was waived (rule F13). */
export function interestAfterWaiver(accrued: Money, waived: Money): Money {
  return cents(maxOf(decimal(accrued).minus(decimal(waived)), new Decimal(0)));
}
