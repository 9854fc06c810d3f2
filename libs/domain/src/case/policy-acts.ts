import { UnknownNameError } from '../sla/index.ts';
import { mustBeActive, mustBeAllowed } from './checks.ts';
import type { PinPolicy } from './commands.ts';
import type { Acts } from './decide.ts';
import type { Draft } from './draft.ts';
import { refuse } from './refusal.ts';

export const policyActs: Acts<PinPolicy> = {
  /** Moves a running case to another version of its policy, or undoes such a move; a case that has ended stays as it is. */
  'pin-policy'(draft, { policy, from, to, move, undo }) {
    mustBeAllowed(draft, 'rules.move');
    mustBeActive(draft);
    const { name, version } = draft.state.policy;
    if (name !== policy || version !== from)
      refuse('other-version', `The case runs by version ${version} of ${name}, not by version ${from} of ${policy}.`);
    mustBeKept(draft, policy, to);
    if (to !== from) draft.emit('policy-pinned', { name, version: to, ...(undo ? { undoes: move } : { move }) });
  },
};

function mustBeKept(draft: Draft, policy: string, version: number): void {
  try {
    draft.moment.office.book.policy(policy, version);
  } catch (error) {
    if (error instanceof UnknownNameError) refuse('unknown-version', `There is no version ${version} of ${policy}.`);
    throw error;
  }
}
