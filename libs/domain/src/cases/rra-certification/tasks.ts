import { z } from 'zod';
import type { TaskDefinition } from '../../case/index.ts';
import { date, longText, money, quantity, text, yesNo } from '../../forms/index.ts';
import type { ParcelAcres } from './events.ts';
import { parcelList } from './intake.ts';

const note = longText('Note').optional();
const parcelsOf = (facts: Readonly<Record<string, unknown>>): ParcelAcres[] =>
  ((facts.candidates ?? []) as readonly ParcelAcres[]).map(({ parcel, acres }) => ({ parcel, acres }));

/** The hand-offs of certification, by who does them. */
export const rraTasks: Readonly<Record<string, TaskDefinition>> = {
  'completeness-check': {
    title: 'Check the form, and accept or return it',
    help:
      'Compare the scan with the checklist: right form, this year’s edition, every signature by hand with the spouse’s, the ' +
      'supplements. A specialist II or III accepts. Say where the original is kept.',
    queue: 'customer-service',
    form: z.object({
      complete: yesNo('Complete and accepted'),
      missing: z.array(text('What is missing')).max(60).meta({ title: 'What else is missing' }).optional(),
      box: text('Box', 20).optional(),
      shelf: text('Shelf', 20).optional(),
      note,
    }),
    defaultOutcome: ({ findings }) => ({ complete: !Array.isArray(findings) || findings.length === 0 }),
    needs: 'form.accept',
  },
  'lock-turnouts': {
    title: 'Lock the turnouts of these parcels',
    help: 'No project water runs to them until the forms of every owner and lessee are accepted.',
    queue: 'operations',
    form: z.object({ lockedOn: date('Locked on'), note }),
    defaultOutcome: (_facts, today) => ({ lockedOn: today }),
  },
  'unlock-turnouts': {
    title: 'Unlock the turnouts of these parcels',
    help: 'Every form is accepted, and full-cost charges are paid.',
    queue: 'operations',
    form: z.object({ unlockedOn: date('Unlocked on'), note }),
    defaultOutcome: (_facts, today) => ({ unlockedOn: today }),
  },
  'full-cost-invoice': {
    title: 'Invoice the full-cost land',
    help: 'Acre-feet that will go to the selected land, and the full-cost rate. It is paid in full before delivery.',
    queue: 'accounting',
    form: z.object({
      acreFeet: quantity('Acre-feet'),
      rate: money('Full-cost rate per acre-foot'),
      dueOn: date('Pay by').optional(),
      reference: text('Reference', 60).optional(),
    }),
    defaultOutcome: ({ acres }) => ({ acreFeet: String(acres ?? '0'), rate: '100.00' }),
  },
  'compensation-charge': {
    title: 'Charge the compensation rate',
    help: 'Water went to ineligible land. The rate is the full-cost rate that would apply; what was paid for it is taken off.',
    queue: 'accounting',
    form: z.object({
      acreFeet: quantity('Acre-feet'),
      rate: money('Full-cost rate per acre-foot'),
      alreadyPaid: money('Already paid for it').optional(),
    }),
    defaultOutcome: ({ acreFeet }) => ({ acreFeet: String(acreFeet ?? '0'), rate: '100.00' }),
  },
  'report-excess': {
    title: 'Report undesignated excess land to Reclamation',
    help: 'The owner has not designated which land is excess. Reclamation notifies; the owner then has 30 days, or 60 across districts.',
    queue: 'water-resources',
    form: z.object({ reportedOn: date('Reported on'), note }),
    defaultOutcome: (_facts, today) => ({ reportedOn: today }),
  },
  'contract-designation': {
    title: 'Designate excess land by the contract’s procedure',
    queue: 'water-resources',
    form: z.object({ parcels: parcelList('Excess land'), note }),
    defaultOutcome: (facts) => ({ parcels: parcelsOf(facts) }),
  },
  'district-designation': {
    title: 'Designate excess land in the owner’s place',
    help: 'The owner’s days are over. The district has 30 calendar days, then Reclamation designates. It binds the land.',
    queue: 'water-resources',
    form: z.object({ parcels: parcelList('Excess land'), note }),
    defaultOutcome: (facts) => ({ parcels: parcelsOf(facts) }),
  },
};
