import { appealed, arranged, disputed, extended, failedToday, pastDue, stayed, unknownAccount } from './bars.ts';
import type { Step } from './course.ts';
import { fields, lawfulMoment, visitedToday } from './dwelling.ts';

const userAndOwner: Step = ({ c, facts }) => {
  const user = c.contacts.some(({ kind, reached }) => kind === 'written' && reached !== false);
  if (!user) return { move: 'contact', why: 'the water user was not told in writing' };
  return facts.landowner && !facts.landowner.noticeAt
    ? { move: 'tell-landowner', why: 'the landowner was not told' }
    : null;
};

const refusal: Step = ({ debt, c }) =>
  debt.service === 'irrigation' && !c.refused ? { move: 'refuse-water', why: 'the charge is delinquent' } : null;

/** Towards the shut-off of irrigation and other service: due process, refusal, crop and livestock (rules B21, F12). */
export const otherService: readonly Step[] = [
  unknownAccount,
  stayed,
  appealed,
  disputed,
  extended,
  pastDue,
  arranged,
  failedToday,
  userAndOwner,
  lawfulMoment,
  visitedToday,
  refusal,
  fields,
];
