import { z } from 'zod';
import type { CaseState } from '../../case/index.ts';
import { type Dwelling, dwellingAnswers, pathOf, type Service, services } from '../../delinquency/index.ts';
import { choice, date, money, text, yesNo } from '../../forms/index.ts';
import type { Money } from '../../money/index.ts';
import type { CivilDate } from '../../time/index.ts';

export const delinquencyIntake = z.object({
  service: choice('Service', services),
  dwelling: choice('Does any dwelling take water here?', dwellingAnswers).optional(),
  amount: money('Unpaid water charge').refine((amount) => Number(amount) > 0, 'more than 0.00'),
  billedOn: date('Bill mailed on'),
  dueOn: date('Bill due on'),
  language: text('Language of the customer', 20).optional(),
  mailingDiffers: yesNo('Bills go to another address than the service address').optional(),
  tenantOccupied: yesNo('Tenants live here who are not the customer').optional(),
  lowIncome: yesNo('Household income below 200 % of the federal poverty line').optional(),
  interestWaivedOn: date('Interest was last waived on').optional(),
  landowner: text('Landowner, where not the water user').optional(),
  landownerAddress: text('Address of the landowner').optional(),
});

/** What is known of the debt from the start. */
export interface Debt {
  readonly service: Service;
  readonly dwelling?: Dwelling;
  readonly amount: Money;
  readonly billedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly mailingDiffers?: boolean;
  readonly tenantOccupied?: boolean;
  readonly lowIncome?: boolean;
  readonly interestWaivedOn?: CivilDate;
  readonly landowner?: string;
  readonly landownerAddress?: string;
}

export const debtOf = (state: CaseState): Debt => state.details as unknown as Debt;

/** An answer that says "unknown" is taken as yes, whatever the class of the account (rule F4). */
export function dwellingOf({ dwelling }: Pick<Debt, 'dwelling'>): Dwelling | undefined {
  return dwelling === 'unknown' ? 'yes' : dwelling;
}

/** The numbers of the rules by which something counts, under the law of the debt: one is never cited for the other. */
export const byLawOf = (debt: Debt, ofDwellings: readonly string[], ofOthers: readonly string[] = ['F12']) =>
  lawPathOf(debt) === 'residential' ? ofDwellings : ofOthers;

/** Under which law the debt is collected; one is never run through the other. */
export const lawPathOf = (debt: Pick<Debt, 'service' | 'dwelling'>) => pathOf(debt.service, dwellingOf(debt));
