import { type Decimal, decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { capacityRatios, turbineCapacityRatios } from './figures.ts';
import { type MeterSize, meterSizeOf } from './meter-size.ts';

export interface MeterChoice {
  readonly size: MeterSize;
  readonly turbine: boolean;
}

/** The meter meant by a size and a kind of service, either of which may say that it is a turbine. */
export function meterChoiceOf(meterSize: string, serviceKind: string): MeterChoice | undefined {
  const turbine = /turbine/i;
  const size = meterSizeOf(meterSize.replace(turbine, ''));
  return size && { size, turbine: turbine.test(meterSize) || turbine.test(serviceKind) };
}

/** Capacity relative to the 5/8-inch meter; undefined for a turbine smaller or larger than the table has (D18). */
export function capacityRatio({ size, turbine }: MeterChoice, on: CivilDate): Decimal | undefined {
  const ratio = turbine ? turbineCapacityRatios.on(on)[size] : capacityRatios.on(on)[size];
  return ratio === undefined ? undefined : decimal(ratio);
}
