import type { CaseStatus, Channel, TaskStatus } from '@headgate/domain/case';
import type { Action, Actor, Queue, Role } from '@headgate/domain/people';
import type { Priority } from '@headgate/domain/sla';

/** What the API answers, by its contract. `/api/openapi.json` says the same; see `README.md` beside this file. */
export type { Action, Actor, CaseStatus, Channel, Priority, Queue, Role, TaskStatus };

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export interface User {
  username: string;
  name: string;
  role: Role;
  queue: Queue;
  /** The queues whose tasks they may work. */
  queues: Queue[];
  /** What their role may do. */
  may: Action[];
}

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

export interface Clock {
  metric: string;
  scope: string;
  cycle: number;
  state: ClockState;
  startedAt: string;
  stoppedAt?: string | null;
  dueAt: string | null;
  elapsedSeconds: number;
  targetSeconds: number;
  percent: number;
  policy: string;
  calendar: string;
  because: string;
}

export interface Requester {
  name: string;
  email?: string;
  phone?: string;
}

/** A case as lists show it. */
export interface CaseRow {
  id: string;
  number: string;
  type: string;
  subject: string;
  status: CaseStatus;
  stage: string | null;
  priority: Priority;
  channel: Channel;
  accountNumber: string | null;
  requester: Requester | null;
  queue: Queue;
  assignee: string | null;
  openedAt: string;
  resolvedAt: string | null;
  closedAt: string | null;
  outcome: string | null;
  clocks?: Clock[];
  version: number;
}

export interface Case extends CaseRow {
  description: string | null;
  clocks: Clock[];
  tasks: Task[];
  details: Record<string, unknown>;
  /** Clocks that run and have escalated. */
  escalated?: { metric: string; scope: string }[];
}

export interface CasePreview {
  before: { clocks: Clock[] };
  after: { clocks: Clock[] };
}

export interface Task {
  id: string;
  caseId: string;
  caseNumber: string;
  subject?: string;
  kind: string;
  title: string;
  help?: string | null;
  visit?: number;
  askedBy?: string | null;
  queue: Queue;
  assignee: string | null;
  status: TaskStatus;
  form: JsonSchema;
  facts: Record<string, unknown>;
  dueAt: string | null;
  clock: Clock | null;
}

export interface CaseEvent {
  seq: number;
  type: string;
  at: string;
  actor: Actor;
  data: Record<string, unknown>;
  hash: string;
}

export interface Message {
  id: string;
  at: string;
  channel: string;
  direction?: 'in' | 'out';
  to?: string | { name?: string; address?: string } | null;
  template?: string | null;
  subject?: string | null;
  body?: string | null;
  visibility: 'internal' | 'customer';
  state?: string | null;
  author?: string | null;
}

/** A form as the API describes it: a flat JSON Schema object. */
export interface JsonSchema {
  type?: string | string[];
  title?: string;
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
}

export interface Named {
  name: string;
  title: string;
}

export interface TaskKind {
  kind: string;
  title: string;
  queue: Queue;
  help?: string | null;
  form: JsonSchema;
}

export interface HappeningKind {
  kind: string;
  title: string;
  form: JsonSchema;
}

export interface Outcome extends Named {
  /** Decides about money: what a specialist I decides so is approved first. */
  money?: boolean;
}

export interface CaseType {
  type: string;
  title: string;
  description: string;
  intakeForm: JsonSchema;
  stages: Named[];
  outcomes: Outcome[];
  tasks: TaskKind[];
  happenings: HappeningKind[];
}

export interface Account {
  number: string;
  name: string;
  class: 'residential' | 'commercial' | 'agricultural';
  dwelling: 'yes' | 'no' | 'unknown';
  status: string;
  language: string;
  email?: string | null;
  phone?: string | null;
  serviceAddress: string;
  mailingAddress: string;
  route: string;
  meter: { serial: string; size: string; registerDigits: number; unit: string; multiplier: string } | null;
  balance: string;
  pastDue: string;
  openCases: number;
}

export interface Usage {
  reads: Record<string, unknown>[];
  bills: { period: string; billedOn: string; dueOn: string; use: string; amount: string }[];
}

/** A figure of the board, and the list that holds exactly what it counts. */
export interface Figure {
  value: number | string | null;
  query?: string | null;
}

export interface Calendar {
  name: string;
  timeZone: string;
  hours: Record<string, [string, string][]>;
  holidays: (string | { date: string; name?: string })[];
}
