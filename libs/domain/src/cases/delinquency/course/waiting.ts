import { nextShutOffMoment } from '../../../delinquency/index.ts';
import { type CivilDate, dayNumber, type Instant, instantOf, millis } from '../../../time/index.ts';
import type { Found, Look } from './course.ts';

export const wait = (at: Instant | null, why: string): Found => ({ move: 'wait', at, why });

export const laterThan = (at: Instant | null, { now }: Look): boolean => at !== null && millis(at) > millis(now);

/** The first opening of the office on a day, or after it, on which collection goes on. */
export function openingOn(day: CivilDate, { days, now }: Look): Instant {
  const moment = nextShutOffMoment(days.office.instantOf(dayNumber(day), 0), days);
  return moment === null ? now : instantOf(moment);
}
