import { setting } from '../settings/index.ts';

const from = '2000-01-01';

export const leakAdjustmentPolicy = setting('leak-adjustment', {
  value: { share: '0.5', everyMonths: 12, repairWithinDays: 14 },
  unit: 'share of the use above the usual; months; days after notice',
  from,
  rule: 'D5',
  source: 'half of the excess, once in 12 months, repair within 14 days of notice (Groveland CSD and others)',
  confirmed: false,
});

export const unexplainedAdjustmentPolicy = setting('unexplained-adjustment', {
  value: { share: '0.5', everyMonths: 12 },
  unit: 'share of the use above the usual; months',
  from,
  rule: 'D4',
  source: 'one unexplained adjustment a year (Roxboro, Boswell)',
  confirmed: false,
});
