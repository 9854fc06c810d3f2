import type { ShutOffFacts } from './index.ts';

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
