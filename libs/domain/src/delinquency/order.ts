import { addDays, type Instant, instantOf, millis, minuteMs } from '../time/index.ts';
import { type CollectionDays, districtDays, startOfDay } from './days.ts';
import type { ShutOffFacts } from './facts.ts';
import { bars, type Finding, type Ground, holds, type Rule } from './rule.ts';
import { groundAt, lookAt, type ShutOffVerdict, shutOffRules, verdictOf } from './verdict.ts';

/** What is done with an order: two persons issue it, a crew claims it, and carries it out at the meter. */
export type OrderAct = 'issue' | 'claim' | 'carry-out';

/** An order to shut off, as far as the law asks about it. */
export interface ShutOffOrder {
  /** The persons who approved it, by name or identifier. */
  readonly approvedBy: readonly string[];
  /** When it was issued; absent while it is being issued. */
  readonly issuedAt?: Instant;
  /** When the crew last had the office's word that nothing was paid. */
  readonly checkedAt?: Instant;
  /** The crew read the dispatcher's one-time release code over the radio, and it was right. */
  readonly released?: boolean;
}

export const twoPersonsApproved: Rule<ShutOffOrder> = {
  rule: 'F11',
  name: 'two-persons-approved',
  says: 'Two persons approved the order.',
  find: ({ approvedBy }) => {
    const persons = new Set(approvedBy).size;
    const text = persons === 1 ? '1 person approved it' : `${persons} persons approved it`;
    return persons >= 2 ? holds(text) : bars(text);
  },
};

export const orderIsOfToday: Rule<ShutOffOrder> = {
  rule: 'F5',
  name: 'order-is-of-today',
  says: 'An order expires at the close of its day.',
  find: ({ issuedAt }, { days }) => (issuedAt ? untilItsDayEnds(issuedAt, days) : bars('no order was issued')),
};

export const crewHasChecked: Rule<ShutOffOrder> = {
  rule: 'F5',
  name: 'crew-has-checked',
  says: 'The crew shuts only after a check of the last fifteen minutes, or with the release code.',
  find: (order, ground) => {
    if (order.released) return holds('the release code was read and is right');
    return order.checkedAt ? whileTheCheckIsFresh(order.checkedAt, ground) : bars('the crew has not checked, and has no release code');
  },
};

/** The rules over the order itself that bind each act. */
export const orderRules: Readonly<Record<OrderAct, readonly Rule<ShutOffOrder>[]>> = {
  issue: [twoPersonsApproved],
  claim: [twoPersonsApproved, orderIsOfToday],
  'carry-out': [twoPersonsApproved, orderIsOfToday, crewHasChecked],
};

/** Whether an act on a shut-off order is lawful: every rule of the account and every rule of the order. */
export function orderVerdict(
  act: OrderAct,
  facts: ShutOffFacts,
  order: ShutOffOrder,
  at: Instant,
  days: CollectionDays = districtDays,
): ShutOffVerdict {
  const ground = groundAt(at, days);
  const ofAccount = lookAt(shutOffRules(facts), facts, ground);
  return verdictOf([...ofAccount, ...lookAt(orderRules[act], order, ground)], ground);
}

/** The instant at which an order stops being good: the end of the civil day on which it was issued (rule F5). */
export function orderExpiresAt(issuedAt: Instant, days: CollectionDays = districtDays): Instant {
  return instantOf(startOfDay(addDays(days.office.dateAt(millis(issuedAt)), 1), days));
}

function untilItsDayEnds(issuedAt: Instant, days: CollectionDays): Finding {
  const end = millis(orderExpiresAt(issuedAt, days));
  return between(millis(issuedAt), end, `the order was issued at ${issuedAt} and is good for that day`);
}

function whileTheCheckIsFresh(checkedAt: Instant, { figures }: Ground): Finding {
  const checked = millis(checkedAt);
  return between(checked, checked + figures.crewCheckMinutes * minuteMs + 1, `the crew checked at ${checkedAt}`);
}

/** Holds from one moment to another, the last excluded. */
function between(start: number, end: number, text: string): Finding {
  return { allows: (from) => (from < end ? Math.max(from, start) : null), text };
}
