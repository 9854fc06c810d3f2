import { businessDayAfter, obligationsOf, timelyThrough } from '../../../delinquency/index.ts';
import { addDays } from '../../../time/index.ts';
import { owedByArrangement } from '../facts.ts';
import { isStayed } from '../gates.ts';
import type { Step } from './course.ts';
import { openingOn, wait } from './waiting.ts';

/** What keeps collection off altogether, whatever the law. */

/** Nobody can be written to without an account: somebody must say which it is. */
export const unknownAccount: Step = ({ moment }) => (moment.account ? null : wait(null, 'no account is known'));

export const pastDue: Step = (look) => {
  const last = timelyThrough(look.debt.dueOn, look.days);
  return look.today > last ? null : wait(openingOn(addDays(last, 1), look), 'not past due yet');
};

export const stayed: Step = (look) => {
  if (!isStayed(look.c, look.moment)) return null;
  const until = look.facts.stay?.until;
  return wait(until ? openingOn(addDays(until, 1), look) : null, 'stayed');
};

export const appealed: Step = ({ c }) =>
  c.appealPending ? { move: 'review-appeal', why: 'an appeal is pending' } : null;

export const disputed: Step = ({ facts }) => (facts.disputePending ? wait(null, 'disputed') : null);

export const extended: Step = (look) => {
  const { extensionUntil } = look.c;
  if (!extensionUntil || extensionUntil < look.today) return null;
  return wait(openingOn(addDays(extensionUntil, 1), look), 'more time was granted');
};

export const medicallyBarred: Step = ({ c }) => {
  const { certificate, unableToPay, willingToArrange } = c.shown;
  if (!certificate || !unableToPay || !willingToArrange) return null;
  if (!c.arrangementOffered) return { move: 'offer-arrangement', why: 'health protects the household' };
  return wait(null, 'health protects the household');
};

export const arranged: Step = (look) => {
  const owed = owedByArrangement(look.c);
  if (look.facts.arrangement?.state !== 'kept' || !owed) return null;
  const turns = obligationsOf(owed, look.days).map(({ from }) => from);
  const next = turns.filter((day) => day > look.today).sort()[0];
  return wait(next ? openingOn(next, look) : null, 'the arrangement is kept');
};

/** A notice that failed today is not tried again before the next business day. */
export const failedToday: Step = (look) => {
  if (look.c.failedOn !== look.today) return null;
  const next = businessDayAfter(look.today, 1, look.days);
  return next ? wait(openingOn(next, look), 'a notice failed today') : null;
};
