import type { Draft, NewEvent } from '../../case/index.ts';
import {
  afterVisit,
  complianceCertificate,
  type FieldEnding,
  orderExpiresAt,
  reconnectionFee,
} from '../../delinquency/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { earliestOf, type Instant, millis } from '../../time/index.ts';
import { approvalOf } from './approvals.ts';
import { collectionOf } from './collection/index.ts';
import { isLowIncome, principalOf } from './facts.ts';
import { verdictOn } from './gates.ts';
import { decideAppeal } from './heard.ts';
import { debtOf } from './intake.ts';
import { type CollectionLaw, daysOf, today } from './law.ts';
import { settleIfPaid, tell, withdrawOrder } from './order-acts.ts';

type Done = (draft: Draft, outcome: FormValues, by: string, taskId: string, law: CollectionLaw) => void;

/** What work that is done means in the law. */
export function workDone(draft: Draft, { data }: NewEvent<'task-done'>, law: CollectionLaw): void {
  done[data.kind]?.(draft, data.outcome, data.by, data.taskId, law);
}

const done: Readonly<Record<string, Done>> = {
  'phone-contact': (draft, { reached, offersMade }) =>
    draft.emit('phone-contact', { reached: reached === true, offersMade: offersMade !== false, rules: ['B5', 'B6'] }),
  visit: (draft, { noticeLeft }) => {
    if (noticeLeft === true) draft.emit('visit-made', { rules: ['B8'] });
  },
  'final-contact': (draft, { reached }) => {
    if (reached === true) draft.emit('final-contact', { kind: 'adult', rules: ['B18', 'F2'] });
  },
  'post-notice': (draft, { posted }) => {
    if (posted === true) draft.emit('final-contact', { kind: 'posted', rules: ['B18', 'F2'] });
  },
  'post-final-notice': (draft, { posted }) => {
    if (posted === true) draft.emit('final-notice-posted', { rules: ['B11'] });
  },
  'appeal-review': (draft, { upheld }, by) => decideAppeal(draft, upheld === true, by),
  'offer-arrangement': (draft) => draft.emit('arrangement-offered', { rules: ['B10'] }),
  'confirm-payments': (draft, { through }) => {
    const { now } = draft.moment;
    const known = through ? (earliestOf([String(through), now]) as Instant) : now;
    draft.emit('payments-confirmed', { through: known, rules: ['F5'] });
  },
  'order-review': (draft, outcome, by) => {
    if (outcome.approved === true) draft.emit('order-approved', { ...approvalOf(outcome, by), rules: ['F11'] });
    else draft.emit('order-refused', { by, on: today(draft.moment), rules: ['F11'] });
  },
  'field-check': (draft, { cropAtRisk, livestockAtRisk }) =>
    draft.emit('fields-looked-at', {
      cropAtRisk: cropAtRisk === true,
      livestockAtRisk: livestockAtRisk === true,
      rules: ['F12'],
    }),
  'refuse-water': (draft, { refused }) => {
    if (refused !== true) return;
    draft.emit('water-refused', { rules: ['B21', 'F12'] });
    tell(draft, 'water-refused');
  },
  'shut-off': (draft, { ending }, by, taskId, law) => endVisit(draft, ending as FieldEnding, by, taskId, law),
  reconnect: (draft, outcome) => reconnect(draft, outcome),
  'tie-out': (draft, { amount }) =>
    draft.emit('lien-tied-out', { amount: String(amount), on: today(draft.moment), rules: ['F12'] }),
  'board-resolution': (draft, { adopted }) => {
    if (adopted === true) draft.emit('lien-resolved', { on: today(draft.moment), rules: ['B22'] });
  },
  'list-lien': (draft) => {
    const amount = principalOf(debtOf(draft.state), collectionOf(draft.state));
    draft.emit('lien-listed', { amount, on: today(draft.moment), rules: ['B22', 'B23', 'F12'] });
  },
  'release-lien': (draft) => {
    const releasedOn = today(draft.moment);
    draft.emit('lien-released', { on: releasedOn, rules: ['F12'] });
    tell(draft, 'lien-released', { releasedOn });
    settleIfPaid(draft);
  },
};

/** The order begins with its task, with the certificate of every condition as it was then. */
export function orderIssued(draft: Draft, { data }: NewEvent<'task-opened'>, law: CollectionLaw): void {
  if (data.kind !== 'shut-off') return;
  const { approvedBy } = collectionOf(draft.state);
  const verdict = verdictOn('issue', draft.state, draft.moment, law);
  const { now, office } = draft.moment;
  draft.emit('shut-off-ordered', {
    taskId: data.taskId,
    approvedBy,
    expiresAt: orderExpiresAt(now, daysOf(office)),
    rules: rulesIn(verdict),
    certificate: complianceCertificate(verdict, approvedBy, now),
  });
}

const rulesIn = ({ looked }: ReturnType<typeof verdictOn>): string[] => [...new Set(looked.map(({ rule }) => rule))];

/** Claiming the task is the crew's check (rule F5). */
export function orderClaimed(draft: Draft, { data }: NewEvent<'task-claimed'>): void {
  if (collectionOf(draft.state).order?.taskId === data.taskId)
    draft.emit('crew-checked', { taskId: data.taskId, rules: ['F5'] });
}

/** An order whose task ends otherwise than by the crew is withdrawn. */
export function orderTaskEnded(draft: Draft, event: NewEvent<'task-withdrawn' | 'task-returned'>): void {
  const { order } = collectionOf(draft.state);
  if (order?.taskId === event.data.taskId) withdrawOrder(draft, event.data.reason, ['F5']);
}

function endVisit(draft: Draft, ending: FieldEnding, by: string, taskId: string, law: CollectionLaw): void {
  const { order } = collectionOf(draft.state);
  if (!order) return;
  if (afterVisit(ending) === 'shut-off') {
    const rules = rulesIn(verdictOn('carry-out', draft.state, draft.moment, law));
    draft.emit('shut-off-carried-out', { taskId, by, approvedBy: order.approvedBy, rules });
  } else {
    draft.emit('shut-off-withdrawn', { taskId, reason: ending, rules: ['F6'] });
    draft.emit('visit-ended', { taskId, ending, on: today(draft.moment), rules: ['F6'] });
  }
}

/** The water is on again: the fee by hour and income, none where the shut-off was wrongful (rules B12, F10). */
function reconnect(draft: Draft, { reconnected, actualCost }: FormValues): void {
  if (reconnected !== true) return;
  const { now, office } = draft.moment;
  const collection = collectionOf(draft.state);
  const { wrongful } = collection;
  const fee = reconnectionFee({
    on: today(draft.moment),
    hours: daysOf(office).office.isOpen(millis(now)) ? 'normalHours' : 'afterHours',
    lowIncome: isLowIncome(debtOf(draft.state), collection),
    wrongful,
    ...(actualCost ? { actualCost: String(actualCost) } : {}),
  });
  draft.emit('reconnected', { fee, wrongful, rules: wrongful ? ['F10'] : ['B12'] });
  if (!wrongful) tell(draft, 'reconnected', { fee, at: now });
  settleIfPaid(draft);
}
