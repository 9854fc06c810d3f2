import { addDays, type CivilDate } from '../time/index.ts';
import { type CampaignCalendar, campaignCalendar, contractWaterYearBegins } from './clock-figures.ts';

/** The year printed on an RRA form, which is the calendar year; the contract water year is another period (A23). */
export type FormYear = number;

/** The form year in which a day lies: forms are not used after 31 December of their year (A23). */
export function formYearOn(on: CivilDate): FormYear {
  return Number(on.slice(0, 4));
}

/** The contract water year in which a day lies, named by the year it begins in; 1 March to end of February as a rule (A23). */
export function contractWaterYearOn(on: CivilDate, beginsOn = contractWaterYearBegins.on(on)): number {
  const year = Number(on.slice(0, 4));
  return on.slice(5) >= beginsOn ? year : year - 1;
}

/** The days of a form year's campaign (F18). */
export interface CampaignDates {
  /** Reclamation posts next year's forms. */
  readonly formsPostedOn: CivilDate;
  readonly mailedBy: CivilDate;
  readonly remindOn: CivilDate;
}

export function campaignDates(formYear: FormYear): CampaignDates {
  const before = formYear - 1;
  const { formsPosted, mailedBy, remind } = calendarOf(formYear);
  return {
    formsPostedOn: `${before}-${formsPosted}`,
    mailedBy: `${before}-${mailedBy}`,
    remindOn: `${before}-${remind}`,
  };
}

export interface Reminder {
  readonly on: CivilDate;
  /** Null for the campaign's own reminder in December. */
  readonly daysBeforeDelivery: number | null;
}

/**
 * When a landholder who has not filed is reminded: 15 December, and 30 and 10 days before the parcel's first delivery
 * when that is known (F18). In order; never on or after the delivery, and each day once.
 */
export function remindersFor(formYear: FormYear, firstDeliveryOn: CivilDate | null): Reminder[] {
  const december: Reminder = { on: campaignDates(formYear).remindOn, daysBeforeDelivery: null };
  if (firstDeliveryOn === null) return [december];
  const before = calendarOf(formYear).remindDaysBeforeDelivery.map((days) => ({
    on: addDays(firstDeliveryOn, -days),
    daysBeforeDelivery: days,
  }));
  const due = [december, ...before].filter(({ on }) => on < firstDeliveryOn).sort((a, b) => (a.on < b.on ? -1 : 1));
  return due.filter(({ on }, i) => on !== due[i - 1]?.on);
}

function calendarOf(formYear: FormYear): CampaignCalendar {
  return campaignCalendar.on(`${formYear - 1}-11-01`);
}
