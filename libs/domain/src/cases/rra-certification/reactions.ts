import type { Reaction } from '../../case/index.ts';
import { findDuty } from './duty-acts.ts';
import { filingOf } from './filing.ts';
import { hear } from './heard.ts';
import { settleHolds } from './hold-acts.ts';
import { workDone } from './work-acts.ts';

/** What the law of certification does at once, in the transaction of what happened. */
export const rraReaction: Reaction = (draft, event) => {
  switch (event.type) {
    case 'policy-pinned':
      if (filingOf(draft.state).duty) return;
      findDuty(draft, 'year');
      return settleHolds(draft);
    case 'happened':
      return hear(draft, event);
    case 'task-done':
      return workDone(draft, event);
    default:
      return;
  }
};
