import type { CaseState, Moment } from '../../../case/index.ts';
import type { Path, RecordedFacts } from '../../../delinquency/index.ts';
import type { FormValues } from '../../../forms/index.ts';
import { collectionOf } from '../collection/index.ts';
import { principalOf, shutOffFacts } from '../facts.ts';
import { heardKinds } from '../happenings.ts';
import { debtOf, lawPathOf } from '../intake.ts';
import { daysOf, today } from '../law.ts';
import { afterShutOff } from './after-shut-off.ts';
import type { Course, Found, Look, Step } from './course.ts';
import { dwelling } from './dwelling.ts';
import { otherService } from './other-service.ts';

export type { Course, Move } from './course.ts';

const stepsOf: Readonly<Record<Path, readonly Step[]>> = { residential: dwelling, other: otherService };

/** The next move that the record asks for. The steps of a path are looked at in order; the first that lacks something is it. */
export function nextMove(state: CaseState, moment: Moment): Course {
  const look = lookAt(state, moment);
  const path = lawPathOf(look.debt);
  const steps = look.c.waterOff || look.c.wrongful ? afterShutOff : stepsOf[path];
  const { move, why, at = null, outcome = null, facts = {} } = first(steps, look) ?? everyConditionHolds;
  const heard = state.happenings.filter(({ cycle, kind }) => cycle === state.cycle && heardKinds.includes(kind)).length;
  const occupantToo = look.facts.mailingDiffers === true;
  const approvals = look.c.approvedBy.length;
  return { path, move, why, at, heard, occupantToo, approvals, outcome, facts: { ...figuresOf(look), ...facts } };
}

const everyConditionHolds: Found = { move: 'order', why: 'every condition holds' };

function first(steps: readonly Step[], look: Look): Found | null {
  for (const step of steps) {
    const found = step(look);
    if (found) return found;
  }
  return null;
}

/** What everybody who works on the case should see. */
function figuresOf({ debt, c }: Look): FormValues {
  return { amount: principalOf(debt, c), ...(c.fieldsAtRisk ? { fieldsAtRisk: true } : {}) };
}

function lookAt(state: CaseState, moment: Moment): Look {
  const c = collectionOf(state);
  const recorded: RecordedFacts = shutOffFacts(state, moment, c);
  const { paymentsThrough: _known, ...facts } = recorded;
  const { now, office } = moment;
  return { state, moment, debt: debtOf(state), c, facts, now, today: today(moment), days: daysOf(office) };
}
