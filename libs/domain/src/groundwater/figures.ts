import { setting } from '../settings/index.ts';

/** Water Code division 21 (water conservation districts); the figures hold for every period the register can name. */
const since = '1966-01-01';

/** How months of delay are counted: completed months, or each begun one. */
export type MonthCounting = 'whole' | 'portion';

export const interestPercentPerMonth = setting('groundwater.interestPercentPerMonth', {
  value: '1',
  unit: 'percent per month',
  from: since,
  rule: 'C10',
  source: 'Water Code 75615',
  confirmed: false,
});

/** Of the amount found due, for not filing in time; not for paying late. */
export const penaltyPercent = setting('groundwater.penaltyPercent', {
  value: '10',
  unit: 'percent',
  from: since,
  rule: 'C10',
  source: 'Water Code 75616',
  confirmed: false,
});

export const monthCounting = setting<MonthCounting>('groundwater.monthCounting', {
  value: 'whole',
  from: since,
  rule: 'F13',
  source: 'office practice: simple interest by completed months',
  confirmed: false,
});

export const registrationDays = setting('groundwater.registrationDays', {
  value: 30,
  unit: 'calendar days after completion or re-establishment',
  from: since,
  rule: 'C2',
  source: 'Water Code 75542',
  confirmed: true,
});

export const protestDays = setting('groundwater.protestDays', {
  value: 10,
  unit: 'calendar days after mailing of the determination',
  from: since,
  rule: 'F21',
  source: 'Water Code 75621; own figure of division 21 not read (C13)',
  confirmed: false,
});

/** Month and day on or before which the statement of each half year is due, that of the second half in the next year. */
export const statementDueDates = setting('groundwater.statementDueDates', {
  value: { H1: '07-31', H2: '01-31' },
  unit: 'month and day',
  from: since,
  rule: 'C6',
  source: 'Water Code 75611',
  confirmed: true,
});
