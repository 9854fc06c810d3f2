import type { CaseEvent } from '../api/types.ts';

const ends: Readonly<Record<string, string>> = {
  'message-sent': 'sent',
  'message-failed': 'failed',
  'message-uncertain': 'uncertain',
  'message-withdrawn': 'withdrawn',
};

/** How the delivery of each message stands, as far as the record tells. */
export function deliveriesOf(events: readonly CaseEvent[]): ReadonlyMap<unknown, string> {
  const told = events.filter(({ type }) => type === 'message-queued' || type in ends);
  return new Map(told.map(({ type, data }) => [data.messageId, ends[type] ?? 'queued']));
}
