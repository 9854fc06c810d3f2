import type { CivilDate } from '../time/index.ts';
import type { FormYear } from './rra-year.ts';

/** Where a landholder's form of one year stands. */
export type FormStanding =
  | { readonly state: 'awaited' }
  | { readonly state: 'under-review'; readonly receivedOn: CivilDate }
  | { readonly state: 'returned'; readonly returnedOn: CivilDate }
  | { readonly state: 'accepted'; readonly acceptedOn: CivilDate; readonly formYear: FormYear };

/** Only an accepted form of the year lifts a hold; a returned one counts as not filed (A20, F16). */
export function countsAsFiled(standing: FormStanding, formYear: FormYear): boolean {
  switch (standing.state) {
    case 'accepted':
      return standing.formYear === formYear;
    case 'awaited':
    case 'under-review':
    case 'returned':
      return false;
    default:
      return standing satisfies never;
  }
}
