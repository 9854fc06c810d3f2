import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths } from '../time/index.ts';
import { beyondStatute, type LateCharge, type LateChargePolicy, lateChargePolicyOn, lateCharges } from './index.ts';

const terms: LateChargePolicy = {
  penaltyPercent: '10',
  interestPercentPerMonth: '1.5',
  graceDays: 0,
  monthCounting: 'whole',
};

/** A charge of a hundred dollars due on Friday 15 January 2027. */
function charged(change: Partial<LateCharge> = {}, policy: Partial<LateChargePolicy> = {}) {
  const charge: LateCharge = { amount: '100.00', dueOn: '2027-01-15', asOf: '2027-05-20', payments: [], ...change };
  const { penalty, interest, total } = lateCharges(charge, { ...terms, ...policy });
  return [penalty, interest, total];
}

describe('late charges (B21)', () => {
  it('are nothing through the due date, and the penalty the day after', () => {
    expect(charged({ asOf: '2027-01-01' })).toEqual(['0.00', '0.00', '100.00']);
    expect(charged({ asOf: '2027-01-15' })).toEqual(['0.00', '0.00', '100.00']);
    expect(charged({ asOf: '2027-01-16' })).toEqual(['10.00', '0.00', '110.00']);
  });

  it('are simple interest for each completed month', () => {
    expect(charged({ asOf: '2027-02-14' })).toEqual(['10.00', '0.00', '110.00']);
    expect(charged({ asOf: '2027-02-15' })).toEqual(['10.00', '1.50', '111.50']);
    expect(charged({ asOf: '2027-05-15' })).toEqual(['10.00', '6.00', '116.00']);
    expect(charged({ asOf: '2029-01-15' })).toEqual(['10.00', '36.00', '146.00']);
  });

  it('begin after the days of grace', () => {
    const grace = { graceDays: 10 };
    expect(charged({ asOf: '2027-01-25' }, grace)).toEqual(['0.00', '0.00', '100.00']);
    expect(charged({ asOf: '2027-01-26' }, grace)).toEqual(['10.00', '0.00', '110.00']);
    expect(charged({ asOf: '2027-02-24' }, grace)).toEqual(['10.00', '0.00', '110.00']);
    expect(charged({ asOf: '2027-02-25' }, grace)).toEqual(['10.00', '1.50', '111.50']);
  });

  it.each([
    ['2027-02-27', '0.00'],
    ['2027-02-28', '1.50'],
    ['2027-03-30', '1.50'],
    ['2027-03-31', '3.00'],
    ['2027-04-30', '4.50'],
  ])('count months from the last day of a month to the last day: on %s %s', (asOf, interest) => {
    expect(charged({ dueOn: '2026-12-31', asOf }, { graceDays: 31 })[1]).toBe(interest);
  });

  it('end a month on the leap day, and start one there', () => {
    const january = { dueOn: '2028-01-31' };
    expect(charged({ ...january, asOf: '2028-02-28' })[1]).toBe('0.00');
    expect(charged({ ...january, asOf: '2028-02-29' })[1]).toBe('1.50');
    expect(charged({ dueOn: '2028-02-29', asOf: '2028-03-28' })[1]).toBe('0.00');
    expect(charged({ dueOn: '2028-02-29', asOf: '2028-03-29' })[1]).toBe('1.50');
    expect(charged({ dueOn: '2028-02-29', asOf: '2029-02-28' })[1]).toBe('18.00');
  });

  it('count a portion as a month where the board says so (F13)', () => {
    const portion = { monthCounting: 'portion' } as const;
    expect(charged({ asOf: '2027-01-15' }, portion)).toEqual(['0.00', '0.00', '100.00']);
    expect(charged({ asOf: '2027-01-16' }, portion)[1]).toBe('1.50');
    expect(charged({ asOf: '2027-02-15' }, portion)[1]).toBe('1.50');
    expect(charged({ asOf: '2027-02-16' }, portion)[1]).toBe('3.00');
  });

  it('are nothing through the next business day when the due date is none (F21)', () => {
    const saturday = { dueOn: '2027-07-03' };
    expect(charged({ ...saturday, asOf: '2027-07-06' })[0]).toBe('0.00');
    expect(charged({ ...saturday, asOf: '2027-07-07' })[0]).toBe('10.00');
    expect(charged({ ...saturday, asOf: '2027-08-02' })[1]).toBe('0.00');
    expect(charged({ ...saturday, asOf: '2027-08-03' })[1]).toBe('1.50');
    const paid = { ...saturday, payments: [{ on: '2027-07-06', amount: '100.00' }] };
    expect(charged({ ...paid, asOf: '2027-12-31' })).toEqual(['0.00', '0.00', '0.00']);
    expect(charged({ ...saturday, asOf: '2027-07-06' }, { monthCounting: 'portion' })[1]).toBe('0.00');
  });

  it('are rounded to the cent, half up, once', () => {
    expect(charged({ amount: '0.05', asOf: '2027-01-16' })[0]).toBe('0.01');
    expect(charged({ amount: '0.04', asOf: '2027-01-16' })[0]).toBe('0.00');
    expect(charged({ amount: '100.33', asOf: '2027-04-15' })[1]).toBe('4.51');
    expect(charged({ amount: '0.00' })).toEqual(['0.00', '0.00', '0.00']);
  });
});

describe('payments', () => {
  const paid = (on: string, amount: string) => ({ payments: [{ on, amount }] });

  it('on the last timely day are in time, a day later they are not', () => {
    expect(charged(paid('2027-01-15', '40.00'))).toEqual(['6.00', '3.60', '69.60']);
    expect(charged(paid('2027-01-16', '40.00'))).toEqual(['10.00', '3.60', '73.60']);
  });

  it('lower the principal by which a month counts, up to its last day', () => {
    expect(charged({ ...paid('2027-02-15', '40.00'), asOf: '2027-02-15' })[1]).toBe('0.90');
    expect(charged({ ...paid('2027-02-16', '40.00'), asOf: '2027-03-15' })[1]).toBe('2.40');
  });

  it('after the day asked about are not counted', () => {
    expect(charged({ ...paid('2027-02-16', '40.00'), asOf: '2027-02-15' })).toEqual(['10.00', '1.50', '111.50']);
  });

  it('go to principal first, and what is over pays penalty and interest', () => {
    expect(charged(paid('2027-02-20', '100.00'))).toEqual(['10.00', '1.50', '11.50']);
    expect(charged(paid('2027-02-20', '111.50'))).toEqual(['10.00', '1.50', '0.00']);
  });

  it('add up in any order, two on a day too', () => {
    const payments = [
      { on: '2027-03-01', amount: '20.00' },
      { on: '2027-02-01', amount: '20.00' },
      { on: '2027-02-01', amount: '10.00' },
    ];
    expect(charged({ payments, asOf: '2027-03-15' })).toEqual(['10.00', '1.80', '61.80']);
  });
});

describe('the statute (B21, F13)', () => {
  it.each([
    ['10', '1.5', []],
    ['10.01', '1.5', ['penaltyPercent']],
    ['10', '1.51', ['interestPercentPerMonth']],
    ['11', '2', ['penaltyPercent', 'interestPercentPerMonth']],
    ['0', '0', []],
  ])(
    'allows a penalty of %s and interest of %s a month but for %j',
    (penaltyPercent, interestPercentPerMonth, fields) => {
      const beyond = beyondStatute({ ...terms, penaltyPercent, interestPercentPerMonth }, '2027-01-01');
      expect(beyond.map(({ field }) => field)).toEqual(fields);
    },
  );

  it('sets one percent a month and no penalty for late payment of groundwater charges (C10)', () => {
    expect(lateChargePolicyOn('2027-01-01', 'groundwater')).toMatchObject({
      penaltyPercent: '0',
      interestPercentPerMonth: '1',
      monthCounting: 'whole',
    });
  });
});

describe('late charges in general', () => {
  const someCharge = fc.record({
    amount: fc.nat(1_000_000).map((c) => (c / 100).toFixed(2)),
    dueOn: fc.nat(900).map((days) => addDays('2026-12-01', days)),
  });

  it('never fall as time goes on', () => {
    fc.assert(
      fc.property(someCharge, fc.nat(900), fc.nat(60), (charge, late, more) => {
        const asOf = addDays(charge.dueOn, late);
        const sooner = lateCharges({ ...charge, asOf, payments: [] }, terms);
        const later = lateCharges({ ...charge, asOf: addDays(asOf, more), payments: [] }, terms);
        expect(Number(later.total)).toBeGreaterThanOrEqual(Number(sooner.total));
      }),
    );
  });

  it('are percent times months of a principal that nobody pays on', () => {
    fc.assert(
      fc.property(someCharge, fc.integer({ min: 1, max: 30 }), (charge, months) => {
        const { interest } = lateCharges({ ...charge, asOf: addMonths(charge.dueOn, months), payments: [] }, terms);
        const exact = (BigInt(charge.amount.replace('.', '')) * 15n * BigInt(months) + 500n) / 1000n;
        expect(BigInt(interest.replace('.', ''))).toBe(exact);
      }),
    );
  });
});
