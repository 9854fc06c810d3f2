import { type Draft, refuse } from '../../case/index.ts';
import { mayWaiveInterest } from '../../delinquency/index.ts';
import { collectionOf } from './collection/index.ts';
import { chargesOf, isLowIncome } from './facts.ts';
import { debtOf } from './intake.ts';
import { today } from './law.ts';

/** What interest has accrued is waived, for a low-income household and once in twelve months (rules B12, F13). */
export function waiveInterest(draft: Draft): void {
  const on = today(draft.moment);
  const debt = debtOf(draft.state);
  const c = collectionOf(draft.state);
  const lowIncome = isLowIncome(debt, c);
  const last = c.interestWaivedOn ?? debt.interestWaivedOn;
  if (!lowIncome) refuse('not-low-income', 'Interest is waived for a household that has shown a low income.', 'B12');
  if (!mayWaiveInterest(lowIncome, on, last))
    refuse('waived-lately', `Interest was waived on ${last}; it is waived once in twelve months.`, 'F13');
  const { interest } = chargesOf(debt, c, on, draft.moment.office);
  draft.emit('interest-waived', { on, interest, rules: ['B12', 'F13'] });
}
