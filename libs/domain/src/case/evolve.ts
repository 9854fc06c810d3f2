import type { CaseEvent, EventData, EventType, NewEvent } from './events.ts';
import { heardByClocks } from './heard-by-clocks.ts';
import { type CaseState, escalationKey, type TaskState } from './state.ts';

type Evolver<T extends EventType> = (state: CaseState, data: EventData[T], event: NewEvent<T>) => void;

/** Folds a case's events, in order, into its state. Throws Error when the first event is not `case-opened`. */
export function foldCase(id: string, events: readonly CaseEvent[]): CaseState {
  const [first, ...rest] = events;
  if (first?.type !== 'case-opened') throw new Error(`case ${id} does not begin with case-opened`);
  const state = begin(id, first);
  for (const event of rest) evolve(state, event);
  return state;
}

/** Applies one event to the state, in place. Types' own events pass through: their law folds them itself. */
export function evolve(state: CaseState, event: NewEvent & { seq?: number }): void {
  const apply = evolvers[event.type] as Evolver<EventType> | undefined;
  if (apply) apply(state, event.data as never, event as never);
  else state.own.push(event);
  const heard = heardByClocks(event);
  if (heard) state.history.push(heard);
  state.seq = event.seq ?? state.seq + 1;
  state.lastAt = event.at;
}

export function begin(id: string, event: NewEvent<'case-opened'> & { seq?: number }): CaseState {
  const { data, at, actor } = event;
  return {
    id,
    number: data.number,
    openedAt: at,
    openedBy: actor,
    channel: data.channel,
    subject: data.subject,
    description: data.description,
    accountNumber: data.accountNumber,
    requester: data.requester,
    type: data.type,
    details: data.details,
    status: 'open',
    stage: null,
    priority: data.priority,
    queue: data.queue,
    assignee: null,
    acknowledgedAt: null,
    resolvedAt: null,
    closedAt: null,
    outcome: null,
    lastOutcome: null,
    hold: null,
    policy: { name: '', version: 0 },
    collectionBar: null,
    cycle: 1,
    reopened: false,
    seq: event.seq ?? 1,
    lastAt: at,
    tasks: new Map(),
    waits: new Map(),
    steps: new Map(),
    happenings: [],
    messages: new Map(),
    escalations: new Set(),
    attachments: new Set(),
    own: [],
    history: [{ type: 'opened', at, priority: data.priority }],
  };
}

const evolvers: { [T in EventType]?: Evolver<T> } = {
  'policy-pinned': (state, { name, version }) => {
    state.policy = { name, version };
  },
  acknowledged: (state, _data, event) => {
    state.acknowledgedAt ??= event.at;
    state.steps.set(`c${state.cycle}/main/acknowledge`, true);
  },
  assigned: (state, data) => {
    state.assignee = data.assignee;
    state.queue = data.queue;
  },
  held: (state, data) => {
    state.status = 'on-hold';
    state.hold = data;
  },
  resumed: (state) => {
    state.status = 'open';
    state.hold = null;
  },
  reprioritised: (state, data) => {
    state.priority = data.priority;
  },
  'stage-entered': (state, data) => {
    state.stage = data.stage;
    state.steps.set(data.step, data.stage);
  },
  'step-recorded': (state, data) => {
    state.steps.set(data.step, data.outcome);
  },
  'task-opened': (state, data, event) => {
    state.tasks.set(data.taskId, {
      id: data.taskId,
      step: data.step,
      kind: data.kind,
      visit: data.visit,
      queue: data.queue,
      facts: data.facts,
      askedBy: data.askedBy,
      openedAt: event.at,
      status: 'open',
      assignee: null,
      outcome: null,
      endedAt: null,
      reason: null,
    });
  },
  'task-claimed': (state, data) => {
    const task = taskOf(state, data.taskId);
    task.status = 'claimed';
    task.assignee = data.assignee;
  },
  'task-done': (state, data, event) => {
    Object.assign(taskOf(state, data.taskId), { status: 'done', outcome: data.outcome, endedAt: event.at });
  },
  'task-returned': (state, data, event) => {
    Object.assign(taskOf(state, data.taskId), { status: 'returned', reason: data.reason, endedAt: event.at });
  },
  'task-withdrawn': (state, data, event) => {
    Object.assign(taskOf(state, data.taskId), { status: 'withdrawn', reason: data.reason, endedAt: event.at });
  },
  'wait-begun': (state, data) => {
    state.waits.set(data.step, { ...data, ended: null });
  },
  'wait-ended': (state, data) => {
    const wait = state.waits.get(data.step);
    if (wait) wait.ended = { by: data.by, kind: data.kind, data: data.data };
  },
  happened: (state, data) => {
    state.happenings.push({ ...data, cycle: state.cycle });
  },
  'message-queued': (state, data) => {
    state.messages.set(data.messageId, { ...data, state: 'queued' });
    if (data.step) state.steps.set(data.step, data.messageId);
  },
  'message-sent': (state, data) => setMessage(state, data.messageId, 'sent'),
  'message-failed': (state, data) => setMessage(state, data.messageId, 'failed'),
  'message-uncertain': (state, data) => setMessage(state, data.messageId, 'uncertain'),
  'message-withdrawn': (state, data) => setMessage(state, data.messageId, 'withdrawn'),
  escalated: (state, data) => {
    state.escalations.add(escalationKey({ ...data, cycle: data.clockCycle }));
  },
  'collection-barred': (state, data) => {
    state.collectionBar = data.reason;
  },
  'collection-released': (state) => {
    state.collectionBar = null;
  },
  'case-resolved': (state, data, event) => {
    end(state, 'resolved');
    state.outcome = data.outcome;
    state.resolvedAt = event.at;
    if (data.step) state.steps.set(data.step, data.outcome);
  },
  'attachment-added': (state, data) => {
    state.attachments.add(data.attachmentId);
  },
  'case-reopened': (state, data) => {
    state.status = 'open';
    state.lastOutcome = state.outcome;
    state.outcome = null;
    state.resolvedAt = null;
    state.closedAt = null;
    state.cycle += 1;
    state.reopened = data.revived !== true;
  },
  'case-closed': (state, _data, event) => {
    end(state, 'closed');
    state.closedAt = event.at;
  },
  'case-cancelled': (state, _data, event) => {
    end(state, 'cancelled');
    state.closedAt = event.at;
  },
  'case-retyped': (state, data) => {
    state.type = data.type;
    state.details = data.details;
    state.queue = data.queue;
    state.stage = null;
    state.cycle += 1;
    state.reopened = false;
  },
};

function end(state: CaseState, status: 'resolved' | 'closed' | 'cancelled'): void {
  state.status = status;
  state.hold = null;
}

function taskOf(state: CaseState, taskId: string): TaskState {
  const task = state.tasks.get(taskId);
  if (!task) throw new Error(`case ${state.number} has no task ${taskId}`);
  return task;
}

function setMessage(state: CaseState, messageId: string, to: 'sent' | 'failed' | 'uncertain' | 'withdrawn'): void {
  const message = state.messages.get(messageId);
  if (message) message.state = to;
}
