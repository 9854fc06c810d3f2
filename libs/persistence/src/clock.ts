import { type Instant, instantOf } from '@headgate/domain/time';

/** The one source of time for the record. Rehearsals and tests give one that runs a year in seconds. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) };
