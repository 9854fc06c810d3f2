import type { CaseState, Moment } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { formName, reasonsOf } from './duty.ts';
import { filingOf } from './filing.ts';
import { detailsOf } from './intake.ts';

export const rraLetters = [
  'acknowledgement',
  'mailing',
  'reminder',
  'incomplete',
  'correction',
  'accepted',
  'hold',
  'hold-lifted',
  'full-cost-invoice',
  'excess-designation',
  'change-reported',
  'decision',
] as const;

/** What the letters tell of the case as it is when they are written. */
export function filingTold(letter: string, state: CaseState, _moment: Moment): FormValues {
  const details = detailsOf(state);
  const { formYear } = details;
  const filing = filingOf(state);
  const { duty, firstDeliveryOn } = filing;
  switch (letter) {
    case 'mailing':
      return {
        formYear,
        forms: duty?.forms.map(formName) ?? [],
        reasons: duty ? reasonsOf(details, duty) : [],
        verificationAllowed: duty?.verificationAllowed ?? false,
        ...(firstDeliveryOn ? { dueOn: firstDeliveryOn } : {}),
      };
    case 'reminder':
      return { formYear, forms: duty?.forms ?? [], ...(firstDeliveryOn ? { firstDeliveryOn } : {}) };
    case 'decision':
      return {
        formYear,
        ...(duty && !duty.mustFile ? { reason: duty.because } : filing.exempt ? { reason: 'exempt' } : {}),
      };
    default:
      return { formYear };
  }
}
