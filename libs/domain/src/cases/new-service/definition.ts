import type { CaseDefinition } from '../../case/index.ts';
import './events.ts';
import { newServiceGates } from './gates.ts';
import { newServiceHappenings } from './happenings.ts';
import { newServiceIntake } from './intake.ts';
import { newServiceLetters, newServiceTold } from './letters.ts';
import { newServiceReaction } from './reactions.ts';
import { newServiceTasks } from './tasks.ts';
import { newServiceTerms } from './terms.ts';

export { type Application, applicationOf } from './application.ts';
export { type Asked, askedOf } from './intake.ts';
export {
  type MoneyStanding,
  moneyStanding,
  type Readiness,
  readinessOf,
  type Standing,
  standingOf,
} from './standing.ts';

export const newService: CaseDefinition = {
  type: 'new-service',
  title: 'New service',
  description:
    'An owner or tenant applies for water: eligibility, meter decided, cost estimated and paid, installed, read, and the account active.',
  queue: 'customer-service',
  policy: 'service-new-service',
  intakeForm: newServiceIntake,
  stages: [
    { name: 'application', title: 'Application' },
    { name: 'incomplete', title: 'Something is lacking' },
    { name: 'refused', title: 'Refused, may be appealed' },
    { name: 'deposit', title: 'Design deposit' },
    { name: 'design', title: 'Meter location, type and size' },
    { name: 'estimate', title: 'Cost estimate' },
    { name: 'payment', title: 'Fees and permit' },
    { name: 'installation', title: 'Installation' },
    { name: 'activation', title: 'Route book and account' },
    { name: 'settlement', title: 'Settlement' },
  ],
  outcomes: [
    { name: 'active', title: 'Service is active', money: true },
    { name: 'refused', title: 'Refused', money: true },
    { name: 'declined', title: 'Estimate declined', money: true },
    { name: 'withdrawn', title: 'Withdrawn by the applicant', money: true },
    { name: 'lapsed', title: 'Lapsed', money: true },
  ],
  tasks: newServiceTasks,
  happenings: newServiceHappenings,
  letters: newServiceLetters,
  gates: newServiceGates,
  reactions: [newServiceReaction],
  terms: newServiceTerms,
  tells: newServiceTold,
};
