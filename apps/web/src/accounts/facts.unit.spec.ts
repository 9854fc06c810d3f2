import { describe, expect, it } from '@jest/globals';
import { dollars } from './facts.ts';

describe('an amount of money', () => {
  it('is shown to the cent, with its thousands, and never by floating point', () => {
    expect(dollars('1234567.5')).toBe('$1,234,567.50');
    expect(dollars('-84.10')).toBe('−$84.10');
    expect(dollars('0')).toBe('$0.00');
    expect(dollars('9007199254740993.01')).toBe('$9,007,199,254,740,993.01');
  });
});
