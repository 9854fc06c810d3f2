import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from './instant.ts';

describe('An instant as text', () => {
  it('is what the language itself writes, whatever the instant', () => {
    const anyMs = fc.oneof(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.integer({ min: 0, max: 7_258_118_400_000 }));
    fc.assert(
      fc.property(anyMs, (ms) => instantOf(ms) === new Date(ms).toISOString()),
      { numRuns: 2_000 },
    );
  });

  it.each([0, 999, 1_000, 59_999, 86_399_999, 86_400_000, 253_402_300_799_999, 253_402_300_800_000, -1])(
    'is right at %d ms',
    (ms) => {
      expect(instantOf(ms)).toBe(new Date(ms).toISOString());
    },
  );

  it('is none where there is no instant', () => {
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, 8.65e15])
      expect(() => instantOf(none)).toThrow(RangeError);
  });
});
