import { addDays, instantOf, millis, minuteMs } from '../time/index.ts';
import { type CollectionDays, startOfDay } from './days.ts';
import type { OrderedShutOff } from './order.ts';
import { bars, barsIf, holds, holdsBetween, type Rule } from './rule.ts';

export const twoPersonsApproved: Rule<OrderedShutOff> = {
  rule: 'F11',
  name: 'two-persons-approved',
  says: 'Two persons approved the order.',
  find: ({ approvedBy }) => {
    const persons = [...new Set(approvedBy)];
    const text = persons.length === 0 ? 'nobody approved it' : `approved by ${persons.join(' and ')}`;
    return barsIf(persons.length < 2, text, text);
  },
};

export const orderIsOfToday: Rule<OrderedShutOff> = {
  rule: 'F5',
  name: 'order-is-of-today',
  says: 'An order expires at the close of its day.',
  find: ({ issuedAt }, { days }) => {
    if (!issuedAt) return bars('no order was issued');
    const issued = millis(issuedAt);
    return holdsBetween(issued, orderEnd(issued, days), `issued at ${instantOf(issued)}, good for that day`);
  },
};

export const crewHasChecked: Rule<OrderedShutOff> = {
  rule: 'F5',
  name: 'crew-has-checked',
  says: 'The crew shuts only after a check not older than fifteen minutes, or with the release code.',
  find: ({ released, checkedAt }, { figures }) => {
    if (released) return holds('the release code was read and is right');
    if (!checkedAt) return bars('the crew has not checked and has no release code');
    const checked = millis(checkedAt);
    const end = checked + figures.crewCheckMinutes * minuteMs;
    return holdsBetween(
      checked,
      end + 1,
      `checked at ${instantOf(checked)}, good for ${figures.crewCheckMinutes} minutes`,
    );
  },
};

export const fieldsWereLookedAt: Rule<OrderedShutOff> = {
  rule: 'F12',
  name: 'fields-were-looked-at',
  says: 'Operations look at crop and livestock before a turnout is locked.',
  find: ({ service, fieldsLookedAt }) => {
    if (service !== 'irrigation') return holds('no turnout is locked');
    return fieldsLookedAt ? holds('crop and livestock were looked at') : bars('nobody looked at crop and livestock');
  },
};

/** The end of the civil day of an order, epoch ms. */
export function orderEnd(issued: number, days: CollectionDays): number {
  return startOfDay(addDays(days.office.dateAt(issued), 1), days);
}
