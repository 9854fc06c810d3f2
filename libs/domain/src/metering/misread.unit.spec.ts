import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isMisread } from './index.ts';

describe('a misread (D4)', () => {
  it.each([
    ['1500', '1000', '1498', true],
    ['1500', '1000', '1499', false],
    ['1500', '1000', '1500', false],
    ['1500', '1000', '1520', false],
    ['9000', '1000', '1020', true],
    ['1500', '1000', '990', true],
    ['9990', '9980', '5', false],
    ['30', '9980', '9995', true],
    ['30', '9980', '40', false],
    ['30', '9980', '29', false],
    ['30', '9980', '28', true],
  ])('disputed %s after %s, seen again %s: %s', (disputedReading, previousReading, rereading, misread) => {
    expect(isMisread({ disputedReading, previousReading, rereading, registerDigits: 4, tolerance: '1' })).toBe(misread);
  });

  it('is found without a reading before, too', () => {
    const first = { previousReading: null, registerDigits: 4, disputedReading: '900' };
    expect(isMisread({ ...first, rereading: '600' })).toBe(true);
    expect(isMisread({ ...first, rereading: '905' })).toBe(false);
  });

  it('takes a figure that the register cannot show as it stands', () => {
    const odd = { previousReading: '1000', registerDigits: 4 };
    expect(isMisread({ ...odd, disputedReading: '15000', rereading: '1500' })).toBe(true);
    expect(isMisread({ ...odd, disputedReading: '1500', rereading: '15000' })).toBe(false);
  });

  it('is never found in a register that has run on since, within a quarter of its way', () => {
    const register = fc.record({ start: fc.nat(9999), disputed: fc.nat(2500), more: fc.nat(2499) });
    fc.assert(
      fc.property(register, ({ start, disputed, more }) => {
        const at = (units: number) => String((start + units) % 10_000);
        return !isMisread({
          previousReading: at(0),
          disputedReading: at(disputed),
          rereading: at(disputed + more),
          registerDigits: 4,
        });
      }),
    );
  });
});
