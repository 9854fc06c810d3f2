import type { CivilDate, Instant, Weekday } from '../time/index.ts';

/** From and to as `HH:MM` on the wall; `24:00` ends a day; an end at or before its start lies on the next day. */
export type Hours = readonly [from: string, to: string];
export type WeekHours = Readonly<Partial<Record<Weekday, readonly Hours[]>>>;

/** Which days: one date, a day of every year, the n-th weekday of a month (-1 the last), or every so many weeks. */
export type DayRule =
  | { readonly on: CivilDate }
  | { readonly month: number; readonly day: number }
  | { readonly weekday: Weekday; readonly nth: number; readonly month?: number; readonly plusDays?: number }
  | { readonly everyWeeks: number; readonly startingOn: CivilDate };

/**
 * A holiday or another day on which nothing is counted, or not in the hours `closed`.
 * `observed` adds the day on which it is kept when it falls on a weekend; `from` and `to` date the rule itself.
 */
export type DayOff = DayRule & {
  readonly name: string;
  readonly closed?: readonly Hours[];
  readonly observed?: 'monday-after-sunday' | 'nearest-weekday';
  readonly from?: CivilDate;
  readonly to?: CivilDate;
};

/** An emergency closure. It takes away nothing that passed before it was declared. */
export interface Closure {
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  readonly declaredAt?: Instant;
}

export interface CalendarRules {
  readonly timeZone: string;
  readonly hours: WeekHours;
  readonly holidays?: readonly (CivilDate | DayOff)[];
  readonly closures?: readonly Closure[];
}

/** The rules as they hold from an instant on; the first version also holds for all that was before. */
export interface CalendarVersion extends CalendarRules {
  readonly from?: Instant;
}

export interface CalendarDefinition {
  readonly name: string;
  /** When this was made known: what had ended by then is read by what was known before. */
  readonly declaredAt?: Instant;
  readonly versions: readonly [CalendarVersion, ...CalendarVersion[]];
}

/** Whether time counts, and why not. A holiday or closure carries its name. */
export type Verdict =
  | { readonly counted: true; readonly reason: 'open' }
  | { readonly counted: false; readonly reason: 'outside-hours' | 'no-hours' }
  | { readonly counted: false; readonly reason: 'holiday' | 'closure'; readonly name: string };

/** A stretch of time with one verdict, in epoch ms, end excluded. */
export type Segment = { readonly from: number; readonly to: number } & Verdict;
