import { describe, expect, it } from '@jest/globals';
import {
  type Bill,
  type LeakClaim,
  leakAdjustment,
  type MeterFinding,
  meterCorrection,
  misreadCorrection,
  unexplainedAdjustment,
} from './index.ts';

describe('the correction of a misread (D4)', () => {
  it('gives back what never passed, at the rate that was billed', () => {
    expect(misreadCorrection({ use: '30', amount: '100.00' }, '10')).toEqual({
      billedUse: '30',
      correctUse: '10',
      unitRate: '3.333333',
      credit: '66.67',
    });
  });

  it('uses the rate where it is known', () => {
    expect(misreadCorrection({ use: '30', amount: '100.00' }, '10', '2.505').credit).toBe('50.10');
  });

  it('is never more than the bill and never below zero', () => {
    expect(misreadCorrection({ use: '30', amount: '100.00' }, '0').credit).toBe('100.00');
    expect(misreadCorrection({ use: '30', amount: '100.00' }, '-5').credit).toBe('100.00');
    expect(misreadCorrection({ use: '30', amount: '100.00' }, '10', '9').credit).toBe('100.00');
    expect(misreadCorrection({ use: '30', amount: '100.00' }, '31').credit).toBe('0.00');
    expect(misreadCorrection({ use: '0', amount: '20.00' }, '0').credit).toBe('0.00');
  });
});

describe('a leak adjustment by the written policy (D5)', () => {
  const claim: LeakClaim = {
    billedUse: '40',
    usualUse: '12',
    unitRate: '3.333',
    noticedOn: '2027-04-01',
    repairedOn: '2027-04-15',
    proofOfRepair: true,
    requestedOn: '2027-04-20',
  };

  it('forgives half of the excess at the rate of the bill', () => {
    expect(leakAdjustment(claim)).toEqual({ eligible: true, adjustedUse: '26', credit: '46.66', unmet: [] });
  });

  it('follows the shares of another policy', () => {
    const policy = { share: '1', everyMonths: 24, repairWithinDays: 14 };
    expect(leakAdjustment(claim, policy)).toMatchObject({ adjustedUse: '12', credit: '93.32' });
  });

  it.each<[string, Partial<LeakClaim>, boolean]>([
    ['repaired on the last day', { repairedOn: '2027-04-15' }, true],
    ['repaired a day late', { repairedOn: '2027-04-16' }, false],
    ['no day of repair after a notice', { repairedOn: undefined }, false],
    ['never noticed', { noticedOn: undefined, repairedOn: undefined }, true],
    ['no proof of repair', { proofOfRepair: false }, false],
    ['adjusted a year before to the day', { lastAdjustmentOn: '2026-04-20' }, true],
    ['adjusted a day less than a year before', { lastAdjustmentOn: '2026-04-21' }, false],
    ['use at the usual', { billedUse: '12' }, false],
    ['use just above the usual', { billedUse: '12.1' }, true],
  ])('%s: %j is eligible: %s', (_what, change, eligible) => {
    const result = leakAdjustment({ ...claim, ...change });
    expect(result.eligible).toBe(eligible);
    expect(result.unmet).toHaveLength(eligible ? 0 : 1);
    if (!eligible) expect(result).toMatchObject({ credit: '0.00', unmet: [{ rule: 'D5' }] });
  });

  it('names every condition that does not hold', () => {
    const result = leakAdjustment({
      ...claim,
      billedUse: '1',
      proofOfRepair: false,
      repairedOn: undefined,
      lastAdjustmentOn: '2027-01-01',
    });
    expect(result.unmet).toHaveLength(4);
    expect(result.adjustedUse).toBe('1');
  });

  it('counts the months from a leap day to the end of February', () => {
    const leap = { ...claim, noticedOn: undefined, lastAdjustmentOn: '2028-02-29' };
    expect(leakAdjustment({ ...leap, requestedOn: '2029-02-28' }).eligible).toBe(true);
    expect(leakAdjustment({ ...leap, requestedOn: '2029-02-27' }).eligible).toBe(false);
  });
});

describe('the correction after a meter test (D8, F22)', () => {
  const bills: Bill[] = ['2026-10-01', '2026-10-02', '2027-01-02', '2027-04-01', '2027-04-02'].map((billedOn) => ({
    period: billedOn.slice(0, 7),
    billedOn,
    dueOn: billedOn,
    use: '10',
    amount: '105.00',
  }));
  const fast: MeterFinding = { percent: '105', verdict: 'fast', correctionMonths: 6, testedOn: '2027-04-01' };

  it('refunds a fast meter for the bills of the months allowed', () => {
    expect(meterCorrection(bills, { ...fast, testedOn: '2027-04-02' })).toEqual({
      kind: 'refund',
      amount: '20.00',
      since: '2026-10-02',
      periods: ['2026-10', '2027-01', '2027-04', '2027-04'],
    });
  });

  it('refunds further back where the start of the fault is known', () => {
    expect(meterCorrection(bills, { ...fast, faultSince: '2026-01-01' })).toMatchObject({ amount: '20.00' });
    expect(meterCorrection(bills, { ...fast, faultSince: '2027-01-01' })).toMatchObject({ amount: '10.00' });
  });

  it('bills back a slow meter, never further than the limit', () => {
    const slow: MeterFinding = { ...fast, percent: '70', verdict: 'slow', testedOn: '2027-04-01' };
    expect(meterCorrection(bills.slice(0, 1), slow)).toMatchObject({ kind: 'back-bill', amount: '45.00' });
    const early = { ...slow, faultSince: '2020-01-01' };
    expect(meterCorrection(bills, early).since).toBe('2026-10-01');
    expect(meterCorrection(bills, { ...slow, faultSince: '2027-04-01' })).toMatchObject({ periods: ['2027-04'] });
  });

  it('corrects nothing within the limits or the allowance', () => {
    expect(meterCorrection(bills, { ...fast, verdict: 'within' }).kind).toBe('none');
    expect(meterCorrection(bills, { ...fast, correctionMonths: 0 })).toMatchObject({ kind: 'none', amount: '0.00' });
  });

  it('does not bill a meter that stood still by division (D10)', () => {
    expect(() => meterCorrection(bills, { ...fast, verdict: 'slow', percent: '0' })).toThrow(RangeError);
  });
});

describe('the adjustment of unexplained use, once a year (D4)', () => {
  const claim = { billedUse: '40', usualUse: '12', unitRate: '3', on: '2027-04-20' };

  it('forgives half of the excess', () => {
    expect(unexplainedAdjustment(claim)).toEqual({ eligible: true, adjustedUse: '26', credit: '42.00', unmet: [] });
  });

  it('is given again after a year, not a day earlier', () => {
    expect(unexplainedAdjustment({ ...claim, lastUnexplainedOn: '2026-04-20' }).eligible).toBe(true);
    expect(unexplainedAdjustment({ ...claim, lastUnexplainedOn: '2026-04-21' })).toMatchObject({
      eligible: false,
      adjustedUse: '40',
      credit: '0.00',
      unmet: [{ rule: 'D4' }],
    });
    expect(unexplainedAdjustment({ ...claim, billedUse: '12' }).eligible).toBe(false);
  });
});
