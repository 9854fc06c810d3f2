import { type Person, presentOf, type Queue } from '../people/index.ts';
import type { LadderInstant, Recipient } from '../sla/index.ts';
import type { Instant } from '../time/index.ts';
import type { CaseState } from './state.ts';

/** The staff as a rung finds them: who is there, and who has the work that it is about. */
export interface AtWork {
  readonly people: readonly Person[];
  readonly now: Instant;
  readonly assignee: string | null;
  readonly queue: Queue;
}

/** A rung of a hand-off speaks to the department that has the task; any other to the one that has the case. */
export function atWork(state: CaseState, people: readonly Person[], scope: string, now: Instant): AtWork {
  const task = state.tasks.get(scope);
  return { people, now, assignee: task ? task.assignee : state.assignee, queue: task?.queue ?? state.queue };
}

/** The people whom a rung tells, each once. */
export function recipientsOf({ step }: LadderInstant, at: AtWork): Person[] {
  const told = step.to.map((role) => recipient(role, at)).filter((person) => person !== null);
  return [...new Map(told.map((person) => [person.username, person])).values()];
}

/**
 * Who is meant by a role, now. Whoever is away is stood in for by their deputy; where nobody stands in, the next one up
 * the department is told, so that no rung speaks into an empty room.
 */
export function recipient(role: Recipient, at: AtWork): Person | null {
  switch (role) {
    case 'assignee':
      return present(named(at, at.assignee), at) ?? recipient('lead', at);
    case 'lead':
    // The deputy speaks in the lead's place: of the two it is whoever is there.
    case 'deputy':
      return present(leadOf(at), at) ?? recipient('department-head', at);
    case 'department-head':
      return present(headOf(at), at) ?? recipient('manager', at);
    case 'supervisor':
      return present(withRole(at, 'supervisor'), at) ?? recipient('manager', at);
    case 'manager': {
      const manager = withRole(at, 'manager');
      return present(manager, at) ?? manager;
    }
    default:
      return role satisfies never;
  }
}

function present(person: Person | null, { people, now }: AtWork): Person | null {
  return person && presentOf(person, people, now);
}

const named = ({ people }: AtWork, username: string | null): Person | null =>
  people.find((person) => person.username === username) ?? null;

const withRole = ({ people }: AtWork, role: Person['role']): Person | null =>
  people.find((person) => person.role === role) ?? null;

const leadOf = ({ people, queue }: AtWork): Person | null => people.find(({ leads }) => leads === queue) ?? null;

/** The supervising accountant heads customer service; every other department is headed by its lead. */
function headOf(at: AtWork): Person | null {
  const supervisor = at.people.find(({ role, queue }) => role === 'supervisor' && queue === at.queue);
  return supervisor ?? leadOf(at);
}
