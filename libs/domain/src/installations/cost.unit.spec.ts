import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputFault } from '../calculators/input-fault.ts';
import { installationCostCalculator as calculator } from './cost-calculator.ts';

const today = '2027-04-01';
const calculate = (more: object) =>
  calculator.run(calculator.input.parse({ meterSize: '5/8', serviceKind: 'residential', ...more }), today);

describe('D18: the capacity fee is the base × the ratio of the meter', () => {
  it.each([
    ['5/8', '1000.00'],
    ['3/4', '1500.00'],
    ['1', '2500.00'],
    ['1.5', '5000.00'],
    ['2', '8000.00'],
    ['3', '16000.00'],
    ['4', '25000.00'],
    ['6', '50000.00'],
    ['8', '80000.00'],
  ])('%s inch', (meterSize, capacityFee) => {
    expect(calculate({ meterSize, capacityFeeBase: '1000' }).result).toMatchObject({ capacityFee, total: capacityFee });
  });

  it.each([
    ['2', '10000.00'],
    ['3', '24000.00'],
    ['4', '42000.00'],
    ['6', '92000.00'],
    ['8', '160000.00'],
  ])('%s inch turbine, whether the size or the kind of service says so', (size, capacityFee) => {
    const base = { capacityFeeBase: '1000' };
    expect(calculate({ ...base, meterSize: size, serviceKind: 'turbine' }).result.capacityFee).toBe(capacityFee);
    expect(calculate({ ...base, meterSize: `${size}" turbine` }).result.capacityFee).toBe(capacityFee);
    expect(calculate({ ...base, meterSize: `Turbine ${size}"` }).result.capacityFee).toBe(capacityFee);
  });

  it.each(['5/8"', '5/8 inch', '5/8-inch', '5/8 in.', '5/8 x 3/4', '5/8x3/4"', '0.625'])(
    'reads %j as 5/8',
    (meterSize) => {
      expect(calculate({ meterSize, capacityFeeBase: '1' }).result.capacityFee).toBe('1.00');
    },
  );

  it.each(['1.5"', '1 1/2"', '1-1/2 in', '1-1/2"', '1.50'])('reads %j as one and a half inches', (meterSize) => {
    expect(calculate({ meterSize, capacityFeeBase: '1' }).result.capacityFee).toBe('5.00');
  });

  it.each([
    ['7', 'residential'],
    ['10', 'residential'],
    ['12"', 'commercial'],
    ['large', 'residential'],
    ['1', 'turbine'],
    ['5/8 turbine', 'agricultural'],
  ])('refuses %s inch for %s: the table has no ratio', (meterSize, serviceKind) => {
    expect(() => calculate({ meterSize, serviceKind })).toThrow(InputFault);
  });
});

describe('D19: the estimate', () => {
  const lines = [
    { item: 'meter and box', quantity: '1', unitCost: '312.50' },
    { item: 'labor', quantity: '2.25', unitCost: '81.33' },
  ];

  it('is lines + overhead on the lines + capacity fee − credits', () => {
    const { result, steps } = calculate({ lines, overheadPercent: '15', capacityFeeBase: '4200', credits: '500' });
    expect(result).toMatchObject({ lines: '495.49', overhead: '74.32', capacityFee: '4200.00', total: '4269.81' });
    expect(steps.map(({ value }) => value)).toEqual(expect.arrayContaining(['312.50', '182.99', '500.00', '4269.81']));
  });

  it('rounds each part to the cent, half up', () => {
    const line = (quantity: string, unitCost: string) => ({ item: 'pipe', quantity, unitCost });
    expect(calculate({ lines: [line('0.5', '0.01')] }).result.lines).toBe('0.01');
    expect(calculate({ lines: [line('0.49', '0.01')] }).result.lines).toBe('0.00');
    expect(calculate({ lines: [line('1', '0.10')], overheadPercent: '5' }).result.overhead).toBe('0.01');
    expect(calculate({ lines: [line('1', '0.10')], overheadPercent: 4.9 }).result.overhead).toBe('0.00');
  });

  it('charges no overhead on the capacity fee and nothing for what is not given', () => {
    const { result } = calculate({ capacityFeeBase: '1000', overheadPercent: '15' });
    expect(result).toMatchObject({ lines: '0.00', overhead: '0.00', total: '1000.00' });
    expect(calculate({}).result.total).toBe('0.00');
  });

  it('holds for the days of the dated setting, from the day it was made', () => {
    expect(calculate({}).result.validUntil).toBe('2027-06-30');
    expect(calculate({ madeOn: '2027-12-31' }).result.validUntil).toBe('2028-03-30');
  });

  it.each([
    ['a negative cost', { lines: [{ item: 'meter', quantity: '1', unitCost: '-1' }] }],
    ['a negative credit', { credits: '-1' }],
    ['a negative overhead', { overheadPercent: -1 }],
    ['money as a number', { capacityFeeBase: 4200 }],
    ['an unknown key', { discount: '5' }],
  ])('refuses %s', (_, more) => {
    expect(calculator.input.safeParse({ meterSize: '1', serviceKind: 'residential', ...more }).success).toBe(false);
  });

  it('adds up to the cent whatever the figures', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 }).map((n) => (n / 100).toFixed(2));
    const line = fc.record({ item: fc.constant('item'), quantity: amount, unitCost: amount });
    const asked = fc.record({
      lines: fc.array(line, { maxLength: 5 }),
      overheadPercent: fc.constantFrom('0', '7.5', '15'),
    });
    fc.assert(
      fc.property(asked, amount, amount, (terms, capacityFeeBase, credits) => {
        const { result } = calculate({ ...terms, capacityFeeBase, credits });
        const inCents = (money: string) => BigInt(money.replace('.', ''));
        const parts = inCents(result.lines) + inCents(result.overhead) + inCents(result.capacityFee);
        expect(inCents(result.total)).toBe(parts - inCents(Number(credits).toFixed(2)));
      }),
    );
  });
});
