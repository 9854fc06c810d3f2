import type { FormValues } from '../forms/index.ts';
import type { HoldReason } from '../holds/index.ts';
import type { Actor, Queue } from '../people/index.ts';
import type { Priority } from '../sla/index.ts';
import type { Instant } from '../time/index.ts';
import type { AttachedFile } from './attachments.ts';

export const channels = ['phone', 'email', 'web', 'in-person', 'letter', 'api', 'open311', 'import'] as const;
export type Channel = (typeof channels)[number];

export interface Requester {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface PolicyPin {
  readonly name: string;
  readonly version: number;
}

export interface MessageQueued {
  readonly messageId: string;
  readonly step?: string;
  readonly channel: 'email' | 'letter';
  readonly template: string;
  readonly language: string;
  readonly audience: 'customer' | 'staff';
  readonly to: { readonly name: string; readonly address: string };
  readonly data: FormValues;
  /** It goes out no earlier: staff are not mailed in quiet hours. */
  readonly notBefore?: Instant;
}

/** `until` is the return that was expected; `endsAt` when the hold ends by itself, at the latest that its reason allows. */
export interface Hold {
  readonly reason: string;
  readonly until: Instant | null;
  readonly code?: HoldReason;
  readonly endsAt?: Instant;
}

/**
 * What may happen to a case, and what each happening tells. The record is these events and nothing else;
 * a case type adds its own by declaration merging.
 */
export interface EventData {
  'case-opened': {
    type: string;
    number: string;
    channel: Channel;
    subject: string;
    description: string;
    priority: Priority;
    accountNumber: string | null;
    requester: Requester | null;
    details: FormValues;
    queue: Queue;
  };
  /** `move`: the move of running cases that brought it; `undoes`: the one that it undoes. */
  'policy-pinned': PolicyPin & { readonly move?: string; readonly undoes?: string };
  acknowledged: { how: string };
  assigned: { assignee: string | null; queue: Queue; reason?: string };
  held: Hold;
  resumed: { why: 'staff' | 'customer-replied' | 'term-ended' | 'limit-reached' };
  reprioritised: { priority: Priority; reason?: string };
  'stage-entered': { step: string; stage: string };
  'step-recorded': { step: string; outcome: unknown };
  'task-opened': {
    taskId: string;
    step: string;
    kind: string;
    visit: number;
    queue: Queue;
    facts: FormValues;
    askedBy: string | null;
    reason?: string;
  };
  'task-claimed': { taskId: string; assignee: string; reason?: string };
  'task-done': { taskId: string; step: string; kind: string; outcome: FormValues; by: string };
  'task-returned': { taskId: string; step: string; reason: string };
  'task-withdrawn': { taskId: string; step: string; reason: string };
  'approval-given': { taskId: string; by: string; facts: FormValues };
  'approval-refused': { taskId: string; by: string; reason: string };
  'wait-begun': { step: string; kinds: readonly string[]; until: Instant | null };
  'wait-ended': { step: string; by: 'happening' | 'time'; kind: string | null; data: FormValues };
  happened: { kind: string; at: Instant; data: FormValues };
  'message-queued': MessageQueued;
  'message-sent': { messageId: string };
  'message-failed': { messageId: string; reason: string };
  'message-uncertain': { messageId: string };
  'message-withdrawn': { messageId: string };
  'note-added': { text: string; visibility: 'internal' | 'customer' };
  'attachment-added': AttachedFile;
  /** The attachment came on paper: pages `firstPage` to `lastPage` of a bulk scan. */
  'scan-filed': { attachmentId: string; scanId: string; firstPage: number; lastPage: number };
  escalated: {
    metric: string;
    scope: string;
    clockCycle: number;
    level: string;
    dueAt: Instant;
    late: boolean;
    told: readonly string[];
  };
  /** Somebody has taken up an escalation: the ladder climbs no further until the term is over. */
  'escalation-acknowledged': { metric: string | null; scope: string | null; level: string; until: Instant };
  'collection-barred': { reason: string; rules?: readonly string[] };
  'collection-released': { reason: string };
  'case-resolved': { step: string | null; outcome: string; note: string };
  'case-reopened': { reason: string; revived?: true };
  'case-closed': { reason: string };
  'case-cancelled': { reason: string };
  'case-retyped': { from: string; type: string; details: FormValues; queue: Queue };
}

export type EventType = keyof EventData;

/** An event before it has its place in the chain. */
export type NewEvent<T extends EventType = EventType> = {
  [K in T]: { readonly type: K; readonly at: Instant; readonly actor: Actor; readonly data: EventData[K] };
}[T];

/** An event of the record: `seq` counts from 1 without gaps within its case. */
export type CaseEvent<T extends EventType = EventType> = {
  [K in T]: NewEvent<K> & { readonly seq: number };
}[T];
