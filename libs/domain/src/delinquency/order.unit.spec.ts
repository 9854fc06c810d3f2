import { describe, expect, it } from '@jest/globals';
import {
  afterVisit,
  complianceCertificate,
  type OrderAct,
  orderExpiresAt,
  orderVerdict,
  type RecordedFacts,
  type ShutOffOrder,
} from './index.ts';
import { lawfulDwelling, lawfulTurnout } from './shut-off.fixture.ts';

const at = '2027-05-26T10:00:00-07:00';
const facts: RecordedFacts = {
  ...lawfulDwelling,
  paymentsThrough: '2027-05-26T09:00:00-07:00',
  languagesComplete: true,
};
const order: ShutOffOrder = {
  approvedBy: ['supervisor', 'manager'],
  issuedAt: '2027-05-26T08:30:00-07:00',
  checkedAt: '2027-05-26T09:50:00-07:00',
};

function unmet(act: OrderAct, change: Partial<ShutOffOrder> = {}, of: Partial<RecordedFacts> = {}, when = at) {
  return orderVerdict(act, { ...facts, ...of }, { ...order, ...change }, when).unmet.map(({ rule }) => rule);
}

describe('an order to shut off', () => {
  it.each(['issue', 'claim', 'carry-out'] as const)('is lawful to %s when every rule holds', (act) => {
    expect(unmet(act)).toEqual([]);
  });

  it.each(['issue', 'claim', 'carry-out'] as const)(
    'is unlawful to %s when any rule of the account is unmet',
    (act) => {
      expect(unmet(act, {}, { dueOn: '2027-03-27' })).toEqual(['B4']);
      expect(unmet(act, {}, { appealPending: true })).toEqual(['B9']);
      expect(unmet(act, {}, { balance: '0.00' })).toEqual(['B2']);
      expect(unmet(act, {}, { paymentsThrough: null })).toEqual(['F5']);
    },
  );

  it.each(['issue', 'claim', 'carry-out'] as const)('needs two different persons to %s (F11)', (act) => {
    expect(unmet(act, { approvedBy: ['supervisor'] })).toEqual(['F11']);
    expect(unmet(act, { approvedBy: ['supervisor', 'supervisor'] })).toEqual(['F11']);
    expect(unmet(act, { approvedBy: [] })).toEqual(['F11']);
  });

  it('expires at the close of its day (F5)', () => {
    const later = { paymentsThrough: '2027-05-27T08:00:00-07:00' };
    expect(unmet('claim', {}, later, '2027-05-27T08:00:00-07:00')).toEqual(['F5']);
    expect(unmet('claim', { issuedAt: undefined })).toEqual(['F5']);
    expect(unmet('claim', {}, {}, '2027-05-26T16:59:00-07:00')).toEqual([]);
    expect(orderExpiresAt('2027-05-26T08:30:00-07:00')).toBe('2027-05-27T07:00:00.000Z');
    expect(orderExpiresAt('2027-11-07T00:30:00-07:00')).toBe('2027-11-08T08:00:00.000Z');
  });

  it('is carried out only after a check of the last fifteen minutes, or with the release code (F5)', () => {
    expect(unmet('carry-out', { checkedAt: '2027-05-26T09:45:00-07:00' })).toEqual([]);
    expect(unmet('carry-out', { checkedAt: '2027-05-26T09:44:59.999-07:00' })).toEqual(['F5']);
    expect(unmet('carry-out', { checkedAt: '2027-05-26T10:00:00.001-07:00' })).toEqual(['F5']);
    expect(unmet('carry-out', { checkedAt: undefined })).toEqual(['F5']);
    expect(unmet('carry-out', { checkedAt: undefined, released: true })).toEqual([]);
    expect(unmet('claim', { checkedAt: undefined })).toEqual([]);
  });

  it('locks a turnout only after a look at crop and livestock (F12)', () => {
    const turnout = { ...lawfulTurnout, dwelling: 'no' as const };
    expect(unmet('carry-out', {}, turnout)).toEqual(['F12']);
    expect(unmet('carry-out', { fieldsLookedAt: true }, turnout)).toEqual([]);
    expect(unmet('claim', {}, turnout)).toEqual([]);
  });
});

describe('the end of a visit (F6)', () => {
  it.each([
    ['done', 'shut-off'],
    ['no-access', 'visit-again'],
    ['animal', 'visit-again'],
    ['meter-does-not-match', 'visit-again'],
    ['payment-offered', 'gate-opens-again'],
    ['medical-claim', 'gate-opens-again'],
    ['occupant-is-tenant', 'gate-opens-again'],
  ] as const)('%s: %s', (ending, after) => {
    expect(afterVisit(ending)).toBe(after);
  });
});

describe('the certificate of compliance', () => {
  it('lists each condition with its rule, the fact and the instant since which it is met', () => {
    const verdict = orderVerdict('issue', facts, order, at);
    const certificate = complianceCertificate(verdict, order.approvedBy, at);
    expect(certificate.certifiedAt).toBe('2027-05-26T17:00:00.000Z');
    expect(certificate.conditions).toHaveLength(verdict.looked.length);
    expect(certificate.conditions.find(({ rule }) => rule === 'B4')).toEqual({
      rule: 'B4',
      condition: 'Payment has been delinquent for sixty full days; a bill may still be paid on its due date (F1).',
      fact: 'due on 2027-03-01, 60 full days after it; lawful from 2027-05-01',
      metSince: '2027-05-01T07:00:00.000Z',
    });
    expect(certificate.conditions.map(({ rule }) => rule)).toContain('F11');
  });

  it('cannot be made of an unlawful order', () => {
    const verdict = orderVerdict('issue', { ...facts, appealPending: true }, order, at);
    expect(() => complianceCertificate(verdict, order.approvedBy, at)).toThrow(/B9: an appeal is pending/);
  });
});
