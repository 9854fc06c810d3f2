import { z } from 'zod';
import type { HappeningDefinition } from '../../case/index.ts';
import { choice, date, longText, money, quantity, text, yesNo } from '../../forms/index.ts';
import { formYear, parcelList, registerId, rraForm } from './intake.ts';

const nothing = z.object({});
const signature = z.strictObject({
  signer: registerId('Signer'),
  manner: choice('Signed', ['wet', 'copied', 'digital']).optional(),
  on: date('On').optional(),
});
const more = (amount: string) => Number(amount) > 0;

/** What may be heard about a landholder's forms: from the landholder, the crews, accounting and Reclamation. */
export const rraHappenings: Readonly<Record<string, HappeningDefinition>> = {
  'form-received': {
    title: 'A form came in on paper',
    form: z.object({
      form: rraForm('Form'),
      edition: formYear('Edition'),
      receivedOn: date('Received on').optional(),
      signatures: z.array(signature).max(20).meta({ title: 'Signatures' }),
      supplements: z.array(rraForm('Supplement')).max(10).meta({ title: 'Supplements' }).optional(),
      blankItems: z.array(text('Item', 40)).max(60).meta({ title: 'Items left blank' }).optional(),
      fullCost: parcelList('Full-cost land selected').optional(),
      excess: parcelList('Excess land designated').optional(),
    }),
    revives: true,
  },
  'land-changed': {
    title: 'The land, a lease or the household has changed',
    form: z.object({
      changedOn: date('Changed on'),
      inSeason: yesNo('In the irrigation season'),
      westwideAcres: quantity('Nonexempt acres westwide since then').optional(),
      toNewEntity: yesNo('Title passes to a new entity or trust').optional(),
    }),
    revives: true,
  },
  'first-delivery': { title: 'The first delivery is set, or was made', form: z.object({ on: date('On') }) },
  'water-delivered': {
    title: 'Water was delivered to a parcel',
    form: z.object({
      on: date('On'),
      parcel: registerId('Parcel').optional(),
      acreFeet: quantity('Acre-feet').optional(),
    }),
    revives: true,
  },
  'full-cost-paid': {
    title: 'A payment of full-cost charges came in',
    form: z.object({ amount: money('Amount').refine(more, 'more than 0.00') }),
    revives: true,
  },
  'designation-notice': {
    title: 'Reclamation notified the landowner to designate excess land',
    form: z.object({ notifiedOn: date('Notified on') }),
  },
  designation: {
    title: 'Excess land was designated',
    form: z.object({ by: choice('By', ['landowner', 'reclamation']), parcels: parcelList('Excess land') }),
  },
  'correction-requested': {
    title: 'Reclamation asks for a correction of the form',
    form: z.object({
      requestedOn: date('Requested on').optional(),
      items: z.array(text('What is to be corrected')).max(60).meta({ title: 'What is to be corrected' }).optional(),
    }),
    revives: true,
  },
  exempted: {
    title: 'The district is exempt from acreage limitation',
    form: z.object({ from: date('Exempt from').optional(), source: text('Source') }),
    needs: 'form.accept',
  },
  withdrawn: {
    title: 'The case was opened in error',
    form: z.object({ reason: longText('Reason') }),
    needs: 'form.accept',
  },
  'legal-hold': {
    title: 'The forms are kept under a legal hold',
    form: z.object({ reason: longText('Reason') }),
    revives: true,
  },
  'legal-hold-ended': { title: 'The legal hold has ended', form: nothing, revives: true, needs: 'form.accept' },
  'customer-reply': { title: 'The landholder replies', form: z.object({ text: longText('Text') }) },
};
