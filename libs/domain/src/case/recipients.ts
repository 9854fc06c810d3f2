import type { Person, Queue } from '../people/index.ts';
import type { LadderInstant, Recipient } from '../sla/index.ts';
import type { CaseState } from './state.ts';

/** The people whom a rung tells, each once. A rung of a hand-off speaks to the department that has the task. */
export function recipientsOf(state: CaseState, people: readonly Person[], rung: LadderInstant): Person[] {
  const task = state.tasks.get(rung.scope);
  const held = { assignee: task ? task.assignee : state.assignee, queue: task?.queue ?? state.queue };
  const told = rung.step.to.map((role) => recipient(role, held, people));
  return [...new Map(told.filter((person) => person !== null).map((person) => [person.username, person])).values()];
}

interface Held {
  readonly assignee: string | null;
  readonly queue: Queue;
}

function recipient(role: Recipient, held: Held, people: readonly Person[]): Person | null {
  switch (role) {
    case 'assignee':
      return people.find((person) => person.username === held.assignee) ?? leadOf(held.queue, people);
    case 'lead':
    case 'department-head':
    case 'deputy':
      return leadOf(held.queue, people);
    case 'supervisor':
      return people.find((person) => person.role === 'supervisor') ?? null;
    case 'manager':
      return people.find((person) => person.role === 'manager') ?? null;
    default:
      return role satisfies never;
  }
}

/** The lead of customer service, the head of another department. */
function leadOf(queue: Queue, people: readonly Person[]): Person | null {
  return people.find((person) => person.leads === queue) ?? null;
}
