import { describe, expect, it } from '@jest/globals';
import type { ShutOffFacts } from './index.ts';
import { barredBy, lawfulAt, lawfulFrom, lawfulTurnout, outcome } from './shut-off.fixture.ts';

function expectBarred(change: Partial<ShutOffFacts>, at: string, rules: string[], until: string | null) {
  expect(outcome(change, at, lawfulTurnout)).toEqual(barredBy(rules, until));
}

function expectLawful(change: Partial<ShutOffFacts>, at = lawfulAt) {
  expect(outcome(change, at, lawfulTurnout)).toEqual(lawfulFrom(at));
}

describe.each(['irrigation', 'non-residential'] as const)('%s service', (service) => {
  it('waits for no sixty days and knows no medical bar (B28)', () => {
    const medical = { certificate: true, unableToPay: true, willingToArrange: true };
    expectLawful({ service, medical, languagesComplete: false });
  });

  it('needs written notice of fifteen days (F12)', () => {
    expectLawful({ service, noticeMailedAt: '2027-05-11T16:00:00-07:00' });
    const late = { service, noticeMailedAt: '2027-05-12T08:00:00-07:00' };
    expectBarred(late, lawfulAt, ['F12'], '2027-05-27T08:00:00-07:00');
    expectBarred({ service, noticeMailedAt: undefined }, lawfulAt, ['F12'], null);
  });

  it('is not shut off on a weekend or holiday (F3)', () => {
    expectBarred({ service }, '2027-05-29T10:00:00-07:00', ['B19'], '2027-06-01T08:00:00-07:00');
  });

  it('is not shut off before its charge is delinquent (B21, F21)', () => {
    const dueOnHoliday = { service, dueOn: '2027-05-31' };
    expectBarred(dueOnHoliday, '2027-06-01T10:00:00-07:00', ['B21'], '2027-06-02T08:00:00-07:00');
    expectLawful(dueOnHoliday, '2027-06-02T10:00:00-07:00');
  });

  it('is not shut off while a hearing is pending, time was granted or an arrangement is kept (F12)', () => {
    expectBarred({ service, appealPending: true }, lawfulAt, ['F12'], null);
    expectBarred({ service, disputePending: true }, lawfulAt, ['F12'], null);
    expectBarred({ service, extensionUntil: '2027-05-26' }, lawfulAt, ['F12'], '2027-05-27T08:00:00-07:00');
    expectBarred({ service, arrangement: { state: 'kept' } }, lawfulAt, ['F12'], null);
    expectLawful({ service, arrangement: { state: 'broken' }, extensionUntil: '2027-05-25' });
  });

  it('is not shut off under a stay (F7), on stale money (F5) or when nothing is owed (B2)', () => {
    expectBarred({ service, stay: { kind: 'bankruptcy' } }, lawfulAt, ['F7'], null);
    expectBarred({ service, paymentsThrough: '2027-05-25T17:00:00-07:00' }, lawfulAt, ['F5'], null);
    expectBarred({ service, balance: '0.00' }, lawfulAt, ['B2'], null);
  });
});

describe('the written notice to a water user (F12)', () => {
  const written = { kind: 'written', at: '2027-05-11T10:00:00-07:00' } as const;

  it('may be a letter logged as contact, but no call and no returned mail', () => {
    const none = { noticeMailedAt: undefined };
    expectLawful({ ...none, contacts: [written] });
    expectBarred({ ...none, contacts: [{ ...written, reached: false }] }, lawfulAt, ['F12'], null);
    expectBarred({ ...none, contacts: [{ ...written, kind: 'phone' }] }, lawfulAt, ['F12'], null);
  });

  it('goes to the landowner too, and the later of the two counts', () => {
    expectBarred({ landowner: {} }, lawfulAt, ['F12'], null);
    expectLawful({ landowner: { noticeAt: '2027-05-11T10:00:00-07:00' } });
    const late = { landowner: { noticeAt: '2027-05-12T10:00:00-07:00' } };
    expectBarred(late, lawfulAt, ['F12'], '2027-05-27T08:00:00-07:00');
  });
});
