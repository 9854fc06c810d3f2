import { addDays, type CivilDate, type Instant, instantOf, laterOf, millis } from '../time/index.ts';
import { type CollectionDays, districtDays, nextShutOffMoment, startOfDay } from './days.ts';
import type { Contact, ShutOffFacts } from './facts.ts';
import { pathOf } from './scope.ts';
import { shutOffFiguresOn } from './settings.ts';
import { shutOffVerdict } from './verdict.ts';

/** Why a notice counts as not given: the mail came back, or nobody could be reached by telephone. */
export type NoticeFailure = 'mail-returned' | 'phone-failed';

/** The facts without what failed (rule F14): returned mail takes away every written notice, a failed call the calls. */
export function withoutFailed(facts: ShutOffFacts, failure: NoticeFailure): ShutOffFacts {
  const failed = failure === 'mail-returned' ? 'written' : 'phone';
  const contacts = facts.contacts.map((each) => (each.kind === failed ? { ...each, reached: false } : each));
  return failure === 'mail-returned' ? { ...facts, contacts, noticeMailedAt: undefined } : { ...facts, contacts };
}

/** The facts of a case that a returned payment revives (rule F9): it begins again at a new notice. */
export function revivedAfterReturn(facts: ShutOffFacts): ShutOffFacts {
  const { noticeMailedAt: _notice, finalContacts: _final, tenants, landowner, ...rest } = facts;
  const told = {
    ...(tenants && { tenants: { ...tenants, noticeAt: undefined } }),
    ...(landowner && { landowner: {} }),
  };
  return { ...rest, contacts: [], ...told };
}

/** What is still to be done and when at the earliest; null where done. `shutOff`: the first lawful instant then. */
export interface CollectionPlan {
  readonly contactAt: Instant | null;
  readonly noticeAt: Instant | null;
  readonly tenantNoticeAt: Instant | null;
  /** The final notice has to be posted by this instant; an adult may be spoken to a day later. */
  readonly finalPostingBy: Instant | null;
  readonly shutOff: Instant | null;
}

const nothingPlanned: CollectionPlan = {
  contactAt: null,
  noticeAt: null,
  tenantNoticeAt: null,
  finalPostingBy: null,
  shutOff: null,
};

/** The dates of collection from now on, as early as the law allows; after a failed notice all are later (rule F14). */
export function collectionPlan(facts: ShutOffFacts, now: Instant, days: CollectionDays = districtDays): CollectionPlan {
  const opening = nextShutOffMoment(millis(now), days);
  if (opening === null) return nothingPlanned;
  const soon = instantOf(opening);
  const residential = pathOf(facts.service, facts.dwelling) === 'residential';
  const contactAt = !residential || facts.contacts.some(reached) ? null : soon;
  const noticeAt = noticeToMail(facts, soon, residential, days);
  const tenantNoticeAt = residential && facts.tenants && !facts.tenants.noticeAt ? soon : null;
  const done = withDone(facts, { contactAt, noticeAt, tenantNoticeAt });
  const posting = residential && !facts.finalContacts?.length ? postingBy(done, soon, days) : null;
  const posted = posting ? { ...done, finalContacts: [{ kind: 'posted' as const, at: posting }] } : done;
  const { earliest } = shutOffVerdict(posted, soon, days);
  return { contactAt, noticeAt, tenantNoticeAt, finalPostingBy: posting, shutOff: earliest };
}

function reached(contact: Contact): boolean {
  return contact.reached !== false;
}

/** A notice that was mailed too early is none: it is mailed again on the first lawful day. */
function noticeToMail(facts: ShutOffFacts, soon: Instant, residential: boolean, days: CollectionDays): Instant | null {
  const notBefore = residential ? noticeNotBefore(facts.billMailedOn) : facts.billMailedOn;
  const given = facts.noticeMailedAt && days.office.dateAt(millis(facts.noticeMailedAt)) >= notBefore;
  if (given) return null;
  const first = nextShutOffMoment(Math.max(millis(soon), startOfDay(notBefore, days)), days);
  return first === null ? null : instantOf(first);
}

function noticeNotBefore(billMailedOn: CivilDate): CivilDate {
  return addDays(billMailedOn, shutOffFiguresOn(billMailedOn).noticeNotBeforeDay);
}

type Planned = Pick<CollectionPlan, 'contactAt' | 'noticeAt' | 'tenantNoticeAt'>;

function withDone(facts: ShutOffFacts, { contactAt, noticeAt, tenantNoticeAt }: Planned): ShutOffFacts {
  return {
    ...facts,
    ...(contactAt && { contacts: [...facts.contacts, { kind: 'phone' as const, at: contactAt }] }),
    ...(noticeAt && { noticeMailedAt: noticeAt }),
    ...(tenantNoticeAt && { tenants: { ...facts.tenants, noticeAt: tenantNoticeAt } }),
  };
}

/** As late as the first lawful instant leaves room for it, but not before now. */
function postingBy(facts: ShutOffFacts, soon: Instant, days: CollectionDays): Instant | null {
  const longAgo = [{ kind: 'posted' as const, at: '2000-01-01T12:00:00Z' }];
  const { earliest } = shutOffVerdict({ ...facts, finalContacts: longAgo }, soon, days);
  if (earliest === null) return null;
  const hours = shutOffFiguresOn(days.office.dateAt(millis(soon))).postedHours;
  return laterOf(soon, instantOf(millis(earliest) - hours * 3_600_000));
}
