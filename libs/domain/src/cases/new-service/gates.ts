import { type CaseState, type Moment, Refusal, refuse, type TaskAct, type TaskGate } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import {
  type Appointment,
  appointmentFaults,
  capacityRatio,
  estimateHolds,
  gateRules,
  meterChoiceOf,
  receiptFault,
  type Unmet,
} from '../../installations/index.ts';
import { decimal } from '../../money/index.ts';
import { millis } from '../../time/index.ts';
import { type Application, applicationOf, isClosing, isInstalled } from './application.ts';
import { calendarOf, today } from './days.ts';
import { amountDue } from './funds.ts';
import { askedOf } from './intake.ts';
import { gatesShut } from './judging.ts';
import { newServiceTasks } from './tasks.ts';

interface Asking {
  readonly state: CaseState;
  readonly a: Application;
  readonly act: TaskAct['act'];
  readonly moment: Moment;
  readonly by: TaskAct;
  /** What the task says became of it; empty before it is completed. */
  readonly outcome: FormValues;
}

/** Everything that bars an act on a task, each with its rule. */
type Bar = (asking: Asking) => readonly (Unmet | null)[];

const unless = (holds: boolean, rule: string, code: string, text: string): Unmet | null =>
  holds ? null : { rule, code, text };

/** No crew digs before everything is paid, permitted, called in and its hour has come (D17, F20). */
const mayInstall = ({ state, a, moment }: Asking): readonly (Unmet | null)[] => [
  unless(a.estimate?.state === 'accepted', 'D19', 'not-accepted', 'No estimate is accepted.'),
  unless(decimal(amountDue(a)).isZero(), 'D17', 'not-paid', `$${amountDue(a)} is still to be paid.`),
  unless(a.permit === 'given', 'D17', 'no-permit', 'The permit is not given.'),
  unless(
    a.appointment !== null && millis(moment.now) >= millis(a.appointment.startsAt),
    'D17',
    'no-appointment',
    'The hour of the appointment has not come.',
  ),
  ...gatesShutNow(state, a, 'digging', moment),
];

function gatesShutNow(
  state: CaseState,
  a: Application,
  step: 'digging' | 'account-active' | 'first-delivery',
  moment: Moment,
): Unmet[] {
  return gatesShut(askedOf(state), a, step, today(moment)).map((gate) => ({
    rule: gateRules[gate].rule,
    code: gate,
    text: `${gateRules[gate].title}: not yet.`,
  }));
}

const fitsRegister = (reading: string, digits: number): boolean => decimal(reading).lt(decimal('10').pow(digits));

const bars: Readonly<Record<string, Bar>> = {
  'refusal-review': ({ state, a, act, by }) => {
    if (act === 'open') return [unless(a.refused?.appeal === 'pending', 'F20', 'no-appeal', 'No appeal is pending.')];
    const deciders = [a.refused?.by, a.eligibility?.by, a.availability?.by, state.assignee];
    return [
      unless(
        !deciders.includes(by.actor.name),
        'F11',
        'own-review',
        'A review is made by another person than who decided.',
      ),
    ];
  },
  'collect-payment': ({ a, act, outcome }) =>
    act === 'complete'
      ? [
          receiptFault(
            { amount: String(outcome.amount), reference: String(outcome.reference) },
            a.receipts,
            amountDue(a),
          ),
        ]
      : [],
  'meter-design': ({ act, outcome, moment }) => {
    if (act !== 'complete') return [];
    const chosen = meterChoiceOf(String(outcome.meterSize), String(outcome.meterType));
    const known = chosen !== null && capacityRatio(chosen, today(moment)) !== null;
    return [
      unless(
        known,
        'D18',
        'no-capacity-ratio',
        `A ${outcome.meterType} meter of ${outcome.meterSize} inch has no capacity ratio.`,
      ),
    ];
  },
  'cost-estimate': ({ a }) => [unless(a.design !== null, 'D19', 'no-design', 'The meter is not decided.')],
  'customer-answer': ({ a, act, outcome }) => {
    if (act !== 'complete' || outcome.answer !== 'accepted' || !a.estimate) return [];
    const { validUntil } = a.estimate;
    return [
      unless(
        estimateHolds(a.estimate, String(outcome.answeredOn)),
        'D19',
        'estimate-lapsed',
        `The estimate was valid until ${validUntil}: a new one is made.`,
      ),
    ];
  },
  permit: ({ a }) => [
    unless(decimal(amountDue(a)).isZero(), 'D17', 'not-paid', `$${amountDue(a)} is still to be paid.`),
  ],
  appointment: ({ a, act, moment, outcome }) => [
    unless(decimal(amountDue(a)).isZero(), 'D17', 'not-paid', `$${amountDue(a)} is still to be paid.`),
    unless(a.permit === 'given', 'D17', 'no-permit', 'The permit is not given.'),
    ...(act === 'complete'
      ? appointmentFaults(outcome as unknown as Appointment, moment.now, calendarOf(moment.office))
      : []),
  ],
  installation: (asking) => [
    ...mayInstall(asking),
    unless(
      asking.outcome.ending !== 'done' || asking.outcome.inspectedOn !== undefined,
      'D17',
      'not-inspected',
      'The work is done when it has been inspected.',
    ),
  ],
  'meter-set': ({ a, act, outcome }) => [
    unless(
      act !== 'complete' || fitsRegister(String(outcome.firstReading), Number(outcome.registerDigits)),
      'D11',
      'reading-beyond-register',
      `A register of ${outcome.registerDigits} digits does not show ${outcome.firstReading}.`,
    ),
    unless(isInstalled(a), 'D17', 'not-installed', 'The service is not installed and inspected.'),
    unless(decimal(amountDue(a)).isZero(), 'D17', 'not-paid', `$${amountDue(a)} is still to be paid.`),
  ],
  'route-book': ({ a }) => [unless(a.meter !== null, 'D17', 'no-meter', 'The meter is not set and read.')],
  'activate-account': ({ state, a, moment }) => [
    unless(a.meter !== null, 'D17', 'no-meter', 'The meter is not set and read.'),
    unless(a.place !== null, 'D17', 'no-route', 'The meter is not in the route book.'),
    ...gatesShutNow(state, a, 'account-active', moment),
  ],
  'open-turnout': ({ state, a, moment }) => [
    unless(a.account !== null, 'D17', 'not-active', 'The account is not active.'),
    ...gatesShutNow(state, a, 'first-delivery', moment),
  ],
  'pay-refund': ({ a, act, outcome }) => {
    const owed = a.settled && !a.refunded ? a.settled.refund : '0.00';
    return [
      unless(decimal(owed).gt(0), 'D17', 'no-refund-owed', 'No refund is owed.'),
      unless(
        act !== 'complete' || decimal(String(outcome.amount)).equals(owed),
        'D17',
        'not-the-refund',
        `The refund is $${owed}, to the cent.`,
      ),
    ];
  },
  'bill-difference': ({ a, act, outcome }) => {
    const due = a.settled && !a.differenceSettled ? a.settled.due : '0.00';
    return [
      unless(decimal(due).gt(0), 'D17', 'no-difference', 'There is no difference to bill.'),
      unless(
        act !== 'complete' || decimal(String(outcome.amount)).equals(due),
        'D17',
        'not-the-difference',
        `The difference is $${due}, to the cent.`,
      ),
    ];
  },
};

const closingTasks: readonly string[] = ['report-costs', 'pay-refund', 'bill-difference'];

/** An application that is over is settled, and nothing else. */
const overFor = (kind: string, a: Application): Unmet[] =>
  isClosing(a) && !closingTasks.includes(kind)
    ? [{ rule: 'D17', code: 'over', text: 'The application is being closed.' }]
    : [];

/** What is reported has happened: no day of it lies ahead. */
function daysAhead({ outcome, moment }: Asking): Unmet[] {
  const on = today(moment);
  return Object.entries(outcome)
    .filter(([name, value]) => name.endsWith('On') && typeof value === 'string' && value > on)
    .map(([name, value]) => ({ rule: 'D17', code: 'day-ahead', text: `${name}: ${value} has not come yet.` }));
}

const gateFor =
  (kind: string): TaskGate =>
  (state, act, moment, _task, by) => {
    const asking = { state, a: applicationOf(state), act, moment, by, outcome: by.outcome ?? {} };
    const { a } = asking;
    const unmet = [...overFor(kind, a), ...(bars[kind]?.(asking) ?? []), ...daysAhead(asking)].filter(
      (bar) => bar !== null,
    );
    const [first] = unmet;
    if (!first) return;
    const errors = unmet.map(({ rule, text }) => ({ path: rule, message: text }));
    if (unmet.length === 1) refuse(first.code, first.text, first.rule);
    const message = unmet.map(({ rule, text }) => `${rule}: ${text}`).join(' ');
    throw new Refusal('rule', first.code, message, { rule: first.rule, errors });
  };

/** The law of new service at every act on every task. */
export const newServiceGates: Readonly<Record<string, TaskGate>> = Object.fromEntries(
  Object.keys(newServiceTasks).map((kind) => [kind, gateFor(kind)]),
);
