import { decimal, type Money } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import { addDays, type CivilDate } from '../time/index.ts';

export const lienReleaseDays = setting('lien-release-days', {
  value: 30,
  unit: 'days after payment',
  from: '2000-01-01',
  rule: 'F12',
  source: 'board policy',
  confirmed: false,
});

/** What the office has done towards putting unpaid irrigation charges on the county's roll. */
export interface LienFacts {
  readonly service: 'residential' | 'irrigation' | 'non-residential';
  readonly unpaid: Money;
  readonly tiedOutOn?: CivilDate;
  readonly ownerToldOn?: CivilDate;
  readonly resolvedOn?: CivilDate;
  /** The county's deadline for this year's list. */
  readonly countyDeadline: CivilDate;
  /** Bought in good faith within the year before the first instalment of taxes: the debt goes to the unsecured roll. */
  readonly newPurchaser?: boolean;
}

/** Every reason why the charge may not be listed for a lien on a day (rules B22, B23, F12); none when it may. */
export function lienUnmet(
  facts: LienFacts,
  on: CivilDate,
): readonly { readonly rule: string; readonly text: string }[] {
  const done = (day: CivilDate | undefined) => day !== undefined && day <= on;
  const asks: [boolean, string, string][] = [
    [facts.service !== 'residential', 'F12', 'the water charge of a dwelling is not listed as an irrigation charge'],
    [decimal(facts.unpaid).gt(0), 'B22', 'nothing is unpaid'],
    [done(facts.tiedOutOn), 'F12', 'accounting has not tied out the amount'],
    [done(facts.ownerToldOn), 'F12', 'the owner was not told'],
    [done(facts.resolvedOn), 'B22', 'the board has not resolved'],
    [on <= facts.countyDeadline, 'F12', `the county's deadline was ${facts.countyDeadline}`],
    [!facts.newPurchaser, 'B22', 'a purchaser in good faith is protected: the debt goes to the unsecured roll'],
  ];
  return asks.filter(([met]) => !met).map(([, rule, text]) => ({ rule, text }));
}

/** The last day on which a paid lien has to be released (rule F12). */
export function lienReleaseBy(paidOn: CivilDate): CivilDate {
  return addDays(paidOn, lienReleaseDays.on(paidOn));
}
