import type { Actor } from '../people/index.ts';
import type { Command, OpenCase } from './commands.ts';
import { Draft } from './draft.ts';
import type { NewEvent } from './events.ts';
import { mailActs } from './mail-acts.ts';
import type { Moment } from './moment.ts';
import { openCase } from './opening.ts';
import { policyActs } from './policy-acts.ts';
import { procedureActs } from './procedure-acts.ts';
import { refuse } from './refusal.ts';
import { staffActs } from './staff-acts.ts';
import { type CaseState, copyOf } from './state.ts';
import { taskActs } from './task-acts.ts';
import { tick } from './ticking.ts';

export interface Decision {
  readonly events: readonly NewEvent[];
  readonly state: CaseState;
}

export type Act<C> = (draft: Draft, command: C) => void;
export type Acts<Commands extends { kind: string }> = { [K in Commands['kind']]: Act<Extract<Commands, { kind: K }>> };

const acts: Acts<Exclude<Command, OpenCase>> = {
  ...staffActs,
  ...taskActs,
  ...procedureActs,
  ...mailActs,
  ...policyActs,
  tick,
};

/** Opens a case: the events that begin it. Throws a Refusal with the field named when the intake is wrong. */
export function decideOpening(id: string, command: OpenCase, actor: Actor, moment: Moment): Decision {
  return decided(openCase(id, command, actor, moment));
}

/**
 * The one rule book by which a case changes: what `command` by `actor` brings about at `moment.now`.
 * Pure: neither `state` nor anything else is written to. Throws a Refusal with its rule when it may not be.
 */
export function decide(state: CaseState, command: Exclude<Command, OpenCase>, actor: Actor, moment: Moment): Decision {
  const act = acts[command.kind] as Act<typeof command> | undefined;
  if (!act) refuse('unknown-command', `There is no command ${command.kind}.`);
  const draft = new Draft(copyOf(state), actor, moment);
  act(draft, command);
  return decided(draft);
}

const decided = (draft: Draft): Decision => ({ events: draft.events, state: draft.state });
