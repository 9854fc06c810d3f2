import { type MeterSize, meterSizes, meterTestFlows } from '../metering/index.ts';
import { decimal, type Quantity } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { capacityRatio } from './capacity.ts';

/**
 * The smallest meter whose maximum flow (D7) carries the flow in gallons a minute, among those that have a capacity
 * ratio (D18); null when none does. A proposal: engineering decides.
 */
export function sizeForFlow(flow: Quantity, on: CivilDate): MeterSize | null {
  const wanted = decimal(flow);
  const carries = (size: MeterSize) => {
    const flows = meterTestFlows.on(on)[size];
    return flows !== undefined && decimal(flows[2]).gte(wanted) && capacityRatio({ size, turbine: false }, on) !== null;
  };
  return meterSizes.find(carries) ?? null;
}
