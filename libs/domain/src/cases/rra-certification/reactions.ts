import { type Draft, type Reaction, refuse } from '../../case/index.ts';
import { findDuty } from './duty-acts.ts';
import { demandsForm, filingOf } from './filing.ts';
import { hear } from './heard.ts';
import { settleHolds } from './hold-acts.ts';
import { workDone } from './work-acts.ts';

/** By hand no case ends as accepted without an accepted form, nor as not required while a form is due (A20, F16). */
function mayBeResolved(draft: Draft, outcome: string): void {
  if (draft.actor.kind !== 'staff') return;
  const filing = filingOf(draft.state);
  if (outcome === 'accepted' && !filing.accepted) refuse('no-form-accepted', 'No form of the year is accepted.', 'F16');
  if (outcome === 'not-required' && demandsForm(filing)) refuse('form-due', 'A form is due of this landholder.', 'A20');
}

/** What the law of certification does at once, in the transaction of what happened. */
export const rraReaction: Reaction = (draft, event) => {
  switch (event.type) {
    case 'policy-pinned':
      if (filingOf(draft.state).duty) return;
      findDuty(draft, 'year');
      return settleHolds(draft);
    case 'happened':
      return hear(draft, event);
    case 'case-resolved':
      return mayBeResolved(draft, event.data.outcome);
    case 'task-done':
      return workDone(draft, event);
    default:
      return;
  }
};
