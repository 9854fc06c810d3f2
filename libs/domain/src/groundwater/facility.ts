import { addDays, type CivilDate } from '../time/index.ts';
import { registrationDays } from './figures.ts';
import { type HalfYear, statementDueOn } from './period.ts';

/** Where a water-producing facility stands (C23). */
export const facilityStates = [
  'proposed',
  'registered-active',
  'inactive',
  'abandonment-noticed',
  'verified-destroyed',
  'closed',
] as const;
export type FacilityState = (typeof facilityStates)[number];

const ways: Readonly<Record<FacilityState, readonly FacilityState[]>> = {
  proposed: ['registered-active', 'closed'],
  'registered-active': ['inactive', 'abandonment-noticed'],
  inactive: ['registered-active', 'abandonment-noticed'],
  // Until the technician has seen it destroyed, the notice can prove wrong.
  'abandonment-noticed': ['verified-destroyed', 'registered-active', 'inactive'],
  'verified-destroyed': ['closed'],
  // Re-establishment: registration is due anew within the days of C2.
  closed: ['proposed'],
};

export function mayBecome(from: FacilityState, to: FacilityState): boolean {
  return ways[from].includes(to);
}

/** Statements, nil ones too, stay due until the facility is permanently abandoned as seen in the field (C6, C7, C9). */
export function owesStatements(state: FacilityState): boolean {
  switch (state) {
    case 'registered-active':
    case 'inactive':
    case 'abandonment-noticed':
      return true;
    case 'proposed':
    case 'verified-destroyed':
    case 'closed':
      return false;
    default:
      return state satisfies never;
  }
}

/** The last day to register a facility that was completed or re-established (C2). */
export function registrationDue(completedOn: CivilDate): CivilDate {
  return addDays(completedOn, registrationDays.on(completedOn));
}

/**
 * The half years whose statements are past due and not filed, oldest first. A change of status never erases them (C23).
 * `until` is the last day of the duty, null while it lasts; the half year it ends in is still due.
 */
export function unfiledStatements(
  duty: { readonly since: CivilDate; readonly until: CivilDate | null },
  filed: ReadonlySet<HalfYear>,
  asOf: CivilDate,
): readonly HalfYear[] {
  const last = halfYearOf(duty.until ?? asOf);
  const owed: HalfYear[] = [];
  for (let period = halfYearOf(duty.since); period <= last; period = nextHalfYear(period)) {
    if (statementDueOn(period) < asOf && !filed.has(period)) owed.push(period);
  }
  return owed;
}

/** The half year in which a day lies. */
export function halfYearOf(on: CivilDate): HalfYear {
  return `${on.slice(0, 4)}-H${on.slice(5, 7) <= '06' ? 1 : 2}`;
}

function nextHalfYear(period: HalfYear): HalfYear {
  const year = Number(period.slice(0, 4));
  return period.endsWith('H1') ? `${year}-H2` : `${year + 1}-H1`;
}
