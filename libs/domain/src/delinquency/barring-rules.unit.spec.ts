import { describe, expect, it } from '@jest/globals';
import type { ShutOffFacts } from './index.ts';
import { barredBy, lawfulAt, lawfulFrom, outcome } from './shut-off.fixture.ts';

function expectBarred(change: Partial<ShutOffFacts>, at: string, rules: string[], until: string | null) {
  expect(outcome(change, at)).toEqual(barredBy(rules, until));
}

function expectLawful(change: Partial<ShutOffFacts>, at = lawfulAt) {
  expect(outcome(change, at)).toEqual(lawfulFrom(at));
}

describe('what bars the shut-off of a dwelling', () => {
  it('is a pending appeal (B9), and a pending dispute (B16)', () => {
    expectBarred({ appealPending: true }, lawfulAt, ['B9'], null);
    expectBarred({ disputePending: true }, lawfulAt, ['B16'], null);
    expectLawful({ appealPending: false, disputePending: false });
  });

  it('is an extension, through its last day (B16)', () => {
    expectBarred({ extensionUntil: '2027-05-26' }, lawfulAt, ['B16'], '2027-05-27T08:00:00-07:00');
    expectLawful({ extensionUntil: '2027-05-25' });
  });

  it.each([
    [true, true, true, false],
    [false, true, true, true],
    [true, false, true, true],
    [true, true, false, true],
    [false, false, false, true],
  ])(
    'is the medical bar when all three conditions are met (B10): %s %s %s',
    (certificate, unableToPay, willingToArrange, lawful) => {
      const medical = { certificate, unableToPay, willingToArrange };
      if (lawful) expectLawful({ medical });
      else expectBarred({ medical }, lawfulAt, ['B10'], null);
    },
  );

  it('is a missing language (F8)', () => {
    expectBarred({ languagesComplete: false }, lawfulAt, ['F8'], null);
    expectLawful({ languagesComplete: true });
  });

  it('is a stay, until it ends or is lifted (F7)', () => {
    expectBarred({ stay: { kind: 'bankruptcy' } }, lawfulAt, ['F7'], null);
    expectBarred(
      { stay: { kind: 'military-service', until: '2027-05-26' } },
      lawfulAt,
      ['F7'],
      '2027-05-27T08:00:00-07:00',
    );
    expectLawful({ stay: { kind: 'military-service', until: '2027-05-25' } });
  });

  it('is money not known up to the same morning (F5)', () => {
    expectLawful({ paymentsThrough: '2027-05-26T00:00:00-07:00' });
    expectBarred({ paymentsThrough: '2027-05-25T23:59:59.999-07:00' }, lawfulAt, ['F5'], null);
  });

  it('is a tenant who was not told ten days before, seven in a detached house (B13)', () => {
    expectBarred({ tenants: {} }, lawfulAt, ['B13'], null);
    expectLawful({ tenants: { noticeAt: '2027-05-16T10:00:00-07:00' } });
    const late = { noticeAt: '2027-05-17T10:00:00-07:00' };
    expectBarred({ tenants: late }, lawfulAt, ['B13'], '2027-05-27T08:00:00-07:00');
    expectLawful({ tenants: { noticeAt: '2027-05-19T10:00:00-07:00', detachedHouse: true } });
    const later = { noticeAt: '2027-05-20T10:00:00-07:00', detachedHouse: true };
    expectBarred({ tenants: later }, lawfulAt, ['B13'], '2027-05-27T08:00:00-07:00');
  });

  it('names every rule that does not hold, not the first alone', () => {
    const everything = {
      balance: '0',
      dueOn: '2027-05-25',
      contacts: [],
      noticeMailedAt: undefined,
      finalContacts: [],
      appealPending: true,
      disputePending: true,
      languagesComplete: false,
      stay: { kind: 'bankruptcy' },
      medical: { certificate: true, unableToPay: true, willingToArrange: true },
      arrangement: { state: 'kept' } as const,
      paymentsThrough: '2027-05-01T08:00:00-07:00',
      extensionUntil: '2027-06-30',
      tenants: {},
    };
    const rules = ['B2', 'B4', 'B5', 'B18', 'B18', 'B13', 'F8', 'B9', 'B16', 'B16', 'B10', 'B11', 'F7', 'F5', 'B19'];
    expectBarred(everything, '2027-05-29T10:00:00-07:00', rules, null);
  });
});

describe('an arrangement (B11)', () => {
  const posted = '2027-05-03T10:00:00-07:00';

  it('bars while it is kept', () => {
    expectBarred({ arrangement: { state: 'kept' } }, lawfulAt, ['B11'], null);
  });

  it('bars until it was broken for sixty days, the first day of non-compliance being the first (F1)', () => {
    expectLawful({ arrangement: { state: 'broken', brokenSince: '2027-03-27', finalPostedAt: posted } });
    const late = { state: 'broken', brokenSince: '2027-03-28', finalPostedAt: posted } as const;
    expectBarred({ arrangement: late }, lawfulAt, ['B11'], '2027-05-27T08:00:00-07:00');
  });

  it('bars until the final notice stood for five business days', () => {
    const since = { state: 'broken', brokenSince: '2027-01-04' } as const;
    expectLawful({ arrangement: { ...since, finalPostedAt: '2027-05-19T16:59:00-07:00' } });
    const late = { ...since, finalPostedAt: '2027-05-20T08:00:00-07:00' };
    expectBarred({ arrangement: late }, lawfulAt, ['B11'], '2027-05-27T08:00:00-07:00');
    const overHoliday = { ...since, finalPostedAt: '2027-05-25T08:00:00-07:00' };
    expectBarred({ arrangement: overHoliday }, lawfulAt, ['B11'], '2027-06-02T08:00:00-07:00');
  });

  it('bars while nobody posted a final notice or knows since when it is broken', () => {
    expectBarred({ arrangement: { state: 'broken', brokenSince: '2027-01-04' } }, lawfulAt, ['B11'], null);
    expectBarred({ arrangement: { state: 'broken', finalPostedAt: posted } }, lawfulAt, ['B11'], null);
  });
});
