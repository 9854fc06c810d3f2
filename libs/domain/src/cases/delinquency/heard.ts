import { type Draft, type NewEvent, refuse } from '../../case/index.ts';
import {
  amortizationFaults,
  type Instalment,
  isInTimeForReview,
  longestAmortization,
  type Medical,
  type ReviewGround,
} from '../../delinquency/index.ts';
import type { FormValues } from '../../forms/index.ts';
import type { Money } from '../../money/index.ts';
import { addMonths, type CivilDate, earliestOf, type Instant } from '../../time/index.ts';
import { collectionOf } from './collection/index.ts';
import { chargesOf, principalOf } from './facts.ts';
import { refuseByLaw, verdictOn } from './gates.ts';
import { byLawOf, debtOf } from './intake.ts';
import { type CollectionLaw, dayOf, today } from './law.ts';
import { interruptCollection, reopenGate, settleIfPaid, tell } from './order-acts.ts';
import { waiveInterest } from './waiver.ts';
import { markWrongful, wasPaidBefore } from './wrongful.ts';

type Heard = (draft: Draft, data: FormValues, at: Instant, law: CollectionLaw) => void;

/** What leaves an order as it is; everything else that is heard withdraws it in the same transaction. */
const harmless: ReadonlySet<string> = new Set([
  'payments-through',
  'current-charge',
  'interest-waiver',
  'crew-check',
  'release-code',
  'dispute-closed',
  'stay-lifted',
]);

/** What the law does at once when something is heard about the debt. */
export function hear(draft: Draft, event: NewEvent<'happened'>, law: CollectionLaw): void {
  const { kind, at, data } = event.data;
  if (!harmless.has(kind)) reopenGate(draft, kind, rulesFor(kind, draft));
  heard[kind]?.(draft, data, earliestOf([at, draft.moment.now]) as Instant, law);
}

/** Why an order and its approvals do not outlive what was heard. */
function rulesFor(kind: string, { state }: Draft): readonly string[] {
  const rules = rulesOf[kind] ?? ['F5'];
  return ['appeal', 'dispute', 'extension', 'arrangement'].includes(kind) ? byLawOf(debtOf(state), rules) : rules;
}

const rulesOf: Readonly<Record<string, readonly string[]>> = {
  payment: ['B2', 'F5'],
  'payment-seen': ['F5'],
  appeal: ['B9'],
  dispute: ['B16'],
  extension: ['B16'],
  arrangement: ['B11'],
  'medical-certificate': ['B10'],
  'mail-returned': ['F14'],
  'phone-failed': ['F14'],
  stay: ['F7'],
  'payment-returned': ['F9'],
};

const heard: Readonly<Record<string, Heard>> = {
  payment(draft, { amount }, at) {
    const before = collectionOf(draft.state);
    applyPayment(draft, 'payment-applied', String(amount), dayOf(at, draft.moment.office));
    if (wasPaidBefore(draft, before, String(amount), at))
      markWrongful(draft, 'it was paid before the water was shut off');
    settleIfPaid(draft);
  },
  'payment-seen': (draft) => draft.emit('payment-seen', { rules: ['F5'] }),
  'payment-returned'(draft, { amount }, at) {
    interruptCollection(draft, 'payment returned');
    applyPayment(draft, 'payment-reversed', String(amount), dayOf(at, draft.moment.office));
  },
  'payments-through'(draft, { through }, at) {
    const known = through ? (earliestOf([String(through), at]) as Instant) : at;
    draft.emit('payments-confirmed', { through: known, rules: ['F5'] });
  },
  'current-charge': (draft, { dueOn, amount }) =>
    draft.emit('current-charge-billed', { dueOn: String(dueOn), amount: String(amount), rules: ['B11'] }),
  'interest-waiver': waiveInterest,
  appeal(draft, { by }, at) {
    interruptCollection(draft, 'appeal');
    const inTime = isInTimeForReview(reviewGround(draft), dayOf(at, draft.moment.office));
    draft.emit('appeal-opened', {
      by: String(by),
      inTime,
      rules: byLawOf(debtOf(draft.state), inTime ? ['B9', 'B17'] : ['B9']),
    });
    tell(draft, 'appeal-received');
  },
  'appeal-decided'(draft, { upheld }) {
    decideAppeal(draft, upheld === true, draft.actor.name);
  },
  dispute(draft) {
    interruptCollection(draft, 'dispute');
    draft.emit('dispute-opened', { rules: byLawOf(debtOf(draft.state), ['B16']) });
  },
  'dispute-closed': (draft) => draft.emit('dispute-closed', { rules: byLawOf(debtOf(draft.state), ['B16']) }),
  extension(draft, { until }) {
    interruptCollection(draft, 'extension');
    const day = dayIn(until, draft);
    draft.emit('extension-granted', { until: day, rules: byLawOf(debtOf(draft.state), ['B16']) });
    tell(draft, 'extension', { until: day });
  },
  'medical-certificate': (draft) => showMedical(draft, 'certificate'),
  'inability-to-pay': (draft, { basis }) => showMedical(draft, 'unableToPay', String(basis)),
  'willing-to-arrange': (draft) => showMedical(draft, 'willingToArrange'),
  arrangement(draft, { instalments }) {
    agree(draft, instalments as readonly Instalment[]);
  },
  'mail-returned': (draft) => fail(draft, 'mail-returned'),
  'phone-failed': (draft) => fail(draft, 'phone-failed'),
  stay(draft, { kind, until }) {
    interruptCollection(draft, 'stay');
    draft.emit('stayed', { kind: String(kind), ...(until ? { until: dayIn(until, draft) } : {}), rules: ['F7'] });
  },
  'stay-lifted': (draft, { reason }) => draft.emit('stay-lifted', { reason: String(reason), rules: ['F7'] }),
  'crew-check': (draft, _data, _at, law) => checkForCrew(draft, law),
  'release-code'(draft, _data, _at, law) {
    const { order } = checkedOrder(draft, law);
    draft.emit('release-code-given', { taskId: order.taskId, code: draft.moment.newId().slice(-6), rules: ['F5'] });
  },
  'wrongful-shut-off'(draft, { reason }) {
    if (!collectionOf(draft.state).everOff) refuse('never-shut-off', 'The water was not shut off.', 'F10');
    interruptCollection(draft, 'wrongful shut-off');
    markWrongful(draft, String(reason));
  },
};

function applyPayment(draft: Draft, type: 'payment-applied' | 'payment-reversed', amount: Money, on: CivilDate): void {
  const debt = debtOf(draft.state);
  const c = collectionOf(draft.state);
  const signed = type === 'payment-applied' ? amount : `-${amount}`;
  const after = { ...c, payments: [...c.payments, { amount: signed, on }] };
  const { penalty, interest } = chargesOf(debt, after, today(draft.moment), draft.moment.office);
  const rules = type === 'payment-applied' ? ['B2', 'B21'] : ['F9'];
  draft.emit(type, { amount, on, principal: principalOf(debt, after), penalty, interest, rules });
}

function reviewGround({ state, moment }: Draft): ReviewGround {
  const { noticeMailedAt } = collectionOf(state);
  const notice = noticeMailedAt ? { noticeMailedOn: dayOf(noticeMailedAt, moment.office) } : {};
  return { billMailedOn: debtOf(state).billedOn, ...notice };
}

/** An appeal that is upheld ends the debt; where the water is off already, the shut-off was wrongful (rule F10). */
export function decideAppeal(draft: Draft, upheld: boolean, by: string): void {
  if (!upheld && !collectionOf(draft.state).appealPending) return;
  draft.emit('appeal-decided', { upheld, by, rules: byLawOf(debtOf(draft.state), ['B17', 'F11'], ['F12', 'F11']) });
  tell(draft, 'appeal-decision', { upheld });
  interruptCollection(draft, 'appeal decided', ['appeal-review']);
  if (!upheld) return;
  if (collectionOf(draft.state).waterOff) markWrongful(draft, 'the appeal was upheld');
  settleIfPaid(draft);
}

/** With all three conditions shown the law bars the shut-off (rule B10). */
function showMedical(draft: Draft, condition: keyof Medical, basis?: string): void {
  draft.emit('medical-condition-shown', { condition, ...(basis ? { basis } : {}), rules: ['B10'] });
  const { certificate, unableToPay, willingToArrange } = collectionOf(draft.state).shown;
  if (!certificate || !unableToPay || !willingToArrange) return;
  interruptCollection(draft, 'medical bar');
  if (!draft.state.collectionBar) draft.emit('collection-barred', { reason: 'medical', rules: ['B10'] });
}

function agree(draft: Draft, instalments: readonly Instalment[]): void {
  const on = today(draft.moment);
  const last = addMonths(on, longestAmortization.on(on));
  if (instalments.some((each) => each.on > last)) {
    const [fault = ''] = amortizationFaults('0.00', on, instalments).filter((each) => each.includes('B17'));
    refuse('arrangement-too-long', fault, 'B17');
  }
  interruptCollection(draft, 'arrangement agreed');
  draft.emit('arrangement-agreed', { on, instalments, rules: ['B10', 'B11'] });
  tell(draft, 'arrangement', { instalments });
}

function fail(draft: Draft, failure: 'mail-returned' | 'phone-failed'): void {
  draft.emit('notice-failed', { failure, on: today(draft.moment), rules: ['F14'] });
}

function checkForCrew(draft: Draft, law: CollectionLaw): void {
  const { order } = checkedOrder(draft, law);
  draft.emit('crew-checked', { taskId: order.taskId, rules: ['F5'] });
}

/** The order in force, if it still holds at this moment. */
function checkedOrder(draft: Draft, law: CollectionLaw) {
  const { order } = collectionOf(draft.state);
  if (!order) refuse('no-order', 'There is no order in force.', 'F5');
  const verdict = verdictOn('claim', draft.state, draft.moment, law);
  if (!verdict.allowed) refuseByLaw('shut-off-unlawful', verdict);
  return { order };
}

function dayIn(value: unknown, { moment }: Draft): CivilDate {
  const text = String(value);
  return text.length === 10 ? text : dayOf(text, moment.office);
}
