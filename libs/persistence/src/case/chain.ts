import { createHash } from 'node:crypto';
import type { CaseEvent } from '@headgate/domain/case';
import canonicalize from 'canonicalize';

/** Where every case's chain begins. */
export const genesis = '0'.repeat(64);

/** SHA-256 over the canonical JSON (RFC 8785) of the event with its place in the case and the hash before it. */
export function hashOf(caseId: string, event: CaseEvent, prev: string): string {
  const { seq, type, at, actor, data } = event;
  const canonical = canonicalize({ caseId, seq, type, at, actor, data, prev });
  return createHash('sha256')
    .update(canonical ?? '')
    .digest('hex');
}

export interface ChainedEvent {
  readonly event: CaseEvent;
  readonly prev: string;
  readonly hash: string;
}

/** Links events to the chain whose last hash is `head`. */
export function chain(caseId: string, events: readonly CaseEvent[], head: string): ChainedEvent[] {
  let prev = head;
  return events.map((event) => {
    const hash = hashOf(caseId, event, prev);
    const linked = { event, prev, hash };
    prev = hash;
    return linked;
  });
}
