import { setting } from '../settings/index.ts';

export const chargedServices = ['residential', 'irrigation', 'groundwater'] as const;
export type ChargedService = (typeof chargedServices)[number];

/** `penaltyPercent` once, `interestPercentPerMonth` simple, both after `graceDays`; months count whole or in part. */
export interface LateChargePolicy {
  readonly penaltyPercent: string;
  readonly interestPercentPerMonth: string;
  readonly graceDays: number;
  readonly monthCounting: 'whole' | 'portion';
}

const from = '2000-01-01';

type Rates = Omit<LateChargePolicy, 'monthCounting'>;

export const lateChargePolicies = setting<Readonly<Record<ChargedService, Rates>>>('late-charges', {
  value: {
    residential: { penaltyPercent: '10', interestPercentPerMonth: '1.5', graceDays: 0 },
    irrigation: { penaltyPercent: '10', interestPercentPerMonth: '1.5', graceDays: 0 },
    groundwater: { penaltyPercent: '0', interestPercentPerMonth: '1', graceDays: 0 },
  },
  unit: 'percent of unpaid principal; days',
  from,
  rule: 'B21, C10',
  source: 'board resolution under Water Code 35470.5; Water Code 75615',
  confirmed: false,
});

/** The statute's limits: a policy above them is refused (rule F13). */
export const lateChargeLimits = setting('late-charge-limits', {
  value: { penaltyPercent: '10', interestPercentPerMonth: '1.5' },
  unit: 'percent',
  from,
  rule: 'B21',
  source: 'Water Code 35470.5',
  confirmed: true,
});

export const monthCounting = setting<LateChargePolicy['monthCounting']>('month-counting', {
  value: 'whole',
  unit: 'whole months, or a month or portion of it',
  from,
  rule: 'F13',
  source: 'board policy',
  confirmed: false,
});
