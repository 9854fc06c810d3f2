import { isAway, type Person, presentOf, roleMay } from '../people/index.ts';
import type { Instant } from '../time/index.ts';

/**
 * Whether somebody may approve a shut-off order now: by their role, or as the named deputy of one who may, from the day
 * on which that absence begins until it ends (rule F11).
 */
export function mayApproveOrder(username: string, people: readonly Person[], now: Instant): boolean {
  const approvers = people.filter(({ role }) => roleMay(role, 'task.approve'));
  return approvers.some((one) => one.username === username || isStoodInFor(one, username, people, now));
}

function isStoodInFor(away: Person, username: string, people: readonly Person[], now: Instant): boolean {
  return isAway(away, now) && presentOf(away, people, now)?.username === username;
}
