import { instantOf, millis } from '../time/index.ts';
import { type ShutOffFacts, shutOffVerdict } from './index.ts';

/** A dwelling that may lawfully be shut off at `lawfulAt`, a Wednesday morning, with every condition long met. */
export const lawfulDwelling: ShutOffFacts = {
  service: 'residential',
  billMailedOn: '2027-02-01',
  dueOn: '2027-03-01',
  balance: '120.50',
  contacts: [{ kind: 'phone', at: '2027-04-26T10:00:00-07:00' }],
  noticeMailedAt: '2027-04-26T10:00:00-07:00',
  finalContacts: [{ kind: 'adult', at: '2027-05-24T10:00:00-07:00' }],
};

/** An irrigation account that may lawfully be shut off at `lawfulAt`. */
export const lawfulTurnout: ShutOffFacts = {
  service: 'irrigation',
  billMailedOn: '2027-04-01',
  dueOn: '2027-04-30',
  balance: '2400.00',
  contacts: [],
  noticeMailedAt: '2027-05-03T10:00:00-07:00',
};

export const lawfulAt = '2027-05-26T10:00:00-07:00';

/** What the law says of the lawful account with some facts changed: the numbers of the unmet rules, and the earliest. */
export function outcome(change: Partial<ShutOffFacts>, at = lawfulAt, account = lawfulDwelling) {
  const { unmet, earliest } = shutOffVerdict({ ...account, ...change }, at);
  return { rules: unmet.map(({ rule }) => rule), earliest };
}

/** Barred by these rules until a wall time, given with its offset, or until something else happens. */
export function barredBy(rules: readonly string[], until: string | null) {
  return { rules, earliest: until === null ? null : instantOf(millis(until)) };
}

export function lawfulFrom(at = lawfulAt) {
  return { rules: [], earliest: instantOf(millis(at)) };
}
