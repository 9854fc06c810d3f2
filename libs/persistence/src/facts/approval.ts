import { approvalQueue, mayDecideAlone } from '@headgate/domain/people';
import type { Fact } from './fact.ts';

/** Whether the amount needs somebody else's approval, and whose limit covers it. */
export const approvalNeeded: Fact<{ amount: string; always: boolean }> = async (
  { state, people, today },
  { amount, always },
) => {
  const decider = state.assignee ?? (state.openedBy.kind === 'staff' ? state.openedBy.name : null);
  const role = people.find((person) => person.username === decider)?.role ?? null;
  return { needed: always || !mayDecideAlone(role, amount, today), queue: approvalQueue(amount, today) };
};
