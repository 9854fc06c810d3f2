import type { Target } from '../calendar/index.ts';
import type { Instant } from '../time/index.ts';

export type { Target } from '../calendar/index.ts';

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

/** One clock of a policy: for the case, or for each hand-off (of one task kind, or of all that no other rule names). */
export interface ClockRule {
  readonly metric: string;
  readonly task?: string;
  readonly target: Target | Readonly<Record<Priority, Target>>;
  readonly calendar?: string;
  /** A legal clock: no pause stops it. */
  readonly legal?: boolean;
  /** What starts, stops, resets and cancels the clock, where it is not what its metric says (conditions.ts). */
  readonly on?: ClockConditions;
}

/** An event by its type, or by type and what it says: `reply:customer`, `happened:repair-proof`, `hold:awaiting-customer`. */
export type Condition = string;

export interface ClockConditions {
  readonly start?: readonly Condition[];
  /** The clock starts only once this has been seen in the cycle. */
  readonly after?: Condition;
  readonly stop?: readonly Condition[];
  readonly reset?: readonly Condition[];
  readonly cancel?: readonly Condition[];
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
  /** How long an acknowledgement of this step halts the climb; else the policy says, else the office's setting. */
  readonly acknowledgedFor?: Target;
}

export type LadderAction =
  | { readonly raisePriority: Priority }
  | { readonly reassignTo: Recipient }
  | { readonly openTask: string };

/** What happens to a running clock when its target changes: keep what has elapsed, begin anew, or keep the earlier due. */
export type ChangeRule = 'carry' | 'restart' | 'earlier-due';

/** A dated, immutable version of the service levels of a case type; cases pin it by name and version. */
export interface ServicePolicy {
  readonly name: string;
  readonly version: number;
  readonly from: Instant;
  readonly calendar: string;
  readonly clocks: readonly ClockRule[];
  readonly ladder: readonly LadderStep[];
  /** `carry` where nothing is said. A change of type or policy follows the rules of the policy it leads to. */
  readonly changeRules?: Readonly<Partial<Record<'priority' | 'type' | 'policy', ChangeRule>>>;
  /** How long an acknowledgement halts the ladder where the step does not say. */
  readonly acknowledgedFor?: Target;
  /** A hold for this reason ends by itself at the latest so long after it began. */
  readonly holds?: readonly { readonly reason: string; readonly longest: Target }[];
}

/** What the clocks know of a case: the contract's vocabulary of `POST /sla/preview`. */
export type SlaEvent =
  | {
      readonly type: 'opened';
      readonly at: Instant;
      readonly priority: Priority;
      readonly policy?: string;
      readonly version?: number;
    }
  | { readonly type: 'hold'; readonly at: Instant; readonly reason?: string; readonly until?: Instant }
  | { readonly type: 'resume'; readonly at: Instant }
  | { readonly type: 'reprioritise'; readonly at: Instant; readonly priority: Priority }
  | { readonly type: 'acknowledge'; readonly at: Instant }
  | { readonly type: 'reply'; readonly at: Instant; readonly visibility: 'internal' | 'customer' }
  | { readonly type: 'customer-reply'; readonly at: Instant }
  | { readonly type: 'happened'; readonly at: Instant; readonly kind: string }
  | { readonly type: 'task-opened'; readonly at: Instant; readonly visit: string; readonly task?: string }
  | { readonly type: 'task-done'; readonly at: Instant; readonly visit: string }
  | { readonly type: 'task-returned'; readonly at: Instant; readonly visit: string }
  | { readonly type: 'task-withdrawn'; readonly at: Instant; readonly visit: string }
  | { readonly type: 'retype'; readonly at: Instant; readonly policy?: string; readonly version?: number }
  | {
      readonly type: 'policy';
      readonly at: Instant;
      readonly policy: string;
      readonly version?: number;
      /** The move of running cases that brought it, and the one that it undoes. */
      readonly move?: string;
      readonly undoes?: string;
    }
  | {
      readonly type: 'escalation-acknowledged';
      readonly at: Instant;
      readonly until: Instant;
      /** The clocks that are meant; all of the case where nothing is said. */
      readonly metric?: string;
      readonly scope?: string;
    }
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
  /** When three quarters of the target have elapsed, or will have; null while a hold keeps it open. */
  readonly atRiskAt: Instant | null;
  readonly elapsedSeconds: number;
  readonly targetSeconds: number;
  readonly percent: number;
  readonly policy: string;
  readonly policyVersion: number;
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
