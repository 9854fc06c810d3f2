import type { Office } from '../../../case/index.ts';
import { campaignDates, remindersFor } from '../../../land/index.ts';
import { addDays, type CivilDate } from '../../../time/index.ts';
import { morningOf, openingOn } from '../days.ts';
import { findingsOf } from '../findings.ts';
import { type Look, movesMade, type Step, settled } from './course.ts';

const check: Step = ({ filing, state }) => {
  const { desk } = filing;
  if (!desk) return null;
  const findings = findingsOf(state, desk, filing).map(({ rule, text }) => `${rule}: ${text}`);
  return { move: 'check', facts: { form: desk.form, edition: desk.edition, receivedOn: desk.receivedOn, findings } };
};

/** Reclamation posts the year's forms on 1 November; they are mailed from then on (F18, A23). */
const mail: Step = ({ filing, details, state, today, moment }) => {
  if (filing.accepted || movesMade(state, 'mail').length > 0) return null;
  const { formsPostedOn } = campaignDates(details.formYear);
  if (today >= formsPostedOn) return { move: 'mail' };
  return { move: 'wait', at: openingOn(formsPostedOn, moment.office) };
};

/** The edition is used to 31 December: what is not settled by then is not filed (A23). */
const yearOver: Step = ({ filing, details, today }) => {
  if (today < endOf(details.formYear)) return null;
  const accepted = filing.accepted && filing.changes.length === 0 && !filing.correction?.overdue;
  return { move: 'end', outcome: accepted ? 'accepted' : 'not-filed' };
};

const endOf = (formYear: number): CivilDate => `${formYear + 1}-01-01`;

/** The reminders since the mailing, or the last one; of several that are due together one letter is written. */
const remind: Step = (look) => {
  const due = remindersAhead(look).filter((on) => on <= look.today);
  return due.length > 0 ? { move: 'remind' } : null;
};

const nextDay: Step = (look) => {
  const [next] = remindersAhead(look).filter((on) => on > look.today);
  const end = endOf(look.details.formYear);
  const { office } = look.moment;
  return { move: 'wait', at: next && next < end ? morningOf(next, office) : openingOn(end, office) };
};

function remindersAhead({ filing, details, state, today }: Look): CivilDate[] {
  if (filing.accepted) return [];
  const { firstDeliveryOn } = filing;
  const ahead = firstDeliveryOn && today < firstDeliveryOn ? firstDeliveryOn : null;
  const last = [...movesMade(state, 'mail'), ...movesMade(state, 'remind')]
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const reminders = remindersFor(details.formYear, ahead).map(({ on }) => on);
  return reminders.filter((on) => last !== undefined && on > last);
}

/** A returned form and its landholder are left their ten business days before they are reminded. */
const returned: Step = (look) => {
  const form = look.filing.returned;
  if (!form || form.lapsed || look.today > form.returnBy) return null;
  return { move: 'wait', at: laterOpening(addDays(form.returnBy, 1), look.details.formYear, look.moment.office) };
};

const laterOpening = (day: CivilDate, formYear: number, office: Office) =>
  openingOn(day < endOf(formYear) ? day : endOf(formYear), office);

export const paperSteps: readonly Step[] = [check, settled, yearOver, mail, returned, remind, nextDay];
