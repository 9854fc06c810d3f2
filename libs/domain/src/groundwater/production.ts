import { Decimal, decimal } from '../money/index.ts';

export const volumeUnits = ['AF', 'CCF', 'gal', 'ft3'] as const;
export type VolumeUnit = (typeof volumeUnits)[number];

/** How many of each unit make an acre-foot (C24). */
export const unitsPerAcreFoot: Readonly<Record<VolumeUnit, string>> = {
  AF: '1',
  CCF: '435.6',
  gal: '325851',
  ft3: '43560',
};

/** Water produced, in the unit in which it was measured. */
export interface Production {
  readonly volume: Decimal;
  readonly unit: VolumeUnit;
}

export const noProduction: Production = { volume: new Decimal(0), unit: 'AF' };

/** The production in acre-feet; exact but for a division that does not end, which keeps sixty digits. */
export function acreFeetOf({ volume, unit }: Production): Decimal {
  return volume.div(unitsPerAcreFoot[unit]);
}

export interface MeterReadings {
  readonly start: string;
  readonly end: string;
  readonly registerDigits?: number;
}

export type MeteredProduction =
  | { readonly kind: 'measured'; readonly volume: Decimal; readonly rolledOver: boolean }
  | { readonly kind: 'impossible'; readonly reading: 'start' | 'end'; readonly why: string };

/**
 * What passed the meter between two readings, in the meter's unit (C24). A register that ended below its start has
 * rolled over once, which needs its number of digits; a reading that the register cannot show is impossible.
 */
export function meteredProduction({ start, end, registerDigits }: MeterReadings): MeteredProduction {
  const [from, to] = [decimal(start), decimal(end)];
  if (registerDigits === undefined) {
    return to.gte(from) ? measured(to.minus(from), false) : impossible('end', 'below the start; no registerDigits');
  }
  const span = new Decimal(10).pow(registerDigits);
  if (from.gte(span)) return impossible('start', `more than a register of ${registerDigits} digits can show`);
  if (to.gte(span)) return impossible('end', `more than a register of ${registerDigits} digits can show`);
  return to.gte(from) ? measured(to.minus(from), false) : measured(to.plus(span).minus(from), true);
}

const measured = (volume: Decimal, rolledOver: boolean): MeteredProduction => ({
  kind: 'measured',
  volume,
  rolledOver,
});

const impossible = (reading: 'start' | 'end', why: string): MeteredProduction => ({ kind: 'impossible', reading, why });
