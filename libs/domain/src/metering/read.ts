import type { Quantity } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';

/** One visit to a meter. `reading` is in register units; null when the meter was not read, and then a code says why. */
export interface Read {
  readonly readOn: CivilDate;
  readonly reading: Quantity | null;
  readonly nonReadCode?: string;
  readonly reader?: string;
}

/** A read whose register was seen. */
export type ActualRead = Read & { readonly reading: Quantity };

/** What the register of a meter shows and means: use = difference of readings x multiplier, in `unit`. */
export interface MeterFacts {
  readonly serial: string;
  readonly size: string;
  readonly registerDigits: number;
  readonly unit: string;
  readonly multiplier: Quantity;
}

/** Why a meter was not read, by rule D12. */
export const nonReadCodes = {
  NOACC: 'no access: gate, dog or lock',
  BURIED: 'meter box buried',
  FLOODED: 'meter box flooded',
  OBSTRUCT: 'vehicle or vegetation in the way',
  DAMAGED: 'meter damaged',
  FOGGED: 'register fogged',
  STOPPED: 'meter stopped',
  MISSING: 'meter missing',
  WRONGNO: 'serial number does not match',
  AMRFAIL: 'radio read failed',
  SAFETY: 'not safe to read',
} as const;
export type NonReadCode = keyof typeof nonReadCodes;

export function isNonReadCode(code: string): code is NonReadCode {
  return Object.hasOwn(nonReadCodes, code);
}

export function isActual(read: Read): read is ActualRead {
  return read.reading !== null;
}

/** The reads that saw the register, oldest first. */
export function actualReads(reads: readonly Read[]): ActualRead[] {
  return reads.filter(isActual).sort((a, b) => a.readOn.localeCompare(b.readOn));
}

/** How many reads in a row, up to the latest, did not see the register (rule D13). */
export function nonReadsInARow(reads: readonly Read[]): number {
  const newestFirst = [...reads].sort((a, b) => b.readOn.localeCompare(a.readOn));
  const lastActual = newestFirst.findIndex(isActual);
  return lastActual === -1 ? newestFirst.length : lastActual;
}
