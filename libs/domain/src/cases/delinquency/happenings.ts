import { z } from 'zod';
import type { HappeningDefinition } from '../../case/index.ts';
import { date, instant, longText, money, text, yesNo } from '../../forms/index.ts';

const nothing = z.object({});
/** A day, or an instant of it. */
const until = (title: string) => z.union([z.iso.date(), z.iso.datetime({ offset: true })]).meta({ title });
const paid = (title: string) => money(title).refine((amount) => Number(amount) > 0, 'more than 0.00');
const instalment = z.strictObject({ on: date('On'), amount: paid('Amount') });

/** What may be heard about a debt, from customers, physicians, courts, the bank, the crew. */
export const delinquencyHappenings: Readonly<Record<string, HappeningDefinition>> = {
  payment: { title: 'A payment came in', form: z.object({ amount: paid('Amount') }) },
  'payment-seen': { title: 'A payment was seen at the counter', form: nothing },
  'payment-returned': { title: 'A payment was returned', form: z.object({ amount: paid('Amount') }), revives: true },
  'payments-through': {
    title: 'Payments are known up to an instant',
    form: z.object({ through: instant('Through').optional() }),
    needs: 'register.import',
  },
  'current-charge': {
    title: 'A current bill was mailed',
    form: z.object({ dueOn: date('Due on'), amount: paid('Amount') }),
  },
  'interest-waiver': { title: 'A low-income household asks for its interest to be waived', form: nothing },
  appeal: { title: 'The bill is appealed, or a hearing asked for', form: z.object({ by: text('By whom') }) },
  'appeal-decided': { title: 'The appeal was decided', form: z.object({ upheld: yesNo('Upheld') }) },
  dispute: { title: 'The bill is disputed', form: z.object({ text: longText('What is disputed') }) },
  'dispute-closed': { title: 'The dispute was settled', form: nothing },
  extension: { title: 'More time was granted', form: z.object({ until: until('Until') }) },
  'medical-certificate': {
    title: 'A primary care provider certified a threat to health',
    form: z.object({ provider: text('Provider') }),
  },
  'inability-to-pay': { title: 'The customer cannot pay', form: z.object({ basis: text('On what it rests') }) },
  'willing-to-arrange': { title: 'The customer is willing to arrange', form: nothing },
  arrangement: {
    title: 'An arrangement was agreed',
    form: z.object({ instalments: z.array(instalment).min(1).max(60).meta({ title: 'Instalments' }) }),
  },
  'mail-returned': { title: 'Mail came back', form: nothing },
  'phone-failed': { title: 'The telephone number does not work', form: nothing },
  stay: {
    title: 'A stay bars collection',
    form: z.object({ kind: text('Kind', 60), until: until('Until').optional() }),
  },
  'stay-lifted': { title: 'The stay is lifted', form: z.object({ reason: longText('Reason') }), needs: 'stay.lift' },
  'crew-check': { title: 'The crew asks whether the order still holds', form: nothing },
  'release-code': { title: 'The dispatcher asks for the one-time release code', form: nothing, needs: 'task.approve' },
  'wrongful-shut-off': {
    title: 'The shut-off was wrongful',
    form: z.object({ reason: longText('Reason') }),
    revives: true,
  },
};

export const heardKinds = Object.keys(delinquencyHappenings);
