import type { CaseDefinition, CaseState, Moment } from '../../case/index.ts';
import { type Course, courseOf, type Neighbours, type Step } from './course.ts';
import { excessKinds, excessSteps } from './course-of-excess.ts';
import { moneyKinds, moneySteps } from './course-of-money.ts';
import { paperKinds, paperSteps } from './course-of-paper.ts';
import { waterKinds, waterSteps } from './course-of-water.ts';
import { checkGate, designationGate, invoiceGate, lockGate, unlockGate } from './gates.ts';
import { rraHappenings } from './happenings.ts';
import { rraIntake } from './intake.ts';
import { filingTold, rraLetters } from './letters.ts';
import { rraReaction } from './reactions.ts';
import { rraTasks } from './tasks.ts';
import { filingTerms } from './terms.ts';

export type { Course, Neighbours } from './course.ts';
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

/** The lines of the procedure that go on side by side. */
export const lines = ['paper', 'water', 'money', 'excess'] as const;
export type Line = (typeof lines)[number];

const linesOf: Readonly<Record<Line, readonly [readonly Step[], readonly string[]]>> = {
  paper: [paperSteps, paperKinds],
  water: [waterSteps, waterKinds],
  money: [moneySteps, moneyKinds],
  excess: [excessSteps, excessKinds],
};

/** What a line of the procedure does next, as the record and the law ask for it. */
export function nextMove(
  line: Line,
  state: CaseState,
  moment: Moment,
  neighbours: Neighbours,
): Course & { kinds: readonly string[] } {
  const [steps, kinds] = linesOf[line];
  return { ...courseOf(steps, kinds, state, moment, neighbours), kinds };
}
