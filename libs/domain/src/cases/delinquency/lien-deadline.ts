import { setting } from '../../settings/index.ts';
import type { CivilDate } from '../../time/index.ts';

const countyListDay = setting('county-lien-list', {
  value: '08-10',
  unit: "month and day on which the county closes the year's list",
  from: '2000-01-01',
  rule: 'F12',
  source: 'county auditor; Water Code 37212',
  confirmed: false,
});

/** The next day, from this one on, by which the county takes the list of liens. */
export function countyDeadlineOn(date: CivilDate): CivilDate {
  const thisYear = `${date.slice(0, 4)}-${countyListDay.on(date)}`;
  return date <= thisYear ? thisYear : `${Number(date.slice(0, 4)) + 1}-${countyListDay.on(date)}`;
}
