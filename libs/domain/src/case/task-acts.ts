import type { FormValues } from '../forms/index.ts';
import { queuesFor } from '../people/index.ts';
import { mustBeAttached } from './attachments.ts';
import { fitting, mustBeActive, mustBeAllowed, mustBeForThemToDecide } from './checks.ts';
import type { TaskCommand } from './commands.ts';
import type { Acts } from './decide.ts';
import type { TaskAct, TaskDefinition } from './definition.ts';
import type { Draft } from './draft.ts';
import { forbid, Refusal, refuse } from './refusal.ts';
import { sharedTasks } from './shared-tasks.ts';
import { isWaitingForWork, type TaskState } from './state.ts';

export const taskActs: Acts<TaskCommand> = {
  claim(draft, { taskId }) {
    const task = workable(draft, taskId);
    if (task.status === 'claimed' && task.assignee === draft.actor.name) return;
    mustBeUnclaimed(task, draft);
    mustPassGate(draft, task.kind, 'claim', task);
    draft.emit('task-claimed', { taskId, assignee: draft.actor.name });
  },

  complete(draft, { taskId, outcome }) {
    const task = workable(draft, taskId);
    mustBeUnclaimed(task, draft);
    const { form, needs, entitledByGate } = taskDefinition(draft, task.kind);
    const fitted = fitting(form, outcome, 'outcome');
    mustBeAttached(draft, form, fitted, 'outcome');
    if (needs && !entitledByGate) mustBeAllowed(draft, needs);
    if (task.kind === 'approval') mustDecideForAnother(draft, task);
    if (task.kind === 'review') mustBeForThemToDecide(draft, fitted.outcome, 'outcome.outcome');
    mustPassGate(draft, task.kind, 'complete', task, fitted);
    if (task.status === 'open') draft.emit('task-claimed', { taskId, assignee: draft.actor.name });
    draft.emit('task-done', { taskId, step: task.step, kind: task.kind, outcome: fitted, by: draft.actor.name });
    if (task.kind === 'approval') recordApproval(draft, task, fitted);
  },

  return(draft, { taskId, reason }) {
    const task = workable(draft, taskId);
    mustBeUnclaimed(task, draft);
    draft.emit('task-returned', { taskId, step: task.step, reason });
  },
};

export function taskDefinition(draft: Draft, kind: string): TaskDefinition {
  return draft.definition.tasks[kind] ?? sharedTasks[kind] ?? refuse('unknown-task', `There is no task ${kind}.`);
}

/** The law of the case's type at an act on its task. */
export function mustPassGate(
  draft: Draft,
  kind: string,
  act: TaskAct['act'],
  task: TaskState | null = null,
  outcome: FormValues | null = null,
): void {
  draft.definition.gates?.[kind]?.(draft.state, act, draft.moment, task, { act, actor: draft.actor, outcome });
}

function workable(draft: Draft, taskId: string): TaskState {
  const task = draft.state.tasks.get(taskId);
  if (!task) throw new Refusal('unknown', 'unknown-task', 'There is no such task.');
  mustBeAllowed(draft, 'task.work');
  if (draft.actor.kind === 'staff' && !queuesFor(draft.actor.role).includes(task.queue)) {
    forbid(`This task is ${task.queue}'s work.`);
  }
  mustBeActive(draft);
  if (!isWaitingForWork(task)) refuse('task-ended', `The task is ${task.status} already.`);
  return task;
}

/** A claimed task is its holder's; the supervisor may step in. */
function mustBeUnclaimed(task: TaskState, draft: Draft): void {
  const another = task.status === 'claimed' && task.assignee !== draft.actor.name;
  const stepsIn = draft.actor.kind === 'staff' && draft.actor.role === 'supervisor';
  if (another && !stepsIn) refuse('claimed-by-another', `${task.assignee} has claimed this task.`);
}

/** An approval is never decided by who asked, and only by a role that may approve. */
function mustDecideForAnother(draft: Draft, task: TaskState): void {
  mustBeAllowed(draft, 'task.approve');
  if (task.askedBy === draft.actor.name)
    refuse('own-approval', 'An approval is decided by somebody other than who asked for it.');
}

function recordApproval(draft: Draft, task: TaskState, outcome: Readonly<Record<string, unknown>>): void {
  const by = draft.actor.name;
  if (outcome.approved === true) draft.emit('approval-given', { taskId: task.id, by, facts: task.facts });
  else draft.emit('approval-refused', { taskId: task.id, by, reason: String(outcome.reason ?? '') });
}
