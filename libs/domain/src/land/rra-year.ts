import { addDays, type CivilDate } from '../time/index.ts';

/** The year printed on an RRA form, which is the calendar year; the contract water year is another period (A23). */
export type FormYear = number;

/** The form year in which a day lies: forms are not used after 31 December of their year (A23). */
export function formYearOn(on: CivilDate): FormYear {
  return Number(on.slice(0, 4));
}

/** The district's contract water year in which a day lies, named by the year it begins in: 1 March to end of February (A23). */
export function contractWaterYearOn(on: CivilDate, beginsOn: `${number}-${number}` = '03-01'): number {
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
  return { formsPostedOn: `${before}-11-01`, mailedBy: `${before}-11-15`, remindOn: `${before}-12-15` };
}

export interface Reminder {
  readonly on: CivilDate;
  readonly because: 'december' | 'thirty-days-before-delivery' | 'ten-days-before-delivery';
}

/**
 * When a landholder who has not filed is reminded: 15 December, and 30 and 10 days before the parcel's first delivery
 * when that is known (F18). In order; never after the delivery, and each day once.
 */
export function remindersFor(formYear: FormYear, firstDeliveryOn: CivilDate | null): Reminder[] {
  const december: Reminder = { on: campaignDates(formYear).remindOn, because: 'december' };
  if (firstDeliveryOn === null) return [december];
  const all: Reminder[] = [
    december,
    { on: addDays(firstDeliveryOn, -30), because: 'thirty-days-before-delivery' },
    { on: addDays(firstDeliveryOn, -10), because: 'ten-days-before-delivery' },
  ];
  const due = all.filter(({ on }) => on < firstDeliveryOn).sort((a, b) => (a.on < b.on ? -1 : 1));
  return due.filter(({ on }, i) => on !== due[i - 1]?.on);
}
