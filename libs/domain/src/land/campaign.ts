import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';
import { campaignDates, type FormYear, formYearOn } from './rra-year.ts';

/** How many landholders' cases a campaign opens in a second, so that the day's work goes on beside it. */
export const campaignRate = setting('rra.campaignRate', {
  value: 25,
  unit: 'landholders per second',
  from: '1997-01-01',
  rule: 'F18',
  source: 'office practice; what one Temporal server begins beside the day’s work',
  confirmed: false,
});

/** The form year whose forms are collected on a day: next year's from the day on which they are posted (A23, F18). */
export function campaignYearOn(on: CivilDate): FormYear {
  const year = formYearOn(on);
  return on >= campaignDates(year + 1).formsPostedOn ? year + 1 : year;
}

/** Why no campaign of the year may begin on a day, or null: its forms are posted, and not yet out of use (A23). */
export function campaignRefusal(formYear: FormYear, on: CivilDate): string | null {
  const { formsPostedOn } = campaignDates(formYear);
  if (on < formsPostedOn) return `The forms of ${formYear} are posted on ${formsPostedOn}; no campaign begins before.`;
  if (formYearOn(on) > formYear) return `The forms of ${formYear} are out of use since 31 December ${formYear}.`;
  return null;
}

/** The day whose thresholds, category and standing decide a form year, asked on a day: within the year it is that day. */
export function decidingDay(formYear: FormYear, on: CivilDate): CivilDate {
  if (on < `${formYear}-01-01`) return `${formYear}-01-01`;
  return on > `${formYear}-12-31` ? `${formYear}-12-31` : on;
}
