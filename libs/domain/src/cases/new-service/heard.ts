import { type Draft, type NewEvent, refuse } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { debtLeft, estimateHolds, paymentDays, receiptFault } from '../../installations/index.ts';
import { cents, decimal } from '../../money/index.ts';
import { addDays, type CivilDate, type Instant } from '../../time/index.ts';
import { type Application, applicationOf, isClosing, isInstalled } from './application.ts';
import { reportedDay, today } from './days.ts';
import { amountDue, receivedBy } from './funds.ts';
import { debtStill, judge } from './judging.ts';
import { tell, withdrawTasks } from './work.ts';

type Heard = (draft: Draft, data: FormValues, at: Instant) => void;

/** What the law does at once when something is heard of the application. Throws a Refusal where it may not be. */
export function hear(draft: Draft, event: NewEvent<'happened'>): void {
  const { kind, at, data } = event.data;
  const a = applicationOf(draft.state);
  if (isClosing(a) && !mayStillBeHeard(kind, a)) refuse('over', 'The application is being closed.', 'D17');
  heard[kind]?.(draft, data, at);
}

/** A check may bounce until the money is settled; and anybody may say something. */
const mayStillBeHeard = (kind: string, { settled }: Application): boolean =>
  kind === 'customer-reply' || (kind === 'payment-returned' && !settled);

const heard: Readonly<Record<string, Heard>> = {
  'debt-paid'(draft, { amount, reference }) {
    const a = applicationOf(draft.state);
    if (!a.eligibility || a.granted) refuse('no-debt-open', 'No debt stands against this application.', 'F20');
    const fault = receiptFault({ amount: String(amount), reference: String(reference) }, a.debtPaid, debtStill(a));
    if (fault) refuse(fault.code, fault.text, 'F20');
    const left = debtLeft(debtStill(a), [String(amount)]);
    draft.emit('applicant-debt-paid', {
      amount: cents(String(amount)),
      reference: String(reference),
      left,
      rules: ['F20'],
    });
    judge(draft);
  },
  appeal(draft, { by }, at) {
    const { refused } = applicationOf(draft.state);
    if (!refused) refuse('nothing-refused', 'There is no refusal to appeal.', 'F20');
    if (refused.appeal !== 'none') refuse('appealed-already', 'The refusal has been appealed already.', 'F20');
    if (reportedDay(at, draft.moment) > refused.appealBy)
      refuse('appeal-late', `The refusal could be appealed through ${refused.appealBy}.`, 'F20');
    draft.emit('refusal-appealed', { by: String(by), rules: ['F20', 'F11'] });
  },
  'deposit-received'(draft, { amount, reference, receivedOn }, at) {
    const on = receivedOn ? String(receivedOn) : reportedDay(at, draft.moment);
    receive(draft, { amount: String(amount), reference: String(reference), on });
  },
  'payment-returned'(draft, { reference }) {
    returnPayment(draft, String(reference));
  },
  accepted(draft, _data, at) {
    accept(draft, reportedDay(at, draft.moment));
  },
  declined(draft, _data, at) {
    decline(draft, reportedDay(at, draft.moment));
  },
  're-estimate'(draft) {
    const { estimate } = applicationOf(draft.state);
    if (!estimate || estimate.state === 'accepted') refuse('no-estimate', 'No estimate is open.', 'D19');
    draft.emit('estimate-asked-anew', { number: estimate.number, rules: ['D19'] });
    withdrawTasks(draft, ['customer-answer'], 'a new estimate is made');
  },
  permit(draft, data, at) {
    decidePermit(draft, data, reportedDay(at, draft.moment));
    withdrawTasks(draft, ['permit'], 'the permit was decided');
  },
  reschedule(draft) {
    const a = applicationOf(draft.state);
    if (!a.appointment || isInstalled(a)) refuse('no-appointment', 'There is no appointment to move.', 'D17');
    draft.emit('appointment-cancelled', { reason: 'applicant', rules: ['D17'] });
    withdrawTasks(draft, ['installation'], 'the applicant asked for another day');
  },
  'payment-overdue'(draft) {
    const a = applicationOf(draft.state);
    const due = amountDue(a);
    if (decimal(due).isZero() || !a.payBy || today(draft.moment) <= a.payBy)
      refuse('not-overdue', 'No payment is overdue.', 'D17');
    draft.emit('application-lapsed', { unpaid: due, rules: ['D17'] });
    withdrawTasks(draft, 'all', 'the deposit was not paid in its time');
  },
  withdrawn(draft) {
    const a = applicationOf(draft.state);
    if (draft.state.stage === 'settlement') refuse('over', 'The application is being closed.', 'D17');
    if (a.meter) refuse('meter-is-set', 'The meter is set: the service can be turned off, not withdrawn.', 'D17');
    const onSite = [...draft.state.tasks.values()].some((t) => t.kind === 'installation' && t.status === 'claimed');
    draft.emit('application-withdrawn', { workBegun: onSite, rules: ['D17'] });
    withdrawTasks(draft, 'all', 'the application was withdrawn');
  },
};

/** A payment, each once and never beyond what is due; with a receipt for it (D17). */
export function receive(draft: Draft, receipt: { amount: string; reference: string; on: CivilDate }): void {
  if (receipt.on > today(draft.moment)) refuse('day-ahead', `${receipt.on} has not come yet.`, 'D17');
  const a = applicationOf(draft.state);
  const fault = receiptFault(receipt, a.receipts, amountDue(a));
  if (fault) refuse(fault.code, fault.text, fault.rule);
  const { reference, on } = receipt;
  const amount = cents(receipt.amount);
  const toward = a.estimate?.state === 'accepted' ? 'installation' : 'design';
  const receipts = [...a.receipts, receipt];
  const stillDue = amountDue(a, receipts);
  draft.emit('deposit-received', {
    amount,
    reference,
    on,
    toward,
    received: receivedBy({ receipts }),
    stillDue,
    rules: ['D17'],
  });
  tell(draft, 'deposit-receipt', { amount, receivedOn: on, for: toward, reference, stillDue });
  if (decimal(stillDue).isZero()) withdrawTasks(draft, ['collect-payment'], 'paid in full');
}

/** Nobody goes on with these while money is due. */
const waitingForMoney = ['customer-answer', 'permit', 'appointment', 'installation', 'meter-set'] as const;

/** Money that was not good is due anew, and no crew goes out until it is there (D17). */
function returnPayment(draft: Draft, reference: string): void {
  const a = applicationOf(draft.state);
  const receipt = a.receipts.find((each) => each.reference === reference);
  if (!receipt) refuse('no-such-receipt', `There is no receipt ${reference}.`, 'D17');
  const left = a.receipts.filter((each) => each !== receipt);
  const on = today(draft.moment);
  const payBy = addDays(on, paymentDays.on(on));
  draft.emit('deposit-returned', {
    amount: receipt.amount,
    reference,
    received: receivedBy({ receipts: left }),
    payBy,
    rules: ['D17', 'F9'],
  });
  tell(draft, 'payment-returned', { amount: receipt.amount, reference, payBy });
  if (a.appointment && !isInstalled(a))
    draft.emit('appointment-cancelled', { reason: 'payment returned', rules: ['D17'] });
  withdrawTasks(draft, [...waitingForMoney], 'a payment was returned');
}

/** An acceptance counts through the last day of the estimate; a later one asks for a new estimate (D19). */
export function accept(draft: Draft, on: CivilDate): void {
  const estimate = openEstimate(applicationOf(draft.state));
  const { number, total, validUntil, ratesOn } = estimate;
  if (on < ratesOn) refuse('before-estimate', `The estimate was made on ${ratesOn}.`, 'D19');
  if (estimateHolds(estimate, on)) {
    const payBy = addDays(on, paymentDays.on(on));
    draft.emit('estimate-accepted', { number, total, on, payBy, rules: ['D19', 'D17'] });
  } else {
    draft.emit('acceptance-refused', { number, on, validUntil, rules: ['D19'] });
  }
  withdrawTasks(draft, ['customer-answer'], 'the applicant has answered');
}

export function decline(draft: Draft, on: CivilDate): void {
  const { number } = openEstimate(applicationOf(draft.state));
  draft.emit('estimate-declined', { number, on, rules: ['D17'] });
  withdrawTasks(draft, ['customer-answer'], 'the applicant has answered');
}

function openEstimate({ estimate }: Application) {
  if (!estimate || (estimate.state !== 'open' && estimate.state !== 'lapsed'))
    refuse('no-estimate', 'No estimate waits for an answer.', 'D19');
  return estimate;
}

export function decidePermit(draft: Draft, { granted, number, reason }: FormValues, on: CivilDate): void {
  const a = applicationOf(draft.state);
  if (a.estimate?.state !== 'accepted' || a.permit !== 'needed')
    refuse('no-permit-asked', 'No permit is asked for now.', 'D17');
  if (granted !== true) {
    draft.emit('permit-denied', { reason: String(reason ?? 'no reason given'), rules: ['D17'] });
    return;
  }
  draft.emit('permit-given', { on, ...(number ? { number: String(number) } : {}), rules: ['D17'] });
  if (a.design?.crossesRoad)
    draft.emit('gate-passed', { gate: 'encroachment-permit', on, owner: 'engineering', rules: ['F20'] });
}
