import type { CaseDefinition, CaseState, Moment } from '../../case/index.ts';
import { type Course, courseOf, type Neighbours } from './course/course.ts';
import { excessSteps } from './course/excess.ts';
import { moneySteps } from './course/money.ts';
import { paperSteps } from './course/paper.ts';
import { waterSteps } from './course/water.ts';
import { checkGate, designationGate, invoiceGate, lockGate, unlockGate } from './gates.ts';
import { rraHappenings } from './happenings.ts';
import { rraIntake } from './intake.ts';
import { filingTold, rraLetters } from './letters.ts';
import { rraReaction } from './reactions.ts';
import { rraTasks } from './tasks.ts';
import { filingTerms } from './terms.ts';

export { asksNeighbours, type Course, type Neighbours } from './course/course.ts';
export { demandsForm, type Filing, filingOf } from './filing.ts';
export { detailsOf, type RraDetails, rraIntake } from './intake.ts';

export const rraCertification: CaseDefinition = {
  type: 'rra-certification',
  title: 'RRA certification',
  description:
    'The forms of one landholder for one year under the Reclamation Reform Act: mailed, checked, accepted; no water before.',
  queue: 'customer-service',
  policy: 'service-rra-certification',
  intakeForm: rraIntake,
  stages: [
    { name: 'duty', title: 'Duty to file' },
    { name: 'forms', title: 'Forms awaited' },
    { name: 'review', title: 'Form under review' },
    { name: 'locked', title: 'Turnouts locked' },
    { name: 'full-cost', title: 'Full-cost land' },
    { name: 'excess', title: 'Excess land' },
  ],
  outcomes: [
    { name: 'accepted', title: 'Forms accepted' },
    { name: 'not-required', title: 'No form required' },
    { name: 'not-filed', title: 'Not filed' },
    { name: 'withdrawn', title: 'Opened in error' },
  ],
  tasks: rraTasks,
  happenings: rraHappenings,
  letters: rraLetters,
  gates: {
    'completeness-check': checkGate,
    'lock-turnouts': lockGate,
    'unlock-turnouts': unlockGate,
    'full-cost-invoice': invoiceGate,
    'district-designation': designationGate('district'),
    'contract-designation': designationGate('contract-procedure'),
  },
  reactions: [rraReaction],
  terms: filingTerms,
  tells: filingTold,
};

const linesOf = { paper: paperSteps, water: waterSteps, money: moneySteps, excess: excessSteps } as const;
/** The lines of the procedure, which go on side by side. */
export type Line = keyof typeof linesOf;

/**
 * What a line of the procedure does next, as the record and the law ask for it; `listensTo` are the happenings that
 * end its waits.
 */
export function nextMove(
  line: Line,
  listensTo: readonly string[],
  state: CaseState,
  moment: Moment,
  neighbours: Neighbours,
): Course {
  return courseOf(linesOf[line], listensTo, state, moment, neighbours);
}
