import { type MeterSize, meterSizeOf } from '../metering/index.ts';
import { type Decimal, decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { capacityRatios, turbineCapacityRatios } from './figures.ts';

export interface MeterChoice {
  readonly size: MeterSize;
  readonly turbine: boolean;
}

/** The meter meant by a size and a kind of service, either of which may say that it is a turbine. */
export function meterChoiceOf(meterSize: string, serviceKind: string): MeterChoice | null {
  const turbine = /turbine/i;
  const size = meterSizeOf(meterSize.replace(turbine, ''));
  return size && { size, turbine: turbine.test(meterSize) || turbine.test(serviceKind) };
}

/** Capacity relative to the 5/8-inch meter; null for a meter that the table does not have (D18). */
export function capacityRatio({ size, turbine }: MeterChoice, on: CivilDate): Decimal | null {
  const ratio = turbine ? turbineCapacityRatios.on(on)[size] : capacityRatios.on(on)[size];
  return ratio === undefined ? null : decimal(ratio);
}
