import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';

export const flowNames = ['minimum', 'intermediate', 'maximum'] as const;
export type FlowName = (typeof flowNames)[number];

/** Percent of the water that passed which the meter may register, both ends within. */
export interface AccuracyLimits {
  readonly from: string;
  readonly to: string;
}

const from = '2000-01-01';

export const accuracyLimits = setting<Readonly<Record<FlowName, AccuracyLimits>>>('meter-accuracy-limits', {
  value: {
    minimum: { from: '95', to: '101' },
    intermediate: { from: '98.5', to: '101.5' },
    maximum: { from: '98.5', to: '101.5' },
  },
  unit: 'percent registered, displacement meters',
  from,
  rule: 'D7',
  source: 'NAVFAC MO-221; Ill. Adm. Code 600.310',
  confirmed: true,
});

/** Beyond what error bills are corrected, and for how many months back. */
export const meterFaultAllowance = setting('meter-fault-allowance', {
  value: {
    fastPercent: '2',
    slowPercent: { residential: '25', other: '5' },
    refundMonths: 6,
    backBillMonths: { residential: 6, other: 6 },
  },
  unit: 'percent of error; months',
  from,
  rule: 'F22',
  source: 'board policy after the pattern of CPUC Rule 18 and Elko County (D8)',
  confirmed: false,
});

/** Test flows in gallons a minute by meter size in inches: minimum, intermediate, maximum. */
export const meterTestFlows = setting<Readonly<Record<string, readonly [string, string, string]>>>('meter-test-flows', {
  value: {
    '5/8': ['0.25', '2', '15'],
    '3/4': ['0.5', '3', '25'],
    '1': ['0.75', '4', '40'],
    '1.5': ['1.5', '8', '80'],
    '2': ['2', '15', '120'],
    '3': ['4', '20', '250'],
    '4': ['7', '40', '350'],
    '6': ['12', '60', '700'],
  },
  unit: 'gallons a minute',
  from,
  rule: 'D7',
  source: 'NAVFAC MO-221, displacement meters',
  confirmed: true,
});

/** The limits that the verdict on the mean of the intermediate and maximum flow is taken by. */
export function maximumFlowLimits(on: CivilDate): AccuracyLimits {
  return accuracyLimits.on(on).maximum;
}

/** The test flow of a meter in gallons a minute; null when the table has no such size. */
export function testFlow(size: string, flow: FlowName, on: CivilDate): string | null {
  return meterTestFlows.on(on)[size]?.[flowNames.indexOf(flow)] ?? null;
}
