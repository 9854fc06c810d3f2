import { z } from 'zod';
import type { HappeningDefinition } from '../../case/index.ts';
import { date, longText, money, text, yesNo } from '../../forms/index.ts';

const nothing = z.object({});
const paid = (title: string) => money(title).refine((amount) => Number(amount) > 0, 'more than 0.00');

/** What may be heard of an application, from the applicant, the cashier, the permit's authority, the bank. */
export const newServiceHappenings: Readonly<Record<string, HappeningDefinition>> = {
  documents: { title: 'The applicant hands in what was lacking', form: nothing },
  'debt-paid': {
    title: 'The applicant pays an own debt',
    form: z.object({ amount: paid('Amount'), reference: text('Receipt', 60) }),
  },
  appeal: {
    title: 'The refusal is appealed',
    form: z.object({ by: text('By whom'), grounds: longText('Grounds').optional() }),
  },
  'deposit-received': {
    title: 'A deposit or fee was received',
    form: z.object({
      amount: paid('Amount'),
      reference: text('Receipt', 60),
      receivedOn: date('Received on').optional(),
    }),
  },
  'payment-returned': { title: 'The bank returned a payment', form: z.object({ reference: text('Receipt', 60) }) },
  accepted: { title: 'The applicant accepts the estimate', form: nothing },
  declined: { title: 'The applicant declines the estimate', form: z.object({ reason: longText('Reason').optional() }) },
  're-estimate': { title: 'The applicant asks for a new estimate', form: nothing },
  permit: {
    title: 'The permit was decided',
    form: z.object({
      granted: yesNo('Granted'),
      number: text('Number', 60).optional(),
      reason: longText('Reason of a refusal').optional(),
    }),
  },
  reschedule: {
    title: 'The applicant asks for another day',
    form: z.object({ reason: longText('Reason').optional() }),
  },
  'payment-overdue': { title: 'The deposit was not paid in its time (the clock says so)', form: nothing },
  'customer-reply': { title: 'The applicant replies', form: z.object({ text: longText('Text') }) },
  withdrawn: { title: 'The applicant withdraws', form: z.object({ reason: longText('Reason') }) },
};
