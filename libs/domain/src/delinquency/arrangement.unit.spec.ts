import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amortization, amortizationFaults, type KeptRecord, keepingOf, shutOffVerdict } from './index.ts';
import { lawfulDwelling } from './shut-off.fixture.ts';

const instalments = [
  { on: '2027-01-15', amount: '50.00' },
  { on: '2027-02-15', amount: '50.00' },
  { on: '2027-03-15', amount: '50.00' },
];

function keeping(asOf: string, record: Partial<KeptRecord> = {}) {
  return keepingOf({ instalments, payments: [], ...record }, asOf);
}

describe('an arrangement (B11)', () => {
  it('is kept through the day of an instalment and broken from the next (F1)', () => {
    expect(keeping('2027-01-15')).toEqual({ state: 'kept' });
    expect(keeping('2027-01-16')).toEqual({ state: 'broken', brokenSince: '2027-01-16' });
    expect(keeping('2027-06-01')).toEqual({ state: 'broken', brokenSince: '2027-01-16' });
  });

  it('is in time on the next business day when the instalment falls on a holiday (F21)', () => {
    const payments = [{ on: '2027-01-15', amount: '50.00' }];
    expect(keeping('2027-02-16', { payments })).toEqual({ state: 'kept' });
    expect(keeping('2027-02-17', { payments })).toEqual({ state: 'broken', brokenSince: '2027-02-17' });
  });

  it('is cured by paying up, and broken anew by the next that is missed', () => {
    const payments = [{ on: '2027-01-20', amount: '50.00' }];
    expect(keeping('2027-01-19', { payments })).toMatchObject({ brokenSince: '2027-01-16' });
    expect(keeping('2027-01-20', { payments })).toEqual({ state: 'kept' });
    expect(keeping('2027-03-01', { payments })).toMatchObject({ brokenSince: '2027-02-17' });
  });

  it('is not cured by a payment in part', () => {
    const payments = [{ on: '2027-01-20', amount: '49.99' }];
    expect(keeping('2027-01-21', { payments })).toMatchObject({ brokenSince: '2027-01-16' });
  });

  it('may be paid ahead, and is completed by the last cent', () => {
    const ahead = [{ on: '2027-01-02', amount: '149.99' }];
    expect(keeping('2027-03-15', { payments: ahead })).toEqual({ state: 'kept' });
    expect(keeping('2027-03-16', { payments: ahead })).toMatchObject({ state: 'broken' });
    expect(keeping('2027-01-02', { payments: [{ on: '2027-01-02', amount: '150.00' }] })).toEqual({
      state: 'completed',
    });
  });

  it('is broken by current charges that are not paid beside the instalments (B11)', () => {
    const currentCharges = [{ dueOn: '2027-02-01', amount: '80.00' }];
    const first = { on: '2027-01-02', amount: '50.00' };
    const unpaid = { payments: [first], currentCharges };
    expect(keeping('2027-02-01', unpaid)).toEqual({ state: 'kept' });
    expect(keeping('2027-02-02', unpaid)).toEqual({ state: 'broken', brokenSince: '2027-02-02' });
    const short = { payments: [first, { on: '2027-02-01', amount: '79.99' }], currentCharges };
    expect(keeping('2027-02-02', short)).toEqual({ state: 'broken', brokenSince: '2027-02-02' });
    const late = { payments: [first, { on: '2027-02-10', amount: '80.00' }], currentCharges };
    expect(keeping('2027-02-09', late)).toMatchObject({ state: 'broken' });
    expect(keeping('2027-02-10', late)).toEqual({ state: 'kept' });
  });

  it('is as if unpaid when the payment was returned (F9)', () => {
    expect(keeping('2027-01-20', { payments: [{ on: '2027-01-15', amount: '50.00' }] }).state).toBe('kept');
    expect(keeping('2027-01-20', { payments: [] }).state).toBe('broken');
  });

  it('carries a shut-off after sixty full days of non-compliance, as a bill does, and its final posting', () => {
    const { brokenSince } = keeping('2027-06-01');
    const arrangement = { state: 'broken' as const, brokenSince, finalPostedAt: '2027-03-01T10:00:00-08:00' };
    const facts = { ...lawfulDwelling, dueOn: '2026-12-01', arrangement, billMailedOn: '2026-11-01' };
    const done = {
      ...facts,
      contacts: [{ kind: 'phone' as const, at: '2027-01-18T10:00:00-08:00' }],
      noticeMailedAt: '2027-01-19T10:00:00-08:00',
      finalContacts: [{ kind: 'adult' as const, at: '2027-03-10T10:00:00-08:00' }],
    };
    expect(brokenSince).toBe('2027-01-16');
    const sixtieth = shutOffVerdict(done, '2027-03-16T10:00:00-07:00');
    expect(sixtieth.unmet.map(({ rule }) => rule)).toEqual(['B11']);
    expect(sixtieth.earliest).toBe('2027-03-17T15:00:00.000Z');
    expect(shutOffVerdict(done, '2027-03-17T08:00:00-07:00').allowed).toBe(true);
  });
});

describe('amortization', () => {
  it('adds up to the cent, the rest in the last instalment', () => {
    expect(amortization('100.00', 3, '2027-01-31')).toEqual([
      { on: '2027-01-31', amount: '33.33' },
      { on: '2027-02-28', amount: '33.33' },
      { on: '2027-03-31', amount: '33.34' },
    ]);
  });

  it('takes at most twelve months (B10, B17)', () => {
    expect(amortization('120.00', 12, '2027-01-15')).toHaveLength(12);
    expect(() => amortization('120.00', 13, '2027-01-15')).toThrow(RangeError);
    expect(() => amortization('120.00', 0, '2027-01-15')).toThrow(RangeError);
    expect(() => amortization('120.00', 1.5, '2027-01-15')).toThrow(RangeError);
  });

  it('is refused with every fault named', () => {
    const agreed = '2027-01-15';
    expect(amortizationFaults('100.00', agreed, amortization('100.00', 12, agreed))).toEqual([]);
    expect(amortizationFaults('100.00', agreed, [{ on: '2028-01-15', amount: '100.00' }])).toEqual([]);
    expect(amortizationFaults('100.00', agreed, [{ on: '2028-01-16', amount: '100.00' }])).toHaveLength(1);
    const bad = [
      { on: '2027-01-14', amount: '0.00' },
      { on: '2028-02-01', amount: '99.99' },
    ];
    expect(amortizationFaults('100.00', agreed, bad)).toHaveLength(4);
    expect(amortizationFaults('100.00', agreed, [])).toHaveLength(1);
  });

  it('always adds up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 9_999_999 }), fc.integer({ min: 1, max: 12 }), (total, months) => {
        const amount = (total / 100).toFixed(2);
        const parts = amortization(amount, months, '2027-01-31');
        expect(amortizationFaults(amount, '2027-01-31', parts)).toEqual([]);
      }),
    );
  });
});
