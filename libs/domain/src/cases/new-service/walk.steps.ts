import type { NewEvent } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { millis } from '../../time/index.ts';
import { isInstalled } from './application.ts';
import { type ApplicationCase, refusalOf } from './law.steps.ts';

const work = { laborHours: '6', equipmentHours: '2', pavingSquareFeet: '0', trafficControlDays: '0' };

/** The plain way on by one step, whatever has happened before. */
export function forward(c: ApplicationCase, reference: string, ending: 'done' | 'stopped' = 'done'): void {
  const a = c.application;
  if (!a.eligibility) c.work('eligibility-check');
  else if (!a.availability) c.work('availability-check');
  else if (!a.granted) c.stage('refused');
  else if (Number(c.due) > 0) c.hear('deposit-received', { amount: c.due, reference });
  else if (!a.design) c.work('meter-design', { meterSize: '5/8' });
  else if (!a.estimate || a.estimate.state === 'asked-anew') c.work('cost-estimate', work);
  else if (a.estimate.state !== 'accepted') c.hear('accepted');
  else if (a.permit !== 'given') c.work('permit');
  else if (!isInstalled(a)) install(c, ending);
  else if (!a.meter) c.work('meter-set', { meterSerial: 'M-1' });
  else if (!a.place) c.work('route-book', { route: 'R01', sequence: 10 });
  else if (!a.account) c.work('activate-account', {}, { accountNumber: '100005' });
  else settleNow(c);
}

function install(c: ApplicationCase, ending: 'done' | 'stopped'): void {
  const { appointment } = c.application;
  if (!appointment) return void c.work('appointment');
  if (millis(c.now) < millis(appointment.startsAt)) c.at(appointment.startsAt);
  c.work('installation', { ...work, ending });
}

export function settleNow(c: ApplicationCase): void {
  if (!c.application.settled) c.stage('settlement');
  const { settled, stopped, refunded } = c.application;
  if (!settled && !stopped) c.work('report-costs', { ...work, materials: '95.00' });
  else if (settled && !refunded && Number(settled.refund) > 0) c.work('pay-refund', { amount: settled.refund });
  else c.do({ kind: 'resolve', outcome: 'active', note: '' }, { kind: 'staff', name: 's', role: 'supervisor' });
}

/** One act of anybody's, likely or not; the law may refuse it. */
export type Disturbance = readonly [kind: string, data: FormValues];

export const disturbances = (amount: string, reference: string): readonly Disturbance[] => [
  ['deposit-received', { amount, reference }],
  ['payment-returned', { reference }],
  ['debt-paid', { amount, reference }],
  ['accepted', {}],
  ['declined', {}],
  ['re-estimate', {}],
  ['permit', { granted: false, reason: 'no room' }],
  ['appeal', { by: 'Ann' }],
  ['reschedule', {}],
  ['withdrawn', { reason: 'r' }],
  ['payment-overdue', {}],
];

export const tasks: readonly (readonly [kind: string, outcome: FormValues])[] = [
  ['eligibility-check', { applicantOwes: '84.10' }],
  ['refusal-review', { upheld: true, reason: 'r' }],
  ['collect-payment', { amount: '5908.01', reference: 'X' }],
  ['cost-estimate', { ...work, credits: '6200.00' }],
  ['permit', {}],
  ['appointment', {}],
  ['installation', { ...work, ending: 'stopped' }],
  ['installation', { ...work, ending: 'done' }],
  ['meter-set', { meterSerial: 'M-2' }],
  ['activate-account', {}],
  ['pay-refund', { amount: '56.10' }],
];

const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
type Of<T extends NewEvent['type']> = Extract<NewEvent, { type: T }>;

/** What the record must never hold, told by its events alone: each fault in words. */
export function faultsIn(events: readonly NewEvent[]): string[] {
  const faults: string[] = [];
  let held = 0n;
  let limit = 0n;
  let total: bigint | null = null;
  let permitted = false;
  let startsAt: string | null = null;
  let over = false;
  let settled: Of<'costs-reconciled'>['data'] | null = null;
  let refunds = 0n;
  const kinds = new Map<string, string>();
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const dig = (at: string) => {
    must(total !== null && held >= total, 'a crew digs before everything is paid');
    must(permitted, 'a crew digs without a permit');
    must(startsAt !== null && millis(startsAt) <= millis(at), 'a crew digs before its appointment');
    must(!over, 'a crew digs for an application that is over');
  };
  for (const event of events) {
    switch (event.type) {
      case 'service-granted':
        limit = cents(event.data.deposit);
        break;
      case 'estimate-accepted':
        total = cents(event.data.total);
        limit = total;
        break;
      case 'deposit-received':
        held += cents(event.data.amount);
        must(held <= limit, 'more is taken than was agreed');
        must(settled === null, 'money is taken after the settlement');
        break;
      case 'deposit-returned':
        held -= cents(event.data.amount);
        break;
      case 'permit-given':
        permitted = true;
        break;
      case 'appointment-made':
        startsAt = event.data.startsAt;
        break;
      case 'appointment-cancelled':
        startsAt = null;
        break;
      case 'application-withdrawn':
      case 'application-lapsed':
      case 'estimate-declined':
        over = true;
        break;
      case 'task-opened':
        kinds.set(event.data.taskId, event.data.kind);
        if (event.data.kind === 'installation') dig(event.at);
        break;
      case 'task-claimed':
        if (kinds.get(event.data.taskId) === 'installation') dig(event.at);
        break;
      case 'installation-visited':
        if (event.data.ending !== 'done') startsAt = null;
        break;
      case 'meter-placed':
        must(total !== null && held >= total, 'a meter is set before everything is paid');
        break;
      case 'costs-reconciled': {
        must(settled === null, 'the money is settled twice');
        settled = event.data;
        const { received, actual, refund, due } = event.data;
        must(cents(received) === held, 'the settlement knows another sum than was received');
        const balance = cents(received) - cents(actual) - cents(refund) + cents(due);
        must(balance === 0n || (total === null && balance < 0n), 'the settlement does not add up');
        break;
      }
      case 'refund-paid':
        refunds += cents(event.data.amount);
        must(settled !== null && refunds <= cents(settled.refund), 'more is refunded than is owed');
        break;
      case 'case-resolved':
      case 'case-cancelled':
        must(settled ? refunds === cents(settled.refund) : held === 0n, 'a case is closed over the applicant’s money');
        break;
      default:
    }
  }
  return faults;
}

/** An act that the law may refuse: true when it was done. */
export const tried = (act: () => unknown): boolean => refusalOf(act) === null;
