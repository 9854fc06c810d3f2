import { decimal, type Money } from '../money/index.ts';

export interface DebtFacts {
  readonly service: 'residential' | 'commercial' | 'agricultural';
  /** Dollars that the applicant owes on any account of their own. */
  readonly applicantOwes: Money;
  /** Dollars that others left on the parcel. */
  readonly parcelOwes: Money;
  /** What makes the parcel's debt follow the land. */
  readonly parcelDebtBinds: 'adopted-rule' | 'lien' | 'no';
}

export interface DebtBar {
  readonly rule: 'F20';
  readonly text: string;
}

/**
 * Why debt bars a new service, or nothing (F20, B13, B15). The applicant's own debt always does; the parcel's bars
 * irrigation by adopted rule or lien, and never a residential occupant.
 */
export function debtBars(facts: DebtFacts): readonly DebtBar[] {
  return [...ownDebt(facts), ...parcelDebt(facts)];
}

function ownDebt({ applicantOwes }: DebtFacts): DebtBar[] {
  if (decimal(applicantOwes).lte(0)) return [];
  return [{ rule: 'F20', text: `The applicant owes $${applicantOwes}` }];
}

function parcelDebt({ service, parcelOwes, parcelDebtBinds }: DebtFacts): DebtBar[] {
  const binds = service === 'agricultural' && parcelDebtBinds !== 'no';
  if (!binds || decimal(parcelOwes).lte(0)) return [];
  const by = parcelDebtBinds === 'lien' ? 'lien' : 'adopted rule';
  return [{ rule: 'F20', text: `$${parcelOwes} stands against the parcel by ${by}` }];
}
