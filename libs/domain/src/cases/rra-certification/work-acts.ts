import type { Draft, NewEvent } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { chargeCompensation, designate, invoiceFullCost } from './excess-acts.ts';
import { filingOf } from './filing.ts';
import { acceptForm, returnForm } from './form-acts.ts';

type Done = (draft: Draft, outcome: FormValues, done: NewEvent<'task-done'>['data']) => void;

/** What work that is done means in the law. */
export function workDone(draft: Draft, { data }: NewEvent<'task-done'>): void {
  done[data.kind]?.(draft, data.outcome, data);
}

const done: Readonly<Record<string, Done>> = {
  'completeness-check'(draft, outcome, { by }) {
    const { desk } = filingOf(draft.state);
    if (!desk) return;
    if (outcome.complete === true) acceptForm(draft, desk, by, outcome);
    else returnForm(draft, desk, outcome);
  },
  'lock-turnouts': (draft, { lockedOn }, { taskId }) =>
    draft.emit('parcels-locked', {
      parcels: parcelsOf(draft, taskId),
      on: String(lockedOn),
      rules: ['A20', 'A30', 'F18'],
    }),
  'unlock-turnouts': (draft, { unlockedOn }, { taskId }) =>
    draft.emit('parcels-unlocked', {
      parcels: parcelsOf(draft, taskId),
      on: String(unlockedOn),
      rules: ['F16', 'F18'],
    }),
  'full-cost-invoice': invoiceFullCost,
  'compensation-charge': chargeCompensation,
  'report-excess': (draft, { reportedOn }) => draft.emit('excess-reported', { on: String(reportedOn), rules: ['A7'] }),
  'contract-designation': (draft, { parcels }) => designate(draft, 'contract', parcels),
  'district-designation': (draft, { parcels }) => designate(draft, 'district', parcels),
};

function parcelsOf({ state }: Draft, taskId: string): readonly string[] {
  return (state.tasks.get(taskId)?.facts.parcels ?? []) as readonly string[];
}
