import { describe, expect, it } from '@jest/globals';
import type { Bill } from '../billing/index.ts';
import { assembleUsage, compareUsage, exceedsUsual, isHigh, type MeterFacts, type Usage, usualUse } from './index.ts';

const meter: MeterFacts = { serial: 'M-1', size: '5/8', registerDigits: 6, unit: 'CCF', multiplier: '1' };

function bill(period: string, use: string): Bill {
  return { period, billedOn: `${period}-28`, dueOn: `${period}-28`, use, amount: '50.00' };
}

describe('the usual use (D3)', () => {
  it('is that of the same period last year', () => {
    const history = [
      { period: '2026-04', use: '10' },
      { period: '2027-03', use: '30' },
    ];
    expect(usualUse('2027-04', history)).toEqual({ use: '10', basis: 'same-period-last-year', periods: ['2026-04'] });
  });

  it('is the average of the three periods before when last year is unknown', () => {
    const history = ['2026-12', '2027-01', '2027-02', '2027-03', '2027-05'].map((period, i) => ({
      period,
      use: `${i}`,
    }));
    expect(usualUse('2027-04', history)).toEqual({
      use: '2',
      basis: 'average-of-periods-before',
      periods: ['2027-03', '2027-02', '2027-01'],
    });
  });

  it('is unknown for an account without a period before', () => {
    expect(usualUse('2027-04', [{ period: '2027-04', use: '9' }])).toBeNull();
  });
});

describe('high use (D3)', () => {
  const policy = { factor: '2.0', leastHighUse: '5' };
  it.each([
    ['20', '10', true],
    ['19.999', '10', false],
    ['5', '0', true],
    ['4.999', '0', false],
    ['4', '1', false],
    ['5', '2.5', true],
  ])('%s against a usual %s: %s', (use, usual, high) => {
    expect(exceedsUsual(use, usual, policy)).toBe(high);
  });

  it('never calls no use high, even where no least use is set', () => {
    expect(exceedsUsual('0', '0', { factor: '2.0', leastHighUse: '0' })).toBe(false);
  });
});

describe('the usage of a disputed period', () => {
  const bills = [bill('2026-04', '10'), bill('2027-02', '12'), bill('2027-03', '11'), bill('2027-04', '30')];
  const reads = [
    { readOn: '2027-02-26', reading: '1012' },
    { readOn: '2027-03-26', reading: '1023' },
    { readOn: '2027-04-27', reading: '1053' },
    { readOn: '2027-05-27', reading: '1060' },
  ];

  it('is that of the latest bill when no period is named', () => {
    const usage = assembleUsage({ reads, bills, meter });
    expect(usage).toMatchObject({
      period: '2027-04',
      use: '30',
      disputedReading: '1053',
      previousReading: '1023',
      usual: { use: '10', basis: 'same-period-last-year' },
      bill: { amount: '50.00' },
    });
    expect(isHigh(usage as Usage)).toBe(true);
  });

  it('is that of the period named', () => {
    const usage = assembleUsage({ reads, bills, meter, period: '2027-03' });
    expect(usage).toMatchObject({ use: '11', disputedReading: '1023', usual: { use: '11' } });
    expect(isHigh(usage as Usage)).toBe(false);
  });

  it('falls back on the bill when the period was billed without a read', () => {
    const unread = [...reads.slice(0, 2), { readOn: '2027-04-27', reading: null, nonReadCode: 'NOACC' }];
    expect(assembleUsage({ reads: unread, bills, meter })).toMatchObject({ use: '30', disputedReading: null });
  });

  it('is spread over the months that one read covers', () => {
    const gap = [
      { readOn: '2027-01-26', reading: '1000' },
      { readOn: '2027-04-27', reading: '1036' },
    ];
    const usage = assembleUsage({ reads: gap, bills, meter }) as Usage;
    expect(usage).toMatchObject({ use: '36', months: 3 });
    expect(compareUsage(usage)).toBe('usual');
  });

  it('comes from the reads alone where nothing was billed', () => {
    expect(assembleUsage({ reads, bills: [], meter })).toMatchObject({ period: '2027-05', use: '7', bill: null });
  });

  it('leaves out readings that the register cannot show', () => {
    const odd = [...reads.slice(0, 3), { readOn: '2027-04-28', reading: '1000000' }];
    expect(assembleUsage({ reads: odd, bills, meter })).toMatchObject({ disputedReading: '1053' });
  });

  it('is looked into when there is nothing to compare it with', () => {
    const usage = assembleUsage({ reads: [], bills: [bill('2027-04', '30')], meter }) as Usage;
    expect(compareUsage(usage)).toBe('unknown');
    expect(isHigh(usage)).toBe(true);
  });

  it('is unknown without a bill or two reads', () => {
    expect(assembleUsage({ reads: reads.slice(0, 1), bills: [], meter })).toBeNull();
    expect(assembleUsage({ reads: [], bills: [], meter })).toBeNull();
  });
});
