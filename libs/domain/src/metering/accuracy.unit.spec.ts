import { describe, expect, it } from '@jest/globals';
import { type FlowTest, meterAccuracy, testFlow } from './index.ts';

const on = '2027-04-01';
const at = (flow: FlowTest['flow'], registered: string, actual = '100'): FlowTest => ({ flow, registered, actual });
const both = (registered: string) => [at('intermediate', registered), at('maximum', registered)];

describe('the accuracy of a meter', () => {
  it.each([
    ['minimum', '95', true],
    ['minimum', '94.99', false],
    ['minimum', '101', true],
    ['minimum', '101.01', false],
    ['intermediate', '98.5', true],
    ['intermediate', '98.49', false],
    ['maximum', '101.5', true],
    ['maximum', '101.51', false],
  ] as const)('at %s flow and %s percent is within: %s (D7)', (flow, registered, within) => {
    const tests = flow === 'minimum' ? [at(flow, registered), ...both('100')] : [at(flow, registered)];
    expect(meterAccuracy(tests, 'other', on).accuracy[0]).toEqual({ flow, percent: registered, within });
  });

  it.each([
    ['98.5', 'residential', 'within', 0],
    ['101.5', 'residential', 'within', 0],
    ['101.51', 'residential', 'fast', 0],
    ['102', 'residential', 'fast', 0],
    ['102.01', 'residential', 'fast', 6],
    ['98.49', 'residential', 'slow', 0],
    ['75', 'residential', 'slow', 0],
    ['74.99', 'residential', 'slow', 6],
    ['95', 'other', 'slow', 0],
    ['94.99', 'other', 'slow', 6],
    ['0', 'other', 'slow', 6],
  ] as const)(
    'of %s percent for %s is %s, corrected for %d months (D8, F22)',
    (registered, customer, verdict, months) => {
      expect(meterAccuracy(both(registered), customer, on)).toMatchObject({ verdict, correctionMonths: months });
    },
  );

  it('is judged by the mean of intermediate and maximum flow, never by the minimum (F22)', () => {
    const tests = [at('minimum', '80'), at('intermediate', '103'), at('maximum', '99')];
    const result = meterAccuracy(tests, 'residential', on);
    expect(result).toMatchObject({ mean: '101', verdict: 'within', correctionMonths: 0 });
    expect(result.accuracy.map(({ within }) => within)).toEqual([false, false, true]);
  });

  it('counts a flow that was run twice once, by its mean', () => {
    const tests = [at('intermediate', '104'), at('intermediate', '102'), at('maximum', '100')];
    expect(meterAccuracy(tests, 'residential', on).mean).toBe('101.5');
  });

  it('is judged before rounding', () => {
    expect(meterAccuracy([at('maximum', '101.504')], 'residential', on)).toMatchObject({
      accuracy: [{ percent: '101.5', within: false }],
      verdict: 'fast',
    });
  });

  it('needs water that passed, at a flow that counts', () => {
    expect(() => meterAccuracy([at('minimum', '99')], 'other', on)).toThrow(RangeError);
    expect(() => meterAccuracy([at('maximum', '99', '0')], 'other', on)).toThrow(RangeError);
    expect(() => meterAccuracy([at('maximum', '-1')], 'other', on)).toThrow(RangeError);
  });

  it('is tested at the flows of its size (D7)', () => {
    expect(testFlow('5/8', 'maximum', on)).toBe('15');
    expect(testFlow('6', 'minimum', on)).toBe('12');
    expect(testFlow('8', 'maximum', on)).toBeNull();
  });
});
