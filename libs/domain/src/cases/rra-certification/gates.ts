import { Refusal, refuse, type TaskGate } from '../../case/index.ts';
import { acceptanceRefusal } from '../../land/index.ts';
import type { Actor } from '../../people/index.ts';
import { today } from './days.ts';
import { turnOn } from './excess-acts.ts';
import { filingOf, isUndesignated } from './filing.ts';
import { findingsOf } from './findings.ts';
import { holdsOn } from './holds.ts';
import { detailsOf } from './intake.ts';

/** A form is accepted only without a finding, by a specialist II or III; a returned one says what is missing (F16). */
export const checkGate: TaskGate = (state, act, _moment, _task, { actor, outcome }) => {
  if (act !== 'complete') return;
  const { desk } = filingOf(state);
  if (!desk) refuse('no-form', 'No form lies on the desk.', 'F16');
  const findings = findingsOf(state, desk);
  const missing = (outcome?.missing ?? []) as readonly string[];
  if (outcome?.complete !== true) {
    if (findings.length + missing.length === 0) refuse('nothing-missing', 'Say what is missing on the form.', 'F16');
    return;
  }
  const refusal = acceptanceRefusal(findings, levelOf(actor));
  if (!refusal && missing.length === 0) return;
  const errors = findings.map(({ rule, text }) => ({ path: rule, message: text }));
  const text = refusal?.text ?? 'What is missing keeps the form from being complete';
  throw new Refusal('rule', 'form-not-acceptable', [text, ...errors.map(({ message }) => message)].join('; '), {
    rule: refusal?.rule ?? 'F16',
    errors,
  });
};

/** The supervisor, who is over the specialists III, accepts like one. */
function levelOf(actor: Actor): 1 | 2 | 3 {
  if (actor.kind !== 'staff') return 1;
  switch (actor.role) {
    case 'specialist-2':
      return 2;
    case 'specialist-3':
    case 'supervisor':
    case 'admin':
      return 3;
    default:
      return 1;
  }
}

/** Operations unlock no parcel that takes no water: every form accepted, full cost paid first (A6, F16, F18). */
export const unlockGate: TaskGate = (state, _act, moment, task) => {
  const held = holdsOn(state, today(moment));
  const parcels = (task?.facts.parcels ?? []) as readonly string[];
  const still = parcels.filter((parcel) => held.has(parcel));
  const [first] = still;
  if (first === undefined) return;
  const rules = held.get(first) ?? [];
  refuse('still-held', `${still.join(', ')} may take no water: ${rules.join(', ')}.`, rules[0]);
};

/** Nobody's turnout is locked without a hold. */
export const lockGate: TaskGate = (state, _act, moment, task) => {
  if (!task) return;
  const held = holdsOn(state, today(moment));
  const parcels = (task.facts.parcels ?? []) as readonly string[];
  const free = parcels.filter((parcel) => !held.has(parcel));
  if (free.length > 0) refuse('not-held', `${free.join(', ')} may take water.`, 'A30');
};

/** The selected land is invoiced once a form that selects it is accepted (A6). */
export const invoiceGate: TaskGate = (state) => {
  const { accepted, selection, invoiced } = filingOf(state);
  if (!accepted || !selection || selection.parcels.length === 0)
    refuse('nothing-selected', 'No accepted form selects full-cost land.', 'A6');
  if (invoiced !== null) refuse('invoiced-already', 'The full-cost land is invoiced already.', 'A6');
};

/** Somebody designates only in their turn, and once (A7). */
export const designationGate =
  (by: 'district' | 'contract-procedure'): TaskGate =>
  (state, _act, moment) => {
    const filing = filingOf(state);
    if (!isUndesignated(filing)) refuse('designated-already', 'A designation binds the land.', 'A7');
    const turn = turnOn(filing, detailsOf(state), today(moment));
    if (turn.by !== by) refuse('not-their-turn', `It is the turn of ${turn.by} to designate.`, 'A7');
  };
