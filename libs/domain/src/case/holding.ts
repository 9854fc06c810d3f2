import { dueOf } from '../calendar/index.ts';
import { type HoldReason, longestHolds } from '../holds/index.ts';
import { earliestOf, type Instant, instantOf, millis } from '../time/index.ts';
import type { Draft } from './draft.ts';
import type { Hold } from './events.ts';

/** A hold with the instant at which it ends by itself: its expected return, or the longest its reason allows. */
export function holdFor(
  { state, moment }: Draft,
  asked: { reason: string; code: HoldReason; until: Instant | null },
): Hold {
  const { book } = moment.office;
  const policy = book.policy(state.policy.name, state.policy.version);
  const calendar = book.calendar(policy.calendar);
  const now = millis(moment.now);
  const promised = policy.holds?.find(({ reason }) => reason === asked.code)?.longest;
  const limit = dueOf(promised ?? longestHolds[asked.code].on(calendar.dateAt(now)), now, calendar);
  const endsAt = earliestOf([asked.until, limit === null ? null : instantOf(limit)]);
  return { ...asked, ...(endsAt ? { endsAt } : {}) };
}

/** When the hold ends by itself; null: not before somebody ends it. */
export const endOfHold = (hold: Hold | null): Instant | null => hold?.endsAt ?? hold?.until ?? null;

/** Whether it ends because the expected return has come, or because no hold for its reason may last longer. */
export function whyItEnds({ until, endsAt }: Hold): 'term-ended' | 'limit-reached' {
  return endsAt && (until === null || millis(endsAt) < millis(until)) ? 'limit-reached' : 'term-ended';
}
