import type { Queue, Role } from './actor.ts';
import { queuesFor } from './permissions.ts';

const crews: ReadonlySet<Role> = new Set(['operations', 'engineering', 'accounting', 'technician']);

/**
 * The departments whose cases a role sees, or `all`. A crew sees the cases that involve its own department:
 * those in its queue, and those of which it has or had a task. Of any other case it may not even know.
 */
export function casesSeenBy(role: Role): readonly Queue[] | 'all' {
  return crews.has(role) ? queuesFor(role) : 'all';
}

export function maySee(role: Role, involved: readonly Queue[]): boolean {
  const seen = casesSeenBy(role);
  return seen === 'all' || involved.some((queue) => seen.includes(queue));
}
