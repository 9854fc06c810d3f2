import { describe, expect, it } from '@jest/globals';
import { cents, decimal, percentOf, plainText, sum } from './index.ts';

describe('money', () => {
  it.each([
    ['0.005', '0.01'],
    ['0.0049', '0.00'],
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['-0.004', '0.00'],
    ['123456789012.345', '123456789012.35'],
  ])('is rounded to the cent, half up: %s is %s', (exact, rounded) => {
    expect(cents(exact)).toBe(rounded);
  });

  it.each(['NaN', '1e309', 'Infinity', '', ' 1', '1.', '.5', '0x10', '--1', '1,000'])(
    'is refused when it is no plain number: %j',
    (text) => {
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );

  it('adds up without the error of binary fractions', () => {
    expect(cents(sum(['0.1', '0.2', '0.3']))).toBe('0.60');
    expect(sum([]).toFixed()).toBe('0');
  });

  it('takes a percentage exactly', () => {
    expect(percentOf('33.33', '1.5').toFixed()).toBe('0.49995');
  });

  it('writes quantities without exponent or trailing zeros', () => {
    expect(plainText('10.500')).toBe('10.5');
    expect(plainText('0.0000001')).toBe('0');
    expect(plainText('100000000000000000000')).toBe('100000000000000000000');
  });
});
