import type { Draft } from '../../case/index.ts';
import { assessments, type Failing } from '../../land/index.ts';
import { today } from './days.ts';
import { filingOf } from './filing.ts';

/** Counts what the district must expect to be assessed, once for each kind of failing and year (A31). */
export function assess(draft: Draft, failing: Failing): void {
  const [found] = assessments([failing], today(draft.moment));
  if (!found || filingOf(draft.state).assessed.has(`${found.kind} ${found.year}`)) return;
  draft.emit('assessment-counted', { ...found, rules: ['A31'] });
}
