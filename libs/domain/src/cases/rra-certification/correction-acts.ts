import { type Draft, refuse } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { requestedCorrectionDates } from '../../land/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { assess } from './assess.ts';
import { today } from './days.ts';
import { filingOf } from './filing.ts';
import { settleHolds, tell } from './hold-acts.ts';
import { detailsOf } from './intake.ts';

/** Reclamation asks for a corrected form: 60 calendar days, the staff's target on day 45 (A31, E6, F16). */
export function askCorrection(draft: Draft, data: FormValues, on: CivilDate): void {
  const { accepted, correction } = filingOf(draft.state);
  if (!accepted) refuse('no-form-accepted', 'Reclamation corrects a form that was accepted; there is none.', 'F16');
  if (correction) refuse('correction-pending', `A correction is due by ${correction.dueOn} already.`, 'F16');
  const requestedOn = String(data.requestedOn ?? on);
  const { targetOn, dueOn } = requestedCorrectionDates(requestedOn);
  const items = (data.items ?? []) as readonly string[];
  draft.emit('correction-asked', { requestedOn, targetOn, dueOn, items, rules: ['A31', 'E6', 'F16'] });
  tell(draft, 'correction', { form: accepted.form, items, returnBy: targetOn });
}

/** Day 61: the district is assessed, and the landholder's parcels take no water until the form is accepted (A31, F16). */
export function correctionOverdue(draft: Draft): void {
  const { correction } = filingOf(draft.state);
  if (!correction || correction.overdue || today(draft.moment) <= correction.dueOn) return;
  const asked = draft.state.own.findLast((event) => event.type === 'correction-asked');
  const requestedOn = asked?.type === 'correction-asked' ? asked.data.requestedOn : correction.dueOn;
  draft.emit('correction-overdue', { dueOn: correction.dueOn, rules: ['A31'] });
  const { landholder } = detailsOf(draft.state);
  assess(draft, { kind: 'correction-late', landholder, requestedOn, suppliedOn: null });
  settleHolds(draft);
}

/** The ten business days of a returned form are over: it stays not filed, and the hold stays (F16). */
export function correctionLapses(draft: Draft): void {
  const { returned } = filingOf(draft.state);
  if (!returned || returned.lapsed) return;
  const { form, returnBy } = returned;
  draft.emit('correction-lapsed', { form, returnBy, rules: ['F16'] });
  tell(draft, 'hold', { parcels: [...filingOf(draft.state).held.keys()], rules: ['F16'] });
}
