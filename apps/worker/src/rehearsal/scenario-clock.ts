import type { Instant } from '@headgate/domain/time';
import type { Clock } from '@headgate/persistence';

/** The record's clock in a rehearsal: it stands still until the rehearsal moves it. */
export class ScenarioClock implements Clock {
  private instant: Instant;

  constructor(openAt: Instant) {
    this.instant = new Date(openAt).toISOString();
  }

  now(): Instant {
    return this.instant;
  }

  moveTo(instant: Instant): void {
    if (Date.parse(instant) > Date.parse(this.instant)) this.instant = new Date(instant).toISOString();
  }
}
