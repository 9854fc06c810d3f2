import { addDays, instantOf, laterOf, millis } from '../time/index.ts';
import { arrangementIsBroken } from './arrangement-rule.ts';
import {
  everyLanguageWasUsed,
  noAppealIsPending,
  noDisputeIsPending,
  noExtensionRuns,
  noMedicalBar,
} from './barring-rules.ts';
import { moneyIsFresh, nothingIsStayed, officeIsOpen, scopeIsByUse, waterIsOwedFor } from './common-rules.ts';
import { businessDayAfter } from './days.ts';
import type { Contact, FinalContact, ShutOffFacts } from './facts.ts';
import { bars, holdsFrom, holdsFromDay, type ShutOffRule } from './rule.ts';
import { tenantsWereTold } from './tenant-rule.ts';

const hourMs = 3_600_000;

export const sixtyDaysHavePassed: ShutOffRule = {
  rule: 'B4',
  name: 'sixty-days-have-passed',
  says: 'Payment has been delinquent for sixty full days; a bill may still be paid on its due date (F1).',
  find: ({ dueOn }, ground) => {
    const { delinquentDays } = ground.figures;
    return holdsFromDay(
      addDays(dueOn, delinquentDays + 1),
      `due on ${dueOn}, ${delinquentDays} full days after it`,
      ground,
    );
  },
};

export const customerWasReached: ShutOffRule = {
  rule: 'B5',
  name: 'customer-was-reached',
  says: 'The customer was reached by telephone or in writing at least seven business days before.',
  find: (facts, ground) => {
    const contact = firstContact(facts);
    if (!contact) return bars('the customer was not reached by telephone or in writing');
    const day = ground.days.office.dateAt(millis(contact.at));
    const { contactBusinessDays } = ground.figures;
    const lawful = businessDayAfter(day, contactBusinessDays, ground.days);
    const text = `reached (${contact.kind}) on ${day}, ${contactBusinessDays} business days after it`;
    return lawful === null ? bars(text) : holdsFromDay(lawful, text, ground);
  },
};

export const noticeWasMailed: ShutOffRule = {
  rule: 'B18',
  name: 'notice-was-mailed',
  says: 'The notice was mailed, not before the 19th day after the bill, and fifteen days have passed since (F2).',
  find: ({ noticeMailedAt, billMailedOn }, ground) => {
    if (!noticeMailedAt) return bars('no notice of termination was mailed');
    const mailedOn = ground.days.office.dateAt(millis(noticeMailedAt));
    const notBefore = addDays(billMailedOn, ground.figures.noticeNotBeforeDay);
    if (mailedOn < notBefore)
      return bars(`the notice was mailed on ${mailedOn}, which was not lawful before ${notBefore}`);
    const { noticeDays } = ground.figures;
    return holdsFromDay(
      addDays(mailedOn, noticeDays),
      `notice mailed on ${mailedOn}, ${noticeDays} days after it`,
      ground,
    );
  },
};

export const finalContactWasMade: ShutOffRule = {
  rule: 'B18',
  name: 'final-contact-was-made',
  says: 'An adult was spoken to at least 24 hours before, or else a notice was posted at least 48 hours before (F2).',
  find: ({ finalContacts = [] }, { figures }) => {
    const hours = { adult: figures.adultHours, posted: figures.postedHours };
    const lawfulFrom = (contact: FinalContact) => millis(contact.at) + hours[contact.kind] * hourMs;
    const [first] = [...finalContacts].sort((a, b) => lawfulFrom(a) - lawfulFrom(b));
    if (!first) return bars('no adult was spoken to and no final notice was posted');
    const what = first.kind === 'adult' ? 'an adult was spoken to' : 'the final notice was posted';
    const since = instantOf(lawfulFrom(first));
    return holdsFrom(lawfulFrom(first), `${what} at ${instantOf(millis(first.at))}; lawful from ${since}`);
  },
};

/** The law of shut-off for dwellings; each must hold (rule B20). */
export const residentialRules: readonly ShutOffRule[] = [
  scopeIsByUse,
  waterIsOwedFor,
  sixtyDaysHavePassed,
  customerWasReached,
  noticeWasMailed,
  finalContactWasMade,
  tenantsWereTold,
  everyLanguageWasUsed,
  noAppealIsPending,
  noDisputeIsPending,
  noExtensionRuns,
  noMedicalBar,
  arrangementIsBroken,
  nothingIsStayed,
  moneyIsFresh,
  officeIsOpen,
];

/**
 * The first contact that counts: it reached the customer. In writing, where addresses differ, it is whole only with the
 * occupant's notice, and counts from the later of the two (rule B7).
 */
function firstContact({ contacts, mailingDiffers }: ShutOffFacts): Contact | undefined {
  return contacts
    .filter(({ reached }) => reached !== false)
    .flatMap((contact) => (contact.kind === 'written' && mailingDiffers ? withOccupant(contact) : [contact]))
    .sort((a, b) => millis(a.at) - millis(b.at))[0];
}

function withOccupant(contact: Contact): Contact[] {
  return contact.occupantAt ? [{ ...contact, at: laterOf(contact.at, contact.occupantAt) }] : [];
}
