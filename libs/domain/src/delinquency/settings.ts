import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';

const from = '2000-01-01';

const delinquentDays = setting('shut-off-delinquent-days', {
  value: 60,
  unit: 'full days after the due date',
  from,
  rule: 'F1',
  source: 'Health & Safety Code 116908(a)(1)(A), the stricter reading',
  confirmed: false,
});

const contactBusinessDays = setting('shut-off-contact-business-days', {
  value: 7,
  unit: 'business days before shut-off',
  from,
  rule: 'B5',
  source: 'Health & Safety Code 116908(a)(1)',
  confirmed: true,
});

const noticeNotBeforeDay = setting('ten-day-notice-not-before-day', {
  value: 19,
  unit: 'days after the bill was mailed',
  from,
  rule: 'B18',
  source: 'Gov. Code 60373',
  confirmed: false,
});

const noticeDays = setting('ten-day-notice-days', {
  value: 15,
  unit: 'days after mailing: ten that begin five days after it',
  from,
  rule: 'B18',
  source: 'Gov. Code 60373',
  confirmed: false,
});

const adultHours = setting('final-contact-adult-hours', {
  value: 24,
  unit: 'hours before shut-off',
  from,
  rule: 'B18',
  source: 'Gov. Code 60373',
  confirmed: false,
});

const postedHours = setting('final-contact-posted-hours', {
  value: 48,
  unit: 'hours before shut-off',
  from,
  rule: 'B18',
  source: 'Gov. Code 60373',
  confirmed: false,
});

const brokenArrangementDays = setting('broken-arrangement-days', {
  value: 60,
  unit: 'full days, the first day of non-compliance being the first',
  from,
  rule: 'B11',
  source: 'Health & Safety Code 116910',
  confirmed: false,
});

const finalPostingBusinessDays = setting('final-posting-business-days', {
  value: 5,
  unit: 'business days before shut-off',
  from,
  rule: 'B11',
  source: 'Health & Safety Code 116910',
  confirmed: false,
});

const tenantNoticeDays = setting('tenant-notice-days', {
  value: { usual: 10, detachedHouse: 7 },
  unit: 'days before shut-off',
  from,
  rule: 'B13',
  source: 'Health & Safety Code 116916',
  confirmed: false,
});

const otherNoticeDays = setting('irrigation-notice-days', {
  value: 15,
  unit: 'days before shut-off',
  from,
  rule: 'F12',
  source: 'board policy',
  confirmed: false,
});

const crewCheckMinutes = setting('crew-check-minutes', {
  value: 15,
  unit: 'minutes before the crew shuts',
  from,
  rule: 'F5',
  source: 'board policy',
  confirmed: false,
});

/** The figures of the law of shut-off as in force on one day. */
export interface ShutOffFigures {
  readonly delinquentDays: number;
  readonly contactBusinessDays: number;
  readonly noticeNotBeforeDay: number;
  readonly noticeDays: number;
  readonly adultHours: number;
  readonly postedHours: number;
  readonly brokenArrangementDays: number;
  readonly finalPostingBusinessDays: number;
  readonly tenantNoticeDays: { readonly usual: number; readonly detachedHouse: number };
  readonly otherNoticeDays: number;
  readonly crewCheckMinutes: number;
}

/** Throws RangeError for a day before any figure was in force. */
export function shutOffFiguresOn(date: CivilDate): ShutOffFigures {
  return {
    delinquentDays: delinquentDays.on(date),
    contactBusinessDays: contactBusinessDays.on(date),
    noticeNotBeforeDay: noticeNotBeforeDay.on(date),
    noticeDays: noticeDays.on(date),
    adultHours: adultHours.on(date),
    postedHours: postedHours.on(date),
    brokenArrangementDays: brokenArrangementDays.on(date),
    finalPostingBusinessDays: finalPostingBusinessDays.on(date),
    tenantNoticeDays: tenantNoticeDays.on(date),
    otherNoticeDays: otherNoticeDays.on(date),
    crewCheckMinutes: crewCheckMinutes.on(date),
  };
}
