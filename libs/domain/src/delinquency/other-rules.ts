import { addDays, laterOf, millis } from '../time/index.ts';
import {
  extensionHasEnded,
  moneyIsFresh,
  nothingIsStayed,
  officeIsOpen,
  scopeIsByUse,
  waterIsOwedFor,
} from './common-rules.ts';
import { timelyThrough } from './days.ts';
import type { ShutOffFacts } from './facts.ts';
import { bars, barsIf, holds, holdsFromDay, type ShutOffRule } from './rule.ts';

export const noStatutoryWait: ShutOffRule = {
  rule: 'B28',
  name: 'no-statutory-wait',
  says: 'Irrigation and other non-residential service has no sixty-day wait and no medical bar.',
  find: () => holds('sixty days and medical bar do not apply'),
};

export const chargeIsDelinquent: ShutOffRule = {
  rule: 'B21',
  name: 'charge-is-delinquent',
  says: 'The charge is delinquent: its last timely day has passed (F21).',
  find: ({ dueOn }, ground) => {
    const last = timelyThrough(dueOn, ground.days);
    return holdsFromDay(addDays(last, 1), `due on ${dueOn}, timely through ${last}`, ground);
  },
};

export const writtenNoticeWasGiven: ShutOffRule = {
  rule: 'F12',
  name: 'written-notice-was-given',
  says: 'Water user and landowner had fifteen days of written notice.',
  find: (facts, ground) => {
    const given = writtenNotice(facts);
    if (!given) return bars('no written notice was given');
    if (facts.landowner && !facts.landowner.noticeAt) return bars('the landowner was not told in writing');
    const { otherNoticeDays } = ground.figures;
    const last = facts.landowner?.noticeAt ? laterOf(given, facts.landowner.noticeAt) : given;
    const day = ground.days.office.dateAt(millis(last));
    const text = `written notice given on ${day}, ${otherNoticeDays} days after it`;
    return holdsFromDay(addDays(day, otherNoticeDays), text, ground);
  },
};

export const noHearingIsPending: ShutOffRule = {
  rule: 'F12',
  name: 'no-hearing-is-pending',
  says: 'A hearing that was asked for has been held.',
  find: ({ appealPending, disputePending }) =>
    barsIf(appealPending || disputePending, 'a hearing was asked for and is pending', 'no hearing is pending'),
};

export const noTimeWasGranted: ShutOffRule = {
  rule: 'F12',
  name: 'no-time-was-granted',
  says: 'More time that the district granted has run out.',
  find: extensionHasEnded,
};

export const noArrangementIsKept: ShutOffRule = {
  rule: 'F12',
  name: 'no-arrangement-is-kept',
  says: 'An arrangement that is kept bars shut-off.',
  find: ({ arrangement }) =>
    barsIf(arrangement?.state === 'kept', 'the arrangement is kept', 'no arrangement is being kept'),
};

/** The law of shut-off for irrigation and other non-residential service; each must hold. */
export const otherRules: readonly ShutOffRule[] = [
  scopeIsByUse,
  waterIsOwedFor,
  noStatutoryWait,
  chargeIsDelinquent,
  writtenNoticeWasGiven,
  noHearingIsPending,
  noTimeWasGranted,
  noArrangementIsKept,
  nothingIsStayed,
  moneyIsFresh,
  officeIsOpen,
];

/** The mailed notice, else the first written contact that was not returned. */
function writtenNotice({ noticeMailedAt, contacts }: ShutOffFacts): string | undefined {
  if (noticeMailedAt) return noticeMailedAt;
  const written = contacts.filter((contact) => contact.kind === 'written' && contact.reached !== false);
  return written.sort((a, b) => millis(a.at) - millis(b.at))[0]?.at;
}
