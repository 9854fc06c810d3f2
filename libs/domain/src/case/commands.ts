import type { Target } from '../calendar/index.ts';
import type { FormValues } from '../forms/index.ts';
import type { HoldReason } from '../holds/index.ts';
import type { Queue } from '../people/index.ts';
import type { Priority } from '../sla/index.ts';
import type { Instant } from '../time/index.ts';
import type { AttachedFile } from './attachments.ts';
import type { Channel, Requester } from './events.ts';

export interface OpenCase {
  readonly kind: 'open';
  readonly type: string;
  readonly number: string;
  readonly channel: Channel;
  readonly subject: string;
  readonly description?: string;
  readonly priority?: Priority;
  readonly accountNumber?: string;
  readonly requester?: Requester;
  readonly details: FormValues;
}

/** What staff, customers and neighbouring systems ask of a case. */
export type StaffCommand =
  | { readonly kind: 'assign'; readonly assignee?: string; readonly queue?: Queue }
  | { readonly kind: 'hold'; readonly reason: string; readonly code?: HoldReason; readonly until?: Instant }
  | { readonly kind: 'resume' }
  | { readonly kind: 'prioritise'; readonly priority: Priority }
  | {
      readonly kind: 'acknowledge-escalation';
      readonly metric?: string;
      readonly scope?: string;
      /** The end of the term, or its length; the policy's own when neither is said. */
      readonly until?: Instant;
      readonly term?: Target;
    }
  | { readonly kind: 'resolve'; readonly outcome: string; readonly note: string }
  | { readonly kind: 'reopen'; readonly reason: string }
  | { readonly kind: 'close'; readonly reason?: string }
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'retype'; readonly type: string; readonly details: FormValues }
  | { readonly kind: 'note'; readonly text: string; readonly visibility: 'internal' | 'customer' }
  | {
      readonly kind: 'reply';
      readonly channel: 'email' | 'letter';
      readonly to?: string;
      readonly subject?: string;
      readonly body: string;
    }
  | { readonly kind: 'happen'; readonly happening: string; readonly at?: Instant; readonly data: FormValues }
  | AttachCommand;

/** Files a paper with the case; `scan` says of which bulk scan it was a part, and which of its pages. */
export interface AttachCommand {
  readonly kind: 'attach';
  readonly file: AttachedFile;
  readonly scan?: { readonly scanId: string; readonly firstPage: number; readonly lastPage: number };
}

export type TaskCommand =
  | { readonly kind: 'claim'; readonly taskId: string }
  | { readonly kind: 'complete'; readonly taskId: string; readonly outcome: FormValues }
  | { readonly kind: 'return'; readonly taskId: string; readonly reason: string };

/** What a procedure asks; each names its step, so that asking twice changes nothing. */
export type ProcedureCommand =
  | { readonly kind: 'enter-stage'; readonly step: string; readonly stage: string }
  | { readonly kind: 'record'; readonly step: string; readonly outcome: unknown }
  | {
      readonly kind: 'hand-off';
      readonly step: string;
      readonly task: string;
      readonly facts: FormValues;
      readonly queue?: Queue;
    }
  | {
      readonly kind: 'await';
      readonly step: string;
      /** `anything`: whatever of its case type may happen. */
      readonly happenings: readonly string[] | 'anything';
      readonly until: WaitEnd | null;
      /** So many happenings of these kinds in this cycle are dealt with already; the next one ends the wait. */
      readonly after?: number;
    }
  | {
      readonly kind: 'write';
      readonly step: string;
      readonly letter: string;
      readonly data: FormValues;
      readonly to?: Addressee;
    }
  | {
      readonly kind: 'conclude';
      readonly step: string;
      readonly outcome: string;
      readonly letter: string | null;
      readonly data: FormValues;
    };

/** To whom a letter goes: the customer by mail or as the law says on paper, whoever lives at the service address, or a party that the type knows. */
export type Addressee =
  | { readonly who: 'customer'; readonly by?: 'email' | 'letter' }
  | { readonly who: 'occupant' }
  | { readonly who: 'party'; readonly party: string }
  | { readonly who: 'other'; readonly name: string; readonly address: string };

/** The end of a wait: so many days by the district's calendars, or a fixed instant. */
export type WaitEnd = { readonly calendarDays: number } | { readonly businessDays: number } | { readonly at: Instant };

export type MailCommand =
  | { readonly kind: 'message-sent'; readonly messageId: string }
  | { readonly kind: 'message-failed'; readonly messageId: string; readonly reason: string }
  | { readonly kind: 'message-uncertain'; readonly messageId: string };

/** Runs the case by another version of its policy from now on, or undoes that. Both name the move that they belong to. */
export interface PinPolicy {
  readonly kind: 'pin-policy';
  readonly policy: string;
  readonly from: number;
  readonly to: number;
  readonly move: string;
  readonly undo?: true;
}

/** The one timer: everything due at or before `deadline` takes place. */
export interface Tick {
  readonly kind: 'tick';
  readonly deadline: Instant;
}

export type Command = OpenCase | StaffCommand | TaskCommand | ProcedureCommand | MailCommand | PinPolicy | Tick;
/** What may be asked of a case that is there. */
export type LaterCommand = Exclude<Command, OpenCase>;
