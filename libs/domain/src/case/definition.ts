import type { z } from 'zod';
import type { Form, FormValues } from '../forms/index.ts';
import type { Action, Actor, Queue } from '../people/index.ts';
import type { Instant } from '../time/index.ts';
import type { Draft } from './draft.ts';
import type { NewEvent } from './events.ts';
import type { AccountContact, Moment, Office } from './moment.ts';
import type { CaseState, TaskState } from './state.ts';

export interface Named {
  readonly name: string;
  readonly title: string;
}

/** A task that a department gets: its form, and the outcome that leads the plain path on. */
export interface TaskDefinition {
  readonly title: string;
  readonly help?: string;
  readonly queue: Queue;
  readonly form: Form;
  readonly defaultOutcome: (facts: FormValues, today: string) => FormValues;
  /** Completing needs this action beside the right to work the queue. */
  readonly needs?: Action;
  /** `needs` says who usually may; the gate of the task looks at the person: deputies, a word by telephone. */
  readonly entitledByGate?: true;
}

export interface HappeningDefinition {
  readonly title: string;
  readonly form: Form;
  /** Staff need this action to report it; without one, whoever may write on the case. */
  readonly needs?: Action;
  /** It takes up a resolved case where its procedure left off, with all that the record knows. */
  readonly revives?: true;
}

/** An end of the procedure. One that moves money is not a specialist I's to set by hand. */
export interface Outcome extends Named {
  readonly money?: boolean;
}

/** Who acts on a task, and what they say became of it when they complete it. */
export interface TaskAct {
  readonly act: 'open' | 'claim' | 'complete';
  readonly actor: Actor;
  readonly outcome: FormValues | null;
}

/** The law of a type at an act on a task: throws a Refusal when a gate is shut. */
export type TaskGate = (
  state: CaseState,
  act: TaskAct['act'],
  moment: Moment,
  task: TaskState | null,
  by: TaskAct,
) => void;

/** Something that a type's law brings about by time alone. */
export interface Term {
  readonly at: Instant;
  readonly comes: (draft: Draft) => void;
}

/** Somebody beside the customer to whom the law has a letter go. Null where no address is known. */
export type Party = (
  state: CaseState,
  account: AccountContact,
) => { readonly name: string; readonly address: string } | null;

/** What a type's law does at once, in the same transaction, when something happens to the case. */
export type Reaction = (draft: Draft, event: NewEvent) => void;

/** A case type: everything the office says about it in data. The procedure itself is `workflow.ts` of the same name. */
export interface CaseDefinition {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly queue: Queue;
  readonly intakeForm: z.ZodObject;
  readonly stages: readonly Named[];
  readonly outcomes: readonly Outcome[];
  readonly tasks: Readonly<Record<string, TaskDefinition>>;
  readonly happenings: Readonly<Record<string, HappeningDefinition>>;
  readonly letters: readonly string[];
  /** The name of the service policy whose newest version a new case pins. */
  readonly policy: string;
  /** Why nothing may be collected on the account while such a case is open. */
  readonly barsCollection?: string;
  readonly gates?: Readonly<Record<string, TaskGate>>;
  readonly reactions?: readonly Reaction[];
  readonly terms?: (state: CaseState, office: Office) => readonly Term[];
  readonly parties?: Readonly<Record<string, Party>>;
  /** What a letter of the type tells beside what the procedure gives it: figures as they are when it is written. */
  readonly tells?: (letter: string, state: CaseState, moment: Moment) => FormValues;
}
