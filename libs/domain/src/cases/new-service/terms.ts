import { type CaseState, isActive, type Office, type Term, takePlace } from '../../case/index.ts';
import { keptDays } from '../../installations/index.ts';
import { decimal } from '../../money/index.ts';
import { addDays } from '../../time/index.ts';
import { type Application, applicationOf } from './application.ts';
import { endOfDay } from './days.ts';
import { amountDue } from './funds.ts';
import { tell, withdrawTasks } from './work.ts';

/** What time alone brings about: an estimate lapses, and an application whose deposit is not paid. */
export function newServiceTerms(state: CaseState, office: Office): readonly Term[] {
  if (!isActive(state)) return [];
  const a = applicationOf(state);
  return [...estimateLapses(a, office), ...paymentIsOverdue(a, office)];
}

function estimateLapses({ estimate, over, settled }: Application, office: Office): Term[] {
  if (estimate?.state !== 'open' || over || settled) return [];
  const { number, validUntil, total } = estimate;
  return [
    {
      at: endOfDay(validUntil, office),
      comes(draft) {
        if (applicationOf(draft.state).estimate?.state !== 'open') return;
        const keptUntil = addDays(validUntil, keptDays.on(validUntil));
        draft.emit('estimate-lapsed', { number, validUntil, keptUntil, rules: ['D19'] });
        withdrawTasks(draft, ['customer-answer'], 'the estimate has lapsed');
        tell(draft, 'estimate-lapsed', { total, validUntil, keptUntil });
      },
    },
  ];
}

function paymentIsOverdue(a: Application, office: Office): Term[] {
  if (!a.payBy || a.over || decimal(amountDue(a)).isZero()) return [];
  return [
    {
      at: endOfDay(a.payBy, office),
      comes(draft) {
        if (!applicationOf(draft.state).over) takePlace(draft, 'payment-overdue', {});
      },
    },
  ];
}
