import type { MeterSize } from '../metering/index.ts';
import { setting } from '../settings/index.ts';

const since = '2000-01-01';

type CapacityRatios = Readonly<Partial<Record<MeterSize, string>>>;

/** Capacity of a meter relative to 5/8 inch, the base of the capacity fee. Utilities may have tables of their own. */
export const capacityRatios = setting<CapacityRatios>('installation.capacityRatios', {
  value: { '5/8': '1', '3/4': '1.5', '1': '2.5', '1.5': '5', '2': '8', '3': '16', '4': '25', '6': '50', '8': '80' },
  unit: 'times the 5/8-inch meter',
  from: since,
  rule: 'D18',
  source: 'San Marcos table; 3/4 inch by Redwood City ratios',
  confirmed: true,
});

export const turbineCapacityRatios = setting<CapacityRatios>('installation.turbineCapacityRatios', {
  value: { '2': '10', '3': '24', '4': '42', '6': '92', '8': '160' },
  unit: 'times the 5/8-inch meter',
  from: since,
  rule: 'D18',
  source: 'San Marcos table, turbine meters',
  confirmed: true,
});

export const estimateValidDays = setting('installation.estimateValidDays', {
  value: 90,
  unit: 'calendar days',
  from: since,
  rule: 'D19',
  source: 'office practice',
  confirmed: false,
});
