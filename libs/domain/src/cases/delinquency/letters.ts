import type { CaseState, Moment, Party } from '../../case/index.ts';
import { collectionPlan, reconnectionFees } from '../../delinquency/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { addDays, millis } from '../../time/index.ts';
import { type Collection, collectionOf } from './collection/index.ts';
import { chargesOf, principalOf, shutOffFacts } from './facts.ts';
import { debtOf } from './intake.ts';
import { daysOf, today } from './law.ts';

export const delinquencyLetters = [
  'written-notice',
  'occupant-notice',
  'tenant-notice',
  'ten-day-notice',
  'visit-notice',
  'door-notice',
  'cure-notice',
  'final-notice',
  'shut-off-notice',
  'irrigation-notice',
  'landowner-notice',
  'lien-notice',
  'lien-released',
  'water-refused',
  'appeal-received',
  'appeal-decision',
  'arrangement',
  'extension',
  'reconnected',
  'apology',
] as const;

/** The landowner, where it is not the water user: at the address given, else at the land. */
export const landowner: Party = (state, account) => {
  const { landowner: name, landownerAddress } = debtOf(state);
  return { name: name ?? 'Owner of the land', address: landownerAddress ?? account.serviceAddress };
};

/** The figures of the debt as they are when a letter is written. */
export function debtTold(letter: string, state: CaseState, moment: Moment): FormValues {
  if (letter === 'apology') return shutOffTold(collectionOf(state));
  const debt = debtOf(state);
  const collection = collectionOf(state);
  const on = today(moment);
  const { penalty, interest } = chargesOf(debt, collection, on, moment.office);
  const days = daysOf(moment.office);
  const plan = collectionPlan(
    { ...shutOffFacts(state, moment, collection), paymentsThrough: undefined },
    moment.now,
    days,
  );
  const shutOffOn = plan.shutOff ? days.office.dateAt(millis(plan.shutOff)) : addDays(on, 30);
  const fees = reconnectionFees.on(on);
  return {
    amount: principalOf(debt, collection),
    penalty,
    interest,
    dueOn: debt.dueOn,
    shutOffOn,
    payBy: addDays(shutOffOn, -1),
    fee: fees.normalHours,
    feeAfterHours: fees.afterHours,
    namedPerson: namedPerson(moment),
  };
}

/** When the water went off, and on again. */
function shutOffTold({ offAt, restoredAt }: Collection): FormValues {
  return { ...(offAt ? { shutOffAt: offAt } : {}), ...(restoredAt ? { restoredAt } : {}) };
}

/** The person of the district who can correct a mistake (rule F12). */
function namedPerson({ office }: Moment): string {
  return office.people.find(({ role }) => role === 'supervisor')?.name ?? 'the supervisor of customer service';
}
