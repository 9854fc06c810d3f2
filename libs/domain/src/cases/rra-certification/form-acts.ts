import { type Draft, isWaitingForWork, takePlace } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { completenessCheckDays, formCatalogue, incompleteFormDue, mayBeDestroyedFrom } from '../../land/index.ts';
import { dayNumber } from '../../time/index.ts';
import { calendarOf, today } from './days.ts';
import type { FormFinding, LoggedForm } from './events.ts';
import { type Filing, filingOf } from './filing.ts';
import { findingsOf, waterYearOf } from './findings.ts';
import { settleHolds, tell } from './hold-acts.ts';
import { detailsOf } from './intake.ts';

/** A form lies on the desk with all that is wrong with it; an older one that nobody has checked makes way. */
export function logForm(draft: Draft, logged: LoggedForm): void {
  const findings = findingsOf(draft.state, logged);
  for (const task of [...draft.state.tasks.values()].filter(isWaitingForWork)) {
    if (task.kind !== 'completeness-check') continue;
    draft.emit('task-withdrawn', { taskId: task.id, step: task.step, reason: 'a newer form came in' });
  }
  draft.emit('form-logged', { ...logged, findings, rules: rulesOf(findings, ['A24', 'F16']) });
  hasten(draft);
}

/** A form is checked before the first delivery in any case: where the usual days are too long, it is urgent (E6). */
function hasten(draft: Draft): void {
  const { firstDeliveryOn } = filingOf(draft.state);
  const on = today(draft.moment);
  if (!firstDeliveryOn || firstDeliveryOn <= on || draft.state.priority === 'urgent') return;
  const usual = calendarOf(draft.moment.office).businessDayAfter(dayNumber(on), completenessCheckDays.on(on));
  if (usual !== null && usual >= dayNumber(firstDeliveryOn)) draft.emit('reprioritised', { priority: 'urgent' });
}

const rulesOf = (findings: readonly FormFinding[], otherwise: string[]): string[] =>
  findings.length > 0 ? [...new Set(findings.map(({ rule }) => rule))] : otherwise;

/** The incomplete form goes back with everything that is missing; it counts as not filed meanwhile (F16). */
export function returnForm(draft: Draft, logged: LoggedForm, { missing }: FormValues): void {
  const seen = ((missing ?? []) as readonly string[]).map((text) => ({ rule: 'F16', text }));
  const findings = [...findingsOf(draft.state, logged), ...seen];
  const on = today(draft.moment);
  const returnBy = incompleteFormDue(on, calendarOf(draft.moment.office));
  const { form } = logged;
  draft.emit('form-returned', { form, on, returnBy, findings, rules: rulesOf(findings, ['F16']) });
  tell(draft, 'incomplete', { form, returnBy, missing: findings.map(({ text }) => toLandholder(text, draft)) });
  settleHolds(draft);
  takePlace(draft, 'form-returned', {});
}

/** A finding names people by the register's ids; the letter speaks of the landholder by name and of the spouse. */
function toLandholder(text: string, { state }: Draft): string {
  const { landholder, spouse } = detailsOf(state);
  const name = state.requester?.name;
  const spoken = spouse ? text.replaceAll(spouse, 'your spouse') : text;
  return name ? spoken.replaceAll(landholder, name) : spoken;
}

/** The form is accepted: what it selects and designates binds, and what it was awaited for is done (A6, A7, A21, F16). */
export function acceptForm(draft: Draft, logged: LoggedForm, by: string, { box, shelf }: FormValues): void {
  const before = filingOf(draft.state);
  bind(draft, logged);
  supersede(draft, before, logged);
  const { form, edition, receivedOn } = logged;
  const where = { ...(box ? { box: String(box) } : {}), ...(shelf ? { shelf: String(shelf) } : {}) };
  const on = today(draft.moment);
  if (before.correction) draft.emit('correction-supplied', { on, rules: ['A31', 'F16'] });
  draft.emit('form-accepted', { form, edition, receivedOn, on, by, ...where, rules: ['A20', 'F16'] });
  tell(draft, 'accepted', { form });
  settleHolds(draft);
  takePlace(draft, 'form-accepted', {});
}

function bind(draft: Draft, { form, fullCost: selected, excess, receivedOn }: LoggedForm): void {
  const details = detailsOf(draft.state);
  const fullCost = form === '7-21VERIFY' ? (details.fullCostOnFile ?? []) : selected;
  const filing = filingOf(draft.state);
  if (fullCost.length > 0 && JSON.stringify(fullCost) !== JSON.stringify(filing.selection?.parcels)) {
    const waterYear = waterYearOf(receivedOn, details);
    draft.emit('full-cost-selected', { parcels: fullCost, waterYear, rules: ['A6'] });
  }
  if (excess.length > 0 && !filing.designation) {
    const on = today(draft.moment);
    draft.emit('excess-designated', { by: 'landowner', on, parcels: excess, rules: ['A5', 'A7'] });
  }
}

/** A newer standard form takes the place of the last; the old one is kept six years, longer under a legal hold (A28). */
function supersede(draft: Draft, { standard, legalHold }: Filing, { form }: LoggedForm): void {
  if (!standard || !formCatalogue[form].standard) return;
  const on = today(draft.moment);
  const keptUntil = mayBeDestroyedFrom({
    receivedOn: standard.receivedOn,
    supersededOn: on,
    lastVerifiedOn: null,
    legalHold,
    reclamationKeepsThrough: null,
  });
  draft.emit('form-superseded', { form: standard.form, on, keptUntil, rules: ['A28'] });
}
