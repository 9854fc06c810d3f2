import { decimal, plainText, type Quantity } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { type ActualRead, actualReads, type MeterFacts, type Read } from './read.ts';
import { type Advance, fitsRegister, registerAdvance } from './register.ts';
import { rollOverShare } from './settings.ts';

/** The use between two reads in a row. `months` is how many periods it covers; `use` is the whole of it. */
export interface PeriodUse {
  readonly period: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly months: number;
  readonly use: Quantity;
  readonly movement: Advance['kind'];
}

/** Use between two reads, in the meter's unit (multiplier applied). Throws RangeError on an impossible reading. */
export function useBetween(earlier: ActualRead, later: ActualRead, meter: MeterFacts): PeriodUse {
  const share = rollOverShare.on(later.readOn);
  const advance = registerAdvance(earlier.reading, later.reading, meter.registerDigits, share);
  return {
    period: periodOf(later.readOn),
    from: earlier.readOn,
    to: later.readOn,
    months: Math.max(1, monthsBetween(periodOf(earlier.readOn), periodOf(later.readOn))),
    use: plainText(advance.units.times(decimal(meter.multiplier))),
    movement: advance.kind,
  };
}

/** The use of each period, oldest first; a period without a read is part of the next one that has. */
export function usesFromReads(reads: readonly Read[], meter: MeterFacts): PeriodUse[] {
  const seen = readsOnRegister(reads, meter);
  return seen.slice(1).map((later, index) => useBetween(seen[index] as ActualRead, later, meter));
}

/** The reads that saw the register and that it can show, oldest first: the ones that use may be counted from. */
export function readsOnRegister(reads: readonly Read[], meter: MeterFacts): ActualRead[] {
  return actualReads(reads).filter((read) => fitsRegister(read.reading, meter.registerDigits));
}

/** The use of one of the months that a period's use covers. */
export function monthlyUse(use: PeriodUse): Quantity {
  return plainText(decimal(use.use).div(use.months));
}

export function periodOf(date: CivilDate): string {
  return date.slice(0, 7);
}

/** Whole months from one period `YYYY-MM` to another. */
export function monthsBetween(from: string, to: string): number {
  return monthNumber(to) - monthNumber(from);
}

/** The period some months before. */
export function periodBefore(period: string, months: number): string {
  const number = monthNumber(period) - months;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function monthNumber(period: string): number {
  return Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;
}
