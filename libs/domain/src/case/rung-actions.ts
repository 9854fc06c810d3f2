import { clockActor, queuesFor } from '../people/index.ts';
import { type LadderAction, type LadderInstant, type Priority, priorities, type Recipient } from '../sla/index.ts';
import type { Draft } from './draft.ts';
import { ladderTasks } from './ladder-tasks.ts';
import { atWork, recipient } from './recipients.ts';
import { isWaitingForWork } from './state.ts';

/**
 * What a rung does beside telling people: ordinary events, by the clock, with the rung as their reason. Answers whether
 * anything has come of it.
 */
export function carryOut(draft: Draft, rung: LadderInstant): boolean {
  const before = draft.events.length;
  for (const action of rung.step.actions ?? []) act(draft, rung, action);
  return draft.events.length > before;
}

function act(draft: Draft, rung: LadderInstant, action: LadderAction): void {
  if ('raisePriority' in action) return raise(draft, rung, action.raisePriority);
  if ('reassignTo' in action) return reassign(draft, rung, action.reassignTo);
  if ('openTask' in action) return openTask(draft, rung, action.openTask);
  return action satisfies never;
}

/** Never lowers. */
function raise(draft: Draft, rung: LadderInstant, priority: Priority): void {
  if (priorities.indexOf(priority) <= priorities.indexOf(draft.state.priority)) return;
  draft.emit('reprioritised', { priority, reason: reasonOf(rung) }, clockActor);
}

/** A rung of a hand-off gives its task to somebody, any other rung the case. */
function reassign(draft: Draft, rung: LadderInstant, to: Recipient): void {
  const { state, moment } = draft;
  const person = recipient(to, atWork(state, moment.office.people, rung.scope, moment.now));
  if (!person) return;
  const reason = reasonOf(rung);
  const task = state.tasks.get(rung.scope);
  if (!task) {
    if (state.assignee === person.username) return;
    draft.emit('assigned', { assignee: person.username, queue: person.queue, reason }, clockActor);
    return;
  }
  const mayWorkIt = queuesFor(person.role).includes(task.queue) && task.askedBy !== person.username;
  if (!isWaitingForWork(task) || task.assignee === person.username || !mayWorkIt) return;
  draft.emit('task-claimed', { taskId: task.id, assignee: person.username, reason }, clockActor);
}

/** One of a kind at a time: what is open already needs no second. A kind that no ladder may open is passed over. */
function openTask(draft: Draft, rung: LadderInstant, kind: string): void {
  const definition = ladderTasks[kind];
  const { state, moment } = draft;
  const ofKind = [...state.tasks.values()].filter((task) => task.kind === kind);
  if (!definition || ofKind.some(isWaitingForWork)) return;
  const data = {
    taskId: moment.newId(),
    step: `c${state.cycle}/ladder/task:${kind}#${ofKind.length + 1}`,
    kind,
    visit: ofKind.length + 1,
    queue: definition.queue,
    facts: { metric: rung.metric, level: rung.step.name, dueAt: rung.dueAt },
    askedBy: null,
    reason: reasonOf(rung),
  };
  draft.emit('task-opened', data, clockActor);
}

const reasonOf = ({ metric, step }: LadderInstant): string => `escalated: ${metric} reached the step ${step.name}`;
