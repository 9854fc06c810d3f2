import { type Draft, isWaitingForWork, refuse } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { compensationCharge, type DesignationTurn, designationTurn, fullCostCharge } from '../../land/index.ts';
import { cents, decimal, type Money } from '../../money/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { today } from './days.ts';
import type { Designator, ParcelAcres } from './events.ts';
import { type Filing, filingOf, isUndesignated } from './filing.ts';
import { settleHolds, tell } from './hold-acts.ts';
import { selectedAcres } from './holds.ts';
import { detailsOf, type RraDetails } from './intake.ts';

/** Whose turn it is to designate the excess land on a day (A7). */
export function turnOn(
  { notifiedOn }: Pick<Filing, 'notifiedOn'>,
  details: RraDetails,
  on: CivilDate,
): DesignationTurn {
  const { districtCount: districts = 1, contractProcedure = false } = details;
  return designationTurn({ districts, contractProcedure, notifiedOn }, on);
}

/** A turn begins: the landowner's with Reclamation's notice, the others' when the days before are over (A7). */
export function takeTurn(draft: Draft, by: 'landowner' | 'district' | 'reclamation', notifiedOn: CivilDate): void {
  const filing = filingOf(draft.state);
  if (!isUndesignated(filing)) refuse('nothing-to-designate', 'No excess land waits for a designation.', 'A7');
  const details = detailsOf(draft.state);
  const turn = turnOn({ notifiedOn }, details, by === 'landowner' ? notifiedOn : today(draft.moment));
  const through = 'through' in turn ? { through: turn.through } : {};
  draft.emit('designation-turn', { by, notifiedOn, ...through, rules: ['A7'] });
  for (const task of [...draft.state.tasks.values()].filter(isWaitingForWork)) {
    if (task.kind !== 'district-designation') continue;
    draft.emit('task-withdrawn', { taskId: task.id, step: task.step, reason: 'it is Reclamation’s turn' });
  }
  if (by !== 'landowner') return;
  const respondBy = 'through' in turn ? { respondBy: turn.through } : {};
  tell(draft, 'excess-designation', {
    excessAcres: filing.land?.ineligibleAcres ?? '0',
    ...respondBy,
    acrossDistricts: (details.districtCount ?? 1) > 1,
  });
}

/** A designation binds the land; nobody designates it a second time (A7). */
export function designate(draft: Draft, by: Designator, named: unknown): void {
  const filing = filingOf(draft.state);
  if (!isUndesignated(filing)) refuse('designated-already', 'A designation binds the land.', 'A7');
  const parcels = (named ?? []) as readonly ParcelAcres[];
  draft.emit('excess-designated', { by, on: today(draft.moment), parcels, rules: ['A5', 'A7'] });
  settleHolds(draft);
}

export function invoiceFullCost(draft: Draft, { acreFeet, rate, dueOn }: FormValues): void {
  const amount = fullCostCharge(String(acreFeet), String(rate));
  const charge = { amount, acreFeet: String(acreFeet), rate: String(rate) };
  draft.emit('full-cost-invoiced', { ...charge, rules: ['A6', 'F18'] });
  const acres = selectedAcres(filingOf(draft.state), detailsOf(draft.state));
  const payBy = dueOn ? { dueOn: String(dueOn) } : {};
  tell(draft, 'full-cost-invoice', { amount, acres, rate: String(rate), rateUnit: 'acre-foot', ...payBy });
  settleHolds(draft);
}

/** A payment counts towards the invoice; the parcels are free the instant it is paid in full (A6, F18). */
export function payFullCost(draft: Draft, amount: Money): void {
  const { invoiced, paid } = filingOf(draft.state);
  if (invoiced === null) refuse('not-invoiced', 'No full-cost charge was invoiced.', 'F18');
  const all = cents(decimal(paid).plus(decimal(amount)));
  draft.emit('full-cost-payment', { amount, paid: all, due: invoiced, rules: ['A6', 'F18'] });
  settleHolds(draft);
}

/** Water that ineligible land took is charged the full-cost rate that would apply, less what was paid for it (A8). */
export function chargeCompensation(draft: Draft, { acreFeet, rate, alreadyPaid }: FormValues): void {
  const amount = compensationCharge(String(acreFeet), String(rate), String(alreadyPaid ?? '0.00'));
  const charge = { amount, acreFeet: String(acreFeet), rate: String(rate) };
  draft.emit('compensation-charged', { ...charge, rules: ['A8'] });
}
