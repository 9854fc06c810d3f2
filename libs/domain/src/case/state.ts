import type { FormValues } from '../forms/index.ts';
import type { Actor, Queue } from '../people/index.ts';
import type { Priority, SlaEvent } from '../sla/index.ts';
import type { Instant } from '../time/index.ts';
import type { Channel, Hold, MessageQueued, NewEvent, PolicyPin, Requester } from './events.ts';

export type CaseStatus = 'open' | 'on-hold' | 'resolved' | 'closed' | 'cancelled';
export type TaskStatus = 'open' | 'claimed' | 'done' | 'returned' | 'withdrawn';

export interface TaskState {
  readonly id: string;
  readonly step: string;
  readonly kind: string;
  readonly visit: number;
  readonly queue: Queue;
  readonly facts: FormValues;
  readonly askedBy: string | null;
  readonly openedAt: Instant;
  status: TaskStatus;
  assignee: string | null;
  outcome: FormValues | null;
  endedAt: Instant | null;
  reason: string | null;
}

export interface WaitState {
  readonly step: string;
  readonly kinds: readonly string[];
  readonly until: Instant | null;
  ended: { readonly by: 'happening' | 'time'; readonly kind: string | null; readonly data: FormValues } | null;
}

export type MessageState = 'queued' | 'sent' | 'failed' | 'uncertain' | 'withdrawn';

export interface CaseMessage extends MessageQueued {
  state: MessageState;
}

/** A case as its events tell it. Only `evolve` makes one; nothing else writes to it. */
export interface CaseState {
  readonly id: string;
  readonly number: string;
  readonly openedAt: Instant;
  readonly openedBy: Actor;
  readonly channel: Channel;
  readonly subject: string;
  readonly description: string;
  readonly accountNumber: string | null;
  readonly requester: Requester | null;
  type: string;
  details: FormValues;
  status: CaseStatus;
  stage: string | null;
  priority: Priority;
  queue: Queue;
  assignee: string | null;
  acknowledgedAt: Instant | null;
  resolvedAt: Instant | null;
  closedAt: Instant | null;
  outcome: string | null;
  /** How the case had ended before it was reopened. */
  lastOutcome: string | null;
  hold: Hold | null;
  policy: PolicyPin;
  collectionBar: string | null;
  cycle: number;
  reopened: boolean;
  seq: number;
  lastAt: Instant;
  tasks: Map<string, TaskState>;
  waits: Map<string, WaitState>;
  /** Steps whose outcome is neither a task's nor a wait's: stages entered, facts recorded, letters written. */
  steps: Map<string, unknown>;
  happenings: { kind: string; at: Instant; cycle: number; data: FormValues }[];
  messages: Map<string, CaseMessage>;
  escalations: Set<string>;
  /** The ids of the files that lie with the case. */
  attachments: Set<string>;
  /** The events of the case type's own law, which that law folds. */
  own: NewEvent[];
  history: SlaEvent[];
}

/** A copy that may be written to without the original's knowing. */
export function copyOf(state: CaseState): CaseState {
  return {
    ...state,
    tasks: copied(state.tasks),
    waits: copied(state.waits),
    steps: new Map(state.steps),
    messages: copied(state.messages),
    happenings: [...state.happenings],
    escalations: new Set(state.escalations),
    attachments: new Set(state.attachments),
    own: [...state.own],
    history: [...state.history],
  };
}

function copied<T extends object>(map: Map<string, T>): Map<string, T> {
  return new Map([...map].map(([key, value]) => [key, { ...value }]));
}

export const isActive = (state: Pick<CaseState, 'status'>): boolean =>
  state.status === 'open' || state.status === 'on-hold';

export const isWaitingForWork = (task: TaskState): boolean => task.status === 'open' || task.status === 'claimed';

/** Names one rung of one clock in one cycle: the key under which it is recorded once. */
export const escalationKey = (rung: { metric: string; scope: string; cycle: number; level: string }): string =>
  `${rung.metric}|${rung.scope}|${rung.cycle}|${rung.level}`;
