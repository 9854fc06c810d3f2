import { type CompiledCalendar, districtCalendar, legalHoliday } from '../calendar/index.ts';
import { addDays, type CivilDate, dayNumber, type Weekday, weekdayOf } from '../time/index.ts';

/** The days that the law of collection counts by: the office's calendar, and the legal holidays apart from it (F3). */
export interface CollectionDays {
  readonly office: CompiledCalendar;
  legalHoliday(date: CivilDate): string | null;
}

const known = new Map<CivilDate, string | null>();

/** A verdict asks for the same few days again and again: each is worked out once. */
function rememberedHoliday(date: CivilDate): string | null {
  let holiday = known.get(date);
  if (holiday === undefined) {
    holiday = legalHoliday(date);
    known.set(date, holiday);
  }
  return holiday;
}

export const districtDays: CollectionDays = { office: districtCalendar, legalHoliday: rememberedHoliday };

const weekend: Readonly<Partial<Record<Weekday, string>>> = { sat: 'Saturday', sun: 'Sunday' };

/** Why a day is no day for shutting off or for counting as business: Saturday, Sunday, a holiday's name; or null. */
export function dayOff(date: CivilDate, days: CollectionDays): string | null {
  return weekend[weekdayOf(date)] ?? days.legalHoliday(date);
}

/** Midnight at the start of a day, epoch ms. */
export function startOfDay(date: CivilDate, { office }: CollectionDays): number {
  return office.instantOf(dayNumber(date), 0);
}

export function isBusinessDay(date: CivilDate, days: CollectionDays): boolean {
  return dayOff(date, days) === null && days.office.isBusinessDay(date);
}

const longestGap = 400;

/** The n-th business day after a date; null when the office has none for more than a year. */
export function businessDayAfter(date: CivilDate, n: number, days: CollectionDays): CivilDate | null {
  let day = date;
  for (let counted = 0, idle = 0; counted < n; ) {
    if (idle > longestGap) return null;
    day = addDays(day, 1);
    const business = isBusinessDay(day, days);
    counted += business ? 1 : 0;
    idle = business ? 0 : idle + 1;
  }
  return day;
}

/** The last day on which a payment due that day is in time: the day itself, or the next business day (rule F21). */
export function timelyThrough(dueOn: CivilDate, days: CollectionDays = districtDays): CivilDate {
  if (isBusinessDay(dueOn, days)) return dueOn;
  return businessDayAfter(dueOn, 1, days) ?? dueOn;
}

/**
 * The first moment at or after `from` (epoch ms) at which rules B19 and F3 let anyone be shut off: the office is open,
 * and it is no Saturday, Sunday or legal holiday. Null: never.
 */
export function nextShutOffMoment(from: number, days: CollectionDays): number | null {
  let moment = days.office.nextOpening(from);
  for (let tries = 0; moment !== null && tries < longestGap; tries += 1) {
    const date = days.office.dateAt(moment);
    if (dayOff(date, days) === null) return moment;
    moment = days.office.nextOpening(startOfDay(addDays(date, 1), days));
  }
  return null;
}
