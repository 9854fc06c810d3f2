import { z } from 'zod';
import { type CaseDefinition, type Reaction, resolveCase } from '../../case/index.ts';
import { date, longText, money, period, quantity, text, yesNo } from '../../forms/index.ts';
import { nonReadCodes } from '../../metering/index.ts';

const codes = Object.keys(nonReadCodes) as [string, ...string[]];

/** A customer who withdraws the complaint ends the case there and then. */
const endsWhenWithdrawn: Reaction = (draft, event) => {
  if (event.type !== 'happened' || event.data.kind !== 'withdrawn') return;
  resolveCase(draft, { outcome: 'withdrawn', note: String(event.data.data.reason ?? ''), step: null });
};

export const highConsumption: CaseDefinition = {
  type: 'high-consumption',
  title: 'High consumption',
  description:
    'A customer says that a bill shows more water than was used: facts, re-read, leak check, meter test, decision.',
  queue: 'customer-service',
  policy: 'service-high-consumption',
  barsCollection: 'dispute',
  intakeForm: z.object({
    period: period('Month of the bill').optional(),
    saysUseChanged: yesNo('The customer says that their use changed').optional(),
    remarks: longText('Remarks').optional(),
  }),
  stages: [
    { name: 'usage', title: 'Usage assembled' },
    { name: 're-read', title: 'Re-read' },
    { name: 'leak-check', title: 'Leak check' },
    { name: 'meter-test', title: 'Meter test' },
    { name: 'decision', title: 'Decision' },
  ],
  outcomes: [
    { name: 'usual-use', title: 'The use is usual' },
    { name: 'misread', title: 'Misread, bill corrected', money: true },
    { name: 'leak-adjusted', title: 'Leak, bill adjusted', money: true },
    { name: 'leak-not-adjusted', title: 'Leak, no adjustment', money: true },
    { name: 'meter-fast', title: 'Meter over-registers', money: true },
    { name: 'meter-slow', title: 'Meter under-registers', money: true },
    { name: 'unexplained-adjusted', title: 'Unexplained, adjusted', money: true },
    { name: 'unexplained', title: 'Unexplained', money: true },
    { name: 'withdrawn', title: 'Withdrawn by the customer' },
  ],
  tasks: {
    reread: {
      title: 'Re-read the meter',
      help: 'Read the register again. If it cannot be read, say why by its code and repeat the last figure seen.',
      queue: 'operations',
      form: z.object({
        reading: quantity('Reading'),
        readOn: date('Read on'),
        nonReadCode: z.enum(codes).meta({ title: 'Not read because' }).optional(),
      }),
      defaultOutcome: (facts, today) => ({ reading: String(facts.disputedReading ?? '0'), readOn: today }),
    },
    'leak-check': {
      title: 'Check for a leak',
      help: 'Shut all fixtures and watch the register; then look for the place.',
      queue: 'operations',
      form: z.object({
        leakFound: yesNo('A leak was found'),
        where: text('Where').optional(),
        meterRunsWithAllShut: yesNo('The meter runs with all fixtures shut'),
      }),
      defaultOutcome: () => ({ leakFound: false, meterRunsWithAllShut: false }),
    },
    'meter-test': {
      title: 'Test the meter',
      help: 'Run water at the three flows of this meter size, and enter what the meter registered and what really passed.',
      queue: 'operations',
      form: z.object({
        flowMinRegistered: quantity('Minimum flow: registered'),
        flowMinActual: quantity('Minimum flow: actual'),
        flowMidRegistered: quantity('Intermediate flow: registered'),
        flowMidActual: quantity('Intermediate flow: actual'),
        flowMaxRegistered: quantity('Maximum flow: registered'),
        flowMaxActual: quantity('Maximum flow: actual'),
      }),
      defaultOutcome: () => ({
        flowMinRegistered: '100',
        flowMinActual: '100',
        flowMidRegistered: '100',
        flowMidActual: '100',
        flowMaxRegistered: '100',
        flowMaxActual: '100',
      }),
    },
    'post-correction': {
      title: 'Post the correction',
      help: 'Post the amount on the account in the billing system. A credit is negative.',
      queue: 'accounting',
      form: z.object({ amount: money('Amount'), postedOn: date('Posted on'), reference: text('Reference', 60) }),
      defaultOutcome: (facts, today) => ({
        amount: String(facts.amount ?? '0.00'),
        postedOn: today,
        reference: 'posted',
      }),
    },
    'call-customer': {
      title: 'Call the customer',
      queue: 'customer-service',
      form: z.object({ reached: yesNo('Reached'), note: longText('What was said') }),
      defaultOutcome: () => ({ reached: true, note: 'Told by telephone.' }),
    },
  },
  happenings: {
    'repair-proof': { title: 'The customer proves the repair', form: z.object({ repairedOn: date('Repaired on') }) },
    'customer-reply': { title: 'The customer replies', form: z.object({ text: longText('Text') }) },
    withdrawn: { title: 'The customer withdraws the complaint', form: z.object({ reason: longText('Reason') }) },
  },
  letters: ['acknowledgement', 'findings', 'decision'],
  reactions: [endsWhenWithdrawn],
};
