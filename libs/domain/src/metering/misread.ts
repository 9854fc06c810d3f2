import { type Decimal, decimal, type Quantity } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { fitsRegister, registerAdvance } from './register.ts';
import { misreadTolerance, rollOverShare } from './settings.ts';

/** A disputed reading against a second look at the same register. Readings and tolerance are in register units. */
export interface ReReading {
  readonly disputedReading: Quantity;
  readonly previousReading: Quantity | null;
  readonly rereading: Quantity;
  readonly registerDigits: number;
  readonly tolerance?: Quantity;
  /** The day of the re-read; decides which figures are in force. */
  readonly on?: CivilDate;
}

const always = '9999-12-31';

/**
 * Whether the disputed reading was a misread (rule D4): a register only runs forward, so a re-read that is lower
 * by more than the tolerance, both counted from the reading before, shows that nobody can have seen the disputed one.
 */
export function isMisread(reads: ReReading): boolean {
  const tolerance = decimal(reads.tolerance ?? misreadTolerance.on(reads.on ?? always));
  return unitsFromPrevious(reads.disputedReading, reads).minus(unitsFromPrevious(reads.rereading, reads)).gt(tolerance);
}

/** Units of the register since the reading before; a reading that the register cannot show is taken as it stands. */
function unitsFromPrevious(reading: Quantity, { previousReading, registerDigits, on }: ReReading): Decimal {
  const start = previousReading ?? '0';
  const readable = fitsRegister(reading, registerDigits) && fitsRegister(start, registerDigits);
  if (!readable) return decimal(reading).minus(start);
  return registerAdvance(start, reading, registerDigits, rollOverShare.on(on ?? always)).units;
}
