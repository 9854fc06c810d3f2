import type { CivilDate, Instant } from '../time/index.ts';

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** How long something may take. Business days end at the end of the n-th business day after the start day. */
export type Target =
  | { readonly businessMinutes: number }
  | { readonly businessDays: number; readonly endOfDay?: boolean }
  | { readonly calendarDays: number; readonly roll?: 'none' | 'next-business-day' }
  | { readonly fixedOn: CivilDate };

/** One clock of a policy: for the case, or for each hand-off (of one task kind, or of all that no other rule names). */
export interface ClockRule {
  readonly metric: string;
  readonly task?: string;
  readonly target: Target | Readonly<Record<Priority, Target>>;
  readonly calendar?: string;
  /** A legal clock: no pause stops it. */
  readonly legal?: boolean;
}

export type Recipient = 'assignee' | 'lead' | 'department-head' | 'deputy' | 'supervisor' | 'manager';

/** A rung of the escalation ladder: when it is reached, whom it tells, what else it does. */
export interface LadderStep {
  readonly name: string;
  readonly when:
    | { readonly percent: number }
    | { readonly businessMinutes: number; readonly relativeTo: 'due' }
    | { readonly wallMinutes: number; readonly relativeTo: 'due' };
  readonly to: readonly Recipient[];
  readonly template: string;
  readonly metrics?: readonly string[];
  readonly actions?: readonly LadderAction[];
}

export type LadderAction =
  | { readonly raisePriority: Priority }
  | { readonly reassignTo: Recipient }
  | { readonly openTask: string };

/** A dated, immutable version of the service levels of a case type; cases pin it by name and version. */
export interface ServicePolicy {
  readonly name: string;
  readonly version: number;
  readonly from: Instant;
  readonly calendar: string;
  readonly clocks: readonly ClockRule[];
  readonly ladder: readonly LadderStep[];
  readonly changeRules?: {
    readonly priority?: 'carry' | 'restart' | 'earlier-due';
    readonly type?: 'carry' | 'restart' | 'earlier-due';
    readonly policy?: 'carry' | 'restart' | 'earlier-due';
  };
}

/** What the clocks know of a case: the contract's vocabulary of `POST /sla/preview`. */
export type SlaEvent =
  | { readonly type: 'opened'; readonly at: Instant; readonly priority: Priority }
  | { readonly type: 'hold'; readonly at: Instant; readonly reason?: string; readonly until?: Instant }
  | { readonly type: 'resume'; readonly at: Instant }
  | { readonly type: 'reprioritise'; readonly at: Instant; readonly priority: Priority }
  | { readonly type: 'acknowledge'; readonly at: Instant }
  | { readonly type: 'reply'; readonly at: Instant; readonly visibility: 'internal' | 'customer' }
  | { readonly type: 'customer-reply'; readonly at: Instant }
  | { readonly type: 'task-opened'; readonly at: Instant; readonly visit: string; readonly task?: string }
  | { readonly type: 'task-done'; readonly at: Instant; readonly visit: string }
  | { readonly type: 'task-returned'; readonly at: Instant; readonly visit: string }
  | { readonly type: 'task-withdrawn'; readonly at: Instant; readonly visit: string }
  | { readonly type: 'retype'; readonly at: Instant; readonly policy?: string }
  | { readonly type: 'policy'; readonly at: Instant; readonly policy: string }
  | { readonly type: 'resolve'; readonly at: Instant }
  | { readonly type: 'cancel'; readonly at: Instant }
  | { readonly type: 'reopen'; readonly at: Instant };

export type ClockStatus = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

/** One clock as the API shows it. Seconds are whole; `percent` is exact to three places. `scope`: `case`, or a visit. */
export interface Clock {
  readonly metric: string;
  readonly scope: string;
  readonly cycle: number;
  readonly state: ClockStatus;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly elapsedSeconds: number;
  readonly targetSeconds: number;
  readonly percent: number;
  readonly policy: string;
  readonly calendar: string;
  readonly because: string;
}

/** A rung that a clock has reached, or will reach if nothing else happens. */
export interface LadderInstant {
  readonly metric: string;
  readonly scope: string;
  readonly cycle: number;
  readonly step: LadderStep;
  readonly dueAt: Instant;
}
