import type { CaseDefinition } from '../../case/index.ts';
import { twoPersonsGate } from './approvals.ts';
import { finalPostingGate, lienGate, notStayedGate, refuseWaterGate, reviewGate, shutOffGate } from './gates.ts';
import { delinquencyHappenings } from './happenings.ts';
import { delinquencyIntake } from './intake.ts';
import { type CollectionLaw, districtLaw } from './law.ts';
import { debtTold, delinquencyLetters, landowner } from './letters.ts';
import { collectionReaction } from './reactions.ts';
import { delinquencyTasks } from './tasks.ts';
import { collectionTerms } from './terms.ts';

export { type Course, type Move, nextMove } from './course/index.ts';
export { heardKinds } from './happenings.ts';

/** The collection of an unpaid bill under a law; the district runs it under its own, a test under a broken one. */
export const delinquencyUnder = (law: CollectionLaw): CaseDefinition => ({
  type: 'delinquency',
  title: 'Delinquency',
  description:
    'An account is past due: notices, offers, arrangement or appeal, and shut-off only with every condition of the law.',
  queue: 'customer-service',
  policy: 'service-delinquency',
  intakeForm: delinquencyIntake,
  stages: [
    { name: 'notices', title: 'Notices and offers' },
    { name: 'barred', title: 'Collection rests' },
    { name: 'last-word', title: 'Last word' },
    { name: 'order', title: 'Order' },
    { name: 'shut-off', title: 'Water is off' },
    { name: 'lien', title: 'Lien' },
  ],
  outcomes: [
    { name: 'paid', title: 'Paid' },
    { name: 'arrangement-kept', title: 'Arrangement kept' },
    { name: 'appeal-upheld', title: 'Appeal upheld', money: true },
    { name: 'shut-off-and-reconnected', title: 'Shut off, paid and reconnected' },
    { name: 'shut-off', title: 'Shut off, unpaid' },
    { name: 'lien-listed', title: "Lien on the county's list" },
    { name: 'lien-released', title: 'Lien paid and released' },
    { name: 'wrongful', title: 'Wrongful shut-off, restored' },
    { name: 'written-off', title: 'Written off', money: true },
    { name: 'withdrawn', title: 'Opened in error' },
  ],
  tasks: delinquencyTasks,
  happenings: delinquencyHappenings,
  letters: delinquencyLetters,
  gates: {
    'phone-contact': notStayedGate,
    visit: notStayedGate,
    'final-contact': notStayedGate,
    'post-notice': notStayedGate,
    'post-final-notice': finalPostingGate,
    'order-review': twoPersonsGate,
    'appeal-review': reviewGate,
    'shut-off': shutOffGate(law),
    'refuse-water': refuseWaterGate,
    'list-lien': lienGate,
  },
  reactions: [collectionReaction(law)],
  terms: collectionTerms,
  parties: { landowner },
  tells: debtTold,
});

export const delinquency = delinquencyUnder(districtLaw);
