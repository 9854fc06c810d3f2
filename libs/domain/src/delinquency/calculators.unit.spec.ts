import { describe, expect, it } from '@jest/globals';
import { leakAdjustmentCalculator } from '../billing/leak-adjustment-calculator.ts';
import { type Calculator, calculators, InputFault } from '../calculators/index.ts';
import { meterAccuracyCalculator } from '../metering/accuracy-calculator.ts';
import { lateChargesCalculator } from './late-charges-calculator.ts';
import { shutOffEligibilityCalculator } from './shut-off-calculator.ts';

const today = '2027-06-01';

function run(calculator: Calculator, input: unknown) {
  return calculator.run(calculator.input.parse(input), today);
}

describe('the calculator of shut-off', () => {
  const input = {
    at: '2027-05-26T10:00:00-07:00',
    service: 'residential',
    billMailedOn: '2027-02-01',
    dueOn: '2027-03-01',
    balance: '120.50',
    contacts: [{ kind: 'phone', at: '2027-04-26T10:00:00-07:00' }],
    noticeMailedAt: '2027-04-26T10:00:00-07:00',
    finalContacts: [{ kind: 'adult', at: '2027-05-24T10:00:00-07:00' }],
  };
  const asked = (change: object) => run(shutOffEligibilityCalculator, { ...input, ...change });

  it('answers with the verdict and a step for each rule that was looked at, also when it holds', () => {
    const { result, steps } = asked({});
    expect(result).toEqual({ allowed: true, unmet: [], earliest: '2027-05-26T17:00:00.000Z' });
    expect(steps.map(({ rule }) => rule)).toEqual('F4 B2 B4 B5 B18 B18 B13 F8 B9 B16 B16 B10 B11 F7 F5 B19'.split(' '));
    expect(steps.every(({ value }) => value === true)).toBe(true);
  });

  it('takes an instant for its day where an extension or a stay ends (B16, F7)', () => {
    const until = '2027-05-26T08:00:00-07:00';
    for (const change of [{ extensionUntil: until }, { stay: { kind: 'military-service', until } }])
      expect(asked(change).result).toMatchObject({ allowed: false, earliest: '2027-05-27T15:00:00.000Z' });
    expect(asked({ extensionUntil: '2027-05-25T23:59:00-07:00' }).result).toMatchObject({ allowed: true });
  });

  it('names what is unmet, and the step says so too', () => {
    const { result, steps } = asked({ dueOn: '2027-03-27', stay: 'bankruptcy' });
    expect(result).toMatchObject({ allowed: false, unmet: [{ rule: 'B4' }, { rule: 'F7' }], earliest: null });
    expect(steps.filter(({ value }) => value === false).map(({ rule }) => rule)).toEqual(['B4', 'F7']);
  });

  it.each([
    [true, false],
    [false, true],
    ['bankruptcy', false],
    [{ kind: 'bankruptcy' }, false],
    [{ kind: 'military-service', until: '2027-05-25' }, true],
  ])('takes the stay %j', (stay, allowed) => {
    expect(asked({ stay }).result).toMatchObject({ allowed });
  });

  it.each([
    { at: '2027-05-26' },
    { at: '2027-02-29T10:00:00Z' },
    { dueOn: '2027-02-29' },
    { dueOn: '9999-12-31' },
    { balance: 'NaN' },
    { balance: 120.5 },
    { service: 'farm' },
    { contacts: [{ kind: 'mail', at: '2027-04-26T10:00:00Z' }] },
    { medical: { certificate: true } },
    { unknownKey: 1 },
  ])('refuses %j', (change) => {
    expect(shutOffEligibilityCalculator.input.safeParse({ ...input, ...change }).success).toBe(false);
  });
});

describe('the calculator of late charges', () => {
  const input = { service: 'irrigation', amount: '100.00', dueOn: '2027-01-15', asOf: '2027-03-20' };
  const asked = (change: object) => run(lateChargesCalculator, { ...input, ...change });

  it('answers with penalty, interest and total, and steps that lead to them', () => {
    const { result, steps } = asked({ payments: [{ on: '2027-02-20', amount: '40.00' }] });
    expect(result).toEqual({ penalty: '10.00', interest: '2.40', total: '72.40' });
    expect(steps.map(({ value }) => value)).toEqual([
      '2027-01-15',
      '100.00',
      '10.00',
      '1.5',
      '0.9',
      '2.40',
      '40.00',
      '72.40',
    ]);
  });

  it('takes single figures of a policy, as text or number', () => {
    expect(asked({ policy: { penaltyPercent: 5 } }).result).toMatchObject({ penalty: '5.00', interest: '3.00' });
    expect(asked({ policy: { interestPercentPerMonth: '1' } }).result).toMatchObject({ interest: '2.00' });
    expect(asked({ policy: { monthCounting: 'portion' } }).result).toMatchObject({ interest: '4.50' });
    expect(asked({ policy: { graceDays: 30 } }).result).toMatchObject({ interest: '1.50' });
  });

  it('refuses a policy above the statute by its rule (B21, F13)', () => {
    expect(() => asked({ policy: { penaltyPercent: '10.01' } })).toThrow(InputFault);
    expect(() => asked({ policy: { interestPercentPerMonth: 1.6 } })).toThrow(/B21/);
    expect(asked({ policy: { penaltyPercent: '10', interestPercentPerMonth: '1.5' } }).result).toBeDefined();
  });

  it('charges groundwater one percent a month (C10)', () => {
    expect(asked({ service: 'groundwater' }).result).toEqual({ penalty: '0.00', interest: '2.00', total: '102.00' });
  });

  it('is quick over two centuries of months and many payments', () => {
    const payments = Array.from({ length: 1000 }, (_, n) => ({ on: `20${10 + (n % 90)}-01-01`, amount: '0.01' }));
    const begun = performance.now();
    asked({ dueOn: '2000-01-15', asOf: '2199-12-31', payments });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('the calculator of leak adjustments', () => {
  const input = {
    billedUse: '40',
    usualUse: '12',
    unitRate: '3.333',
    proofOfRepair: true,
    repairedOn: '2027-04-15',
    noticedOn: '2027-04-01',
    requestedOn: '2027-04-20',
  };
  const asked = (change: object) => run(leakAdjustmentCalculator, { ...input, ...change });

  it('answers with the credit, and a step for each condition (D5)', () => {
    const { result, steps } = asked({});
    expect(result).toEqual({ eligible: true, adjustedUse: '26', credit: '46.66', unmet: [] });
    expect(steps.map(({ value }) => value)).toEqual([true, true, true, true, '28', '26', '46.66']);
  });

  it('takes single figures of a policy', () => {
    expect(asked({ policy: { share: '1' } }).result).toMatchObject({ adjustedUse: '12' });
    expect(asked({ policy: { share: 0.25 } }).result).toMatchObject({ adjustedUse: '33' });
    expect(asked({ policy: { repairWithinDays: 13 } }).result).toMatchObject({ eligible: false });
    const lately = { lastAdjustmentOn: '2026-04-20' };
    expect(asked({ ...lately, policy: { everyMonths: 13 } }).result).toMatchObject({ eligible: false, credit: '0.00' });
  });

  it('refuses a share above the whole', () => {
    expect(leakAdjustmentCalculator.input.safeParse({ ...input, policy: { share: '1.01' } }).success).toBe(false);
    expect(leakAdjustmentCalculator.input.safeParse({ ...input, policy: { share: 1.01 } }).success).toBe(false);
  });
});

describe('the calculator of meter accuracy', () => {
  const tests = [
    { flow: 'minimum', registered: '9.6', actual: '10' },
    { flow: 'intermediate', registered: '102.5', actual: '100' },
    { flow: 'maximum', registered: '102', actual: '100' },
  ];
  const asked = (change: object) =>
    run(meterAccuracyCalculator, { meterSize: '5/8', customerClass: 'residential', tests, ...change });

  it('answers by flow, with verdict and months (D7, D8, F22)', () => {
    const { result, steps } = asked({});
    expect(result).toEqual({
      accuracy: [
        { flow: 'minimum', percent: '96', within: true },
        { flow: 'intermediate', percent: '102.5', within: false },
        { flow: 'maximum', percent: '102', within: false },
      ],
      verdict: 'fast',
      correctionMonths: 6,
    });
    expect(steps.map(({ value }) => value)).toEqual(['96', '102.5', '102', '102.25', 'fast', 6]);
  });

  it.each([
    { meterSize: '7' },
    { tests: tests.slice(0, 1) },
    { tests: [{ flow: 'maximum', registered: '1', actual: '0' }] },
  ])('refuses what no verdict can be made of: %j', (change) => {
    expect(() => asked(change)).toThrow(InputFault);
  });
});

describe('the registry of calculators', () => {
  it('holds the four of this subject by their contract names', () => {
    for (const name of ['shut-off-eligibility', 'late-charges', 'leak-adjustment', 'meter-accuracy'] as const) {
      expect(calculators[name]?.name).toBe(name);
    }
  });
});
