import { type Decimal, decimal, type Quantity } from '../money/index.ts';

/** How a register moved between two readings; `units` is negative only when it ran backward. */
export interface Advance {
  readonly kind: 'forward' | 'rolled-over' | 'backward';
  readonly units: Decimal;
}

/**
 * The way from one reading to a later one, in register units (rule D1).
 * A fall is a roll-over when going on past zero is at most `share` of the register; else it ran backward,
 * or one of the two was misread. Throws RangeError on a reading that the register cannot show.
 */
export function registerAdvance(earlier: Quantity, later: Quantity, registerDigits: number, share: Quantity): Advance {
  const capacity = decimal('1').times(`1e${registerDigits}`);
  const moved = readable(later, capacity).minus(readable(earlier, capacity));
  if (!moved.isNegative()) return { kind: 'forward', units: moved };
  const pastZero = moved.plus(capacity);
  if (pastZero.lte(capacity.times(share))) return { kind: 'rolled-over', units: pastZero };
  return { kind: 'backward', units: moved };
}

/** Whether a register of that many digits can show the reading. */
export function fitsRegister(reading: Quantity, registerDigits: number): boolean {
  const value = decimal(reading);
  return !value.isNegative() && value.lt(`1e${registerDigits}`);
}

function readable(reading: Quantity, capacity: Decimal): Decimal {
  const value = decimal(reading);
  if (value.isNegative() || value.gte(capacity)) throw new RangeError(`the register cannot show ${reading}`);
  return value;
}
