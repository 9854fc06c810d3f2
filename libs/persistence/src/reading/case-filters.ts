import type { CaseStatus } from '@headgate/domain/case';
import type { Queue } from '@headgate/domain/people';
import type { Priority } from '@headgate/domain/sla';
import type { Instant } from '@headgate/domain/time';

export const clockFilters = ['at-risk', 'breached', 'paused'] as const;
export type ClockFilter = (typeof clockFilters)[number];

/** A time from an instant on, up to but without another. */
export interface Span {
  readonly from?: Instant | undefined;
  readonly before?: Instant | undefined;
}

/** What a list of cases may be narrowed to. */
export interface CaseFilters {
  readonly status?: readonly CaseStatus[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly queue?: readonly Queue[] | undefined;
  readonly priority?: readonly Priority[] | undefined;
  /** A username, or null for cases that nobody has. */
  readonly assignee?: string | null | undefined;
  readonly accountNumber?: string | undefined;
  readonly stage?: string | undefined;
  /** The year of the RRA form that the case is about. */
  readonly formYear?: number | undefined;
  readonly q?: string | undefined;
  readonly opened?: Span | undefined;
  readonly resolved?: Span | undefined;
  readonly closed?: Span | undefined;
  /** One clock of the case is as these five say. */
  readonly clock?: ClockFilter | undefined;
  readonly metric?: string | undefined;
  readonly due?: Span | undefined;
  readonly result?: 'met' | 'breached' | undefined;
  readonly stopped?: Span | undefined;
  readonly reopened?: Span | undefined;
  readonly escalated?: Span | undefined;
  /** The rung of the ladder by which it was escalated then. */
  readonly level?: string | undefined;
  /** A mail of the case did not get through, or may not have. */
  readonly mail?: 'failed' | undefined;
  /** The procedure does not follow the record. */
  readonly stuck?: boolean | undefined;
  readonly seenBy: readonly Queue[] | 'all';
}
