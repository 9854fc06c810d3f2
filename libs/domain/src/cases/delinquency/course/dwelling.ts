import { businessDayAfter, collectionPlan, isBusinessDay, shutOffVerdict } from '../../../delinquency/index.ts';
import { addDays, type CivilDate, laterOf, millis } from '../../../time/index.ts';
import {
  appealed,
  arranged,
  disputed,
  extended,
  failedToday,
  medicallyBarred,
  pastDue,
  stayed,
  unknownAccount,
} from './bars.ts';
import { broken } from './broken.ts';
import type { Step } from './course.ts';
import { laterThan, openingOn, wait } from './waiting.ts';

const contact: Step = (look) => {
  const rule = shutOffVerdict(look.facts, look.now, look.days).looked.find(
    ({ name }) => name === 'customer-was-reached',
  );
  if (!rule || rule.since) return null;
  const phoneTried = look.c.contacts.some(({ kind }) => kind === 'phone');
  return { move: look.c.mailFailed && phoneTried ? 'visit' : 'contact', why: rule.text };
};

const tenants: Step = ({ facts }) =>
  facts.tenants && !facts.tenants.noticeAt ? { move: 'tell-tenants', why: 'tenants live here' } : null;

const NOTICE_LEAD_DAYS = 40;

/** The ten-day notice goes out three weeks before the first day that the sixty days allow, or as soon as it may. */
const tenDayNotice: Step = (look) => {
  const { noticeAt } = collectionPlan(look.facts, look.now, look.days);
  if (!noticeAt) return null;
  const at = laterOf(noticeAt, openingOn(addDays(look.debt.dueOn, NOTICE_LEAD_DAYS), look));
  return laterThan(at, look)
    ? wait(at, 'the notice is not due yet')
    : { move: 'mail-notice', why: 'no notice is mailed' };
};

/** The last word is had on the business day before the last two days. */
const lastWord: Step = (look) => {
  if (look.c.finalContacts.length > 0) return null;
  const { finalPostingBy } = collectionPlan(look.facts, look.now, look.days);
  if (!finalPostingBy) return wait(null, 'no lawful day is in sight');
  let day = look.days.office.dateAt(millis(finalPostingBy));
  while (!isBusinessDay(day, look.days)) day = addDays(day, -1);
  const at = openingOn(day, look);
  return day > look.today && laterThan(at, look)
    ? wait(at, 'time for the last word has not come')
    : { move: 'last-word', why: 'nobody was spoken to' };
};

export const lawfulMoment: Step = (look) => {
  const { allowed, earliest, unmet } = shutOffVerdict(look.facts, look.now, look.days);
  return allowed ? null : wait(earliest, unmet.map(({ rule }) => rule).join(', '));
};

/** After a visit that ended otherwise, the next is another day's; after a refusal the reviewers are given some days. */
export const visitedToday: Step = (look) => {
  const { lastVisit, refusedOn } = look.c;
  const soon = lastVisit?.ending === 'no-access' || lastVisit?.ending === 'animal';
  const again = [
    lastVisit ? businessDayAfter(lastVisit.on, soon ? 1 : 5, look.days) : null,
    refusedOn ? businessDayAfter(refusedOn, 5, look.days) : null,
  ].filter((day): day is CivilDate => day !== null && day > look.today);
  const day = again.sort().at(-1);
  return day ? wait(openingOn(day, look), 'the last visit or review ended otherwise') : null;
};

/** A turnout that a dwelling drinks from is collected on as a dwelling, and still waters crop and livestock (rule F12). */
export const fields: Step = ({ debt, c }) =>
  debt.service === 'irrigation' && !c.fieldsLookedAt ? { move: 'look-at-fields', why: 'crop and livestock' } : null;

/** Towards the shut-off of a dwelling, in the order of the Act (rules B1–B20). */
export const dwelling: readonly Step[] = [
  unknownAccount,
  stayed,
  appealed,
  disputed,
  extended,
  medicallyBarred,
  pastDue,
  arranged,
  failedToday,
  broken,
  contact,
  tenants,
  tenDayNotice,
  lastWord,
  lawfulMoment,
  visitedToday,
  fields,
];
