import type { CaseView, LaterCommand } from '@headgate/domain/case';

/** What the workflow is told after it asked for something. */
export interface Progress {
  readonly stale: boolean;
  /** The rule that refused what was asked; nothing was changed then. */
  readonly refused: { readonly code: string; readonly rule: string | null } | null;
  readonly view: CaseView;
  readonly nextDeadline: string | null;
  /** How long until then by the record's clock, which is not the workflow's. */
  readonly wakeInMs: number | null;
}

/** The worker's side of the record, as workflows call it. Arguments and results hold ids, codes and figures only. */
export interface CaseActivities {
  look(caseId: string): Promise<Progress>;
  proceed(caseId: string, commands: readonly LaterCommand[], asOf: number): Promise<Progress>;
  /** Assembles a fact from the register, and records it as the step's outcome. */
  recordFact(caseId: string, asked: { step: string; fact: string; input: unknown }, asOf: number): Promise<Progress>;
  tick(caseId: string, deadline: string): Promise<Progress>;
  caughtUp(caseId: string, seq: number): Promise<void>;
}

export interface MailActivities {
  /** Renders the message and hands it to the mail server, once. */
  deliver(messageId: string): Promise<void>;
}
