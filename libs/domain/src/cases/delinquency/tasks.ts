import { z } from 'zod';
import type { TaskDefinition } from '../../case/index.ts';
import { fieldEndings } from '../../delinquency/index.ts';
import { choice, instant, longText, money, text, yesNo } from '../../forms/index.ts';

const note = longText('Note').optional();

/** The hand-offs of collection, in the order of the procedure. */
export const delinquencyTasks: Readonly<Record<string, TaskDefinition>> = {
  'phone-contact': {
    title: 'Call the customer about the unpaid bill',
    help:
      'Say who calls and how much is unpaid since when. Offer the written policy. Offer to talk about more time, a deferred or ' +
      'reduced payment, an alternative schedule, amortization, and review or appeal of the bill. Nobody reached is no contact.',
    queue: 'customer-service',
    form: z.object({
      reached: yesNo('The customer was reached'),
      offersMade: yesNo('The policy and the options were offered').optional(),
      note,
    }),
    defaultOutcome: () => ({ reached: true, offersMade: true }),
  },
  visit: {
    title: 'Visit, and leave the notice and the policy',
    help: 'Neither telephone nor mail reached the customer. Leave the notice of imminent discontinuation in a conspicuous place.',
    queue: 'operations',
    form: z.object({ noticeLeft: yesNo('Notice and policy were left'), note }),
    defaultOutcome: () => ({ noticeLeft: true }),
  },
  'appeal-review': {
    title: 'Review the appeal or hold the hearing',
    help: 'Nothing is shut off while this is pending. The reviewer had no part in the decision.',
    queue: 'management',
    form: z.object({ upheld: yesNo('Upheld'), reason: longText('Reason').optional() }),
    defaultOutcome: () => ({ upheld: false }),
    needs: 'task.approve',
  },
  'offer-arrangement': {
    title: 'Offer an arrangement to the household',
    help: 'Health protects this household from shut-off. Offer amortization, an alternative schedule, a reduction or a deferral.',
    queue: 'customer-service',
    form: z.object({ offered: yesNo('Offered'), note }),
    defaultOutcome: () => ({ offered: true }),
  },
  'final-contact': {
    title: 'Speak to an adult before the shut-off',
    help: 'By telephone or in person, at least 24 hours before. Nobody reached: operations post a notice 48 hours before.',
    queue: 'customer-service',
    form: z.object({ reached: yesNo('An adult was spoken to'), note }),
    defaultOutcome: () => ({ reached: true }),
  },
  'post-notice': {
    title: 'Post the notice of shut-off',
    help: 'At a prominent place of the property, at least 48 hours before.',
    queue: 'operations',
    form: z.object({ posted: yesNo('Posted'), note }),
    defaultOutcome: () => ({ posted: true }),
  },
  'post-final-notice': {
    title: 'Post the final notice',
    help: 'The arrangement is broken. At a prominent place of the property, at least five business days before.',
    queue: 'operations',
    form: z.object({ posted: yesNo('Posted'), note }),
    defaultOutcome: () => ({ posted: true }),
  },
  'field-check': {
    title: 'Look at crop and livestock',
    help: 'Before a turnout is locked: would a standing crop or livestock be lost?',
    queue: 'operations',
    form: z.object({ cropAtRisk: yesNo('A crop is at risk'), livestockAtRisk: yesNo('Livestock is at risk'), note }),
    defaultOutcome: () => ({ cropAtRisk: false, livestockAtRisk: false }),
  },
  'refuse-water': {
    title: 'Take no water orders for this land',
    queue: 'water-resources',
    form: z.object({ refused: yesNo('Water orders are refused'), note }),
    defaultOutcome: () => ({ refused: true }),
  },
  'order-review': {
    title: 'Approve the shut-off order',
    help:
      'Two different persons look at the facts of the case. The word of somebody on the telephone is written down by a third ' +
      'person: who approves, and the number at which they were called back.',
    queue: 'customer-service',
    form: z.object({
      approved: yesNo('Approved'),
      reason: longText('Reason').optional(),
      approver: text('Who approves, when by telephone', 60).optional(),
      calledBack: text('Called back at', 40).optional(),
    }),
    defaultOutcome: () => ({ approved: true }),
    needs: 'task.approve',
    entitledByGate: true,
  },
  'confirm-payments': {
    title: 'Confirm that payments are posted',
    help: 'Counter, lockbox and online payments up to now. The order is good only on the day of this word.',
    queue: 'accounting',
    form: z.object({ through: instant('Payments are known through').optional() }),
    defaultOutcome: () => ({}),
  },
  'shut-off': {
    title: 'Shut off the water',
    help:
      'Check the order when you are at the meter: it may have been withdrawn. Good for 15 minutes after the check, or with the ' +
      "dispatcher's release code. Take no money.",
    queue: 'operations',
    form: z.object({
      ending: choice('How the visit ended', fieldEndings),
      releaseCode: text('Release code', 12).optional(),
      note,
    }),
    defaultOutcome: () => ({ ending: 'done' }),
  },
  reconnect: {
    title: 'Turn the water on again',
    help: 'By the end of the next business day. After a wrongful shut-off: today.',
    queue: 'operations',
    form: z.object({ reconnected: yesNo('The water is on'), actualCost: money('What it cost').optional(), note }),
    defaultOutcome: () => ({ reconnected: true }),
  },
  'tie-out': {
    title: 'Tie out the unpaid charge',
    help: "The amount that goes on the county's list, agreed with the ledger.",
    queue: 'accounting',
    form: z.object({ amount: money('Unpaid charge') }),
    defaultOutcome: (facts) => ({ amount: String(facts.amount ?? '0.00') }),
  },
  'board-resolution': {
    title: 'Have the board resolve on the list of liens',
    queue: 'management',
    form: z.object({ adopted: yesNo('Adopted'), number: text('Number of the resolution', 40).optional() }),
    defaultOutcome: () => ({ adopted: true }),
  },
  'list-lien': {
    title: "Put the charge on the county's list and record the certificate",
    queue: 'accounting',
    form: z.object({ reference: text('Reference', 60).optional() }),
    defaultOutcome: () => ({}),
  },
  'release-lien': {
    title: 'Release the lien',
    help: 'Record the release within 30 days of the payment.',
    queue: 'accounting',
    form: z.object({ reference: text('Reference', 60).optional() }),
    defaultOutcome: () => ({}),
  },
};
