import type { Draft, NewEvent } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import {
  type AppointmentWindow,
  appointmentStart,
  type DebtFacts,
  estimateValidDays,
  type GateName,
  gateRules,
} from '../../installations/index.ts';
import type { MeterSize } from '../../metering/index.ts';
import { cents, type Money, type Quantity } from '../../money/index.ts';
import { addDays, type CivilDate, instantOf } from '../../time/index.ts';
import { applicationOf } from './application.ts';
import { calendarOf, today } from './days.ts';
import type { ServiceDesign, WorkQuantities } from './events.ts';
import { estimateFor } from './funds.ts';
import { accept, decidePermit, decline, receive } from './heard.ts';
import { judge } from './judging.ts';
import { reconcileCosts } from './settling.ts';
import { tell } from './work.ts';

type Done = (draft: Draft, outcome: FormValues, by: string, facts: FormValues) => void;

/** What work that is done means in the law. */
export function workDone(draft: Draft, { data }: NewEvent<'task-done'>): void {
  const facts = draft.state.tasks.get(data.taskId)?.facts ?? {};
  done[data.kind]?.(draft, data.outcome, data.by, facts);
}

const done: Readonly<Record<string, Done>> = {
  'eligibility-check'(draft, outcome, by) {
    draft.emit('eligibility-found', {
      ...debtsIn(outcome),
      insideDistrict: outcome.insideDistrict === true,
      by,
      rules: ['F20', 'B13'],
    });
    pass(draft, 'identity-check', outcome.identityOn);
    pass(draft, 'owners-consent', outcome.consentOn);
    pass(draft, 'annexation', outcome.annexedOn);
    judge(draft);
  },
  'availability-check'(draft, { available, reason, conditions }, by) {
    draft.emit('availability-found', {
      available: available === true,
      by,
      ...(reason ? { reason: String(reason) } : {}),
      ...(conditions ? { conditions: String(conditions) } : {}),
      rules: ['D17', 'E6'],
    });
    judge(draft);
  },
  'refusal-review'(draft, { upheld, reason }, by) {
    draft.emit('refusal-reviewed', { upheld: upheld === true, by, rules: ['F11'] });
    tell(draft, 'appeal-decision', { upheld: upheld === true, reason: String(reason) });
    judge(draft);
  },
  'collect-payment'(draft, { amount, reference, receivedOn }) {
    receive(draft, { amount: String(amount), reference: String(reference), on: String(receivedOn) });
  },
  'meter-design'(draft, outcome) {
    const design = designIn(outcome);
    draft.emit('service-designed', {
      ...design,
      ...(outcome.sketch ? { sketch: String(outcome.sketch) } : {}),
      rules: ['D18'],
    });
  },
  'cost-estimate': makeEstimate,
  'customer-answer'(draft, { answer, answeredOn }) {
    if (answer === 'accepted') accept(draft, String(answeredOn));
    else decline(draft, String(answeredOn));
  },
  permit: (draft, outcome) => decidePermit(draft, outcome, String(outcome.grantedOn)),
  appointment(draft, { on, window, ticketFrom }) {
    const day = String(on);
    const half = window as AppointmentWindow;
    const startsAt = instantOf(appointmentStart({ on: day, window: half }, calendarOf(draft.moment.office)));
    pass(draft, 'service-alert-ticket', ticketFrom);
    draft.emit('appointment-made', {
      on: day,
      window: half,
      startsAt,
      ticketFrom: String(ticketFrom),
      rules: ['D17', 'F20'],
    });
    tell(draft, 'appointment', { on: day, window: half });
  },
  installation(draft, { ending, inspectedOn, otherCosts, ...outcome }) {
    draft.emit('installation-visited', {
      ...workIn(outcome),
      ending: ending as 'done' | 'no-access' | 'stopped',
      otherCosts: cents(String(otherCosts ?? '0')),
      ...(inspectedOn ? { inspectedOn: String(inspectedOn) } : {}),
      rules: ['D17'],
    });
  },
  'report-costs'(draft, { materials, otherCosts, ...outcome }) {
    draft.emit('work-stopped', {
      ...workIn(outcome),
      materials: cents(String(materials)),
      otherCosts: cents(String(otherCosts ?? '0')),
      rules: ['D17'],
    });
    reconcileCosts(draft);
  },
  'meter-set': placeMeter,
  'backflow-test'(draft, { passed, testedOn }) {
    if (passed === true) pass(draft, 'backflow-test', testedOn);
  },
  'route-book': (draft, { route, sequence, accessNote }) =>
    draft.emit('route-placed', {
      route: String(route),
      sequence: Number(sequence),
      accessNote: String(accessNote ?? ''),
      rules: ['D17'],
    }),
  'activate-account': (draft, { activeOn }, _by, { accountNumber }) =>
    draft.emit('account-activated', {
      accountNumber: String(accountNumber),
      on: String(activeOn),
      rules: ['D17', 'F20'],
    }),
  'rra-acceptance': (draft, { acceptedOn }) => pass(draft, 'rra-acceptance', acceptedOn),
  'open-turnout': (draft, { openedOn }) => draft.emit('turnout-opened', { on: String(openedOn), rules: ['F20'] }),
  'pay-refund'(draft, { amount, paidOn, reference }) {
    const paid = cents(String(amount));
    draft.emit('refund-paid', { amount: paid, reference: String(reference), on: String(paidOn), rules: ['D17'] });
    tell(draft, 'refund', { amount: paid, ...accountOf(draft) });
  },
  'bill-difference'(draft, { amount, postedOn, reference }) {
    const billed = cents(String(amount));
    draft.emit('difference-billed', {
      amount: billed,
      reference: String(reference),
      on: String(postedOn),
      rules: ['D17'],
    });
    tell(draft, 'difference', { amount: billed, ...accountOf(draft) });
  },
};

function pass(draft: Draft, gate: GateName, on: unknown): void {
  if (typeof on !== 'string') return;
  draft.emit('gate-passed', { gate, on, owner: gateRules[gate].owner, rules: [gateRules[gate].rule] });
}

const debtsIn = ({ applicantOwes, parcelOwes, parcelDebtBinds }: FormValues): Omit<DebtFacts, 'service'> => ({
  applicantOwes: cents(String(applicantOwes)),
  parcelOwes: cents(String(parcelOwes ?? '0')),
  parcelDebtBinds: (parcelDebtBinds ?? 'no') as DebtFacts['parcelDebtBinds'],
});

const designIn = (outcome: FormValues): ServiceDesign => ({
  size: outcome.meterSize as MeterSize,
  type: outcome.meterType as ServiceDesign['type'],
  crossesRoad: outcome.crossesRoad === true,
  backflowDevice: outcome.backflowDevice === true,
  designHours: String(outcome.designHours),
});

const workIn = (outcome: FormValues): WorkQuantities => ({
  laborHours: outcome.laborHours as Quantity,
  equipmentHours: outcome.equipmentHours as Quantity,
  pavingSquareFeet: outcome.pavingSquareFeet as Quantity,
  trafficControlDays: outcome.trafficControlDays as Quantity,
});

/** The estimate by line, from the rates of today, with the last day on which it holds (D19). */
function makeEstimate(draft: Draft, outcome: FormValues): void {
  const { design, estimate } = applicationOf(draft.state);
  if (!design) return;
  const on = today(draft.moment);
  const work = workIn(outcome);
  draft.emit('estimate-made', {
    ...estimateFor(design, work, (outcome.credits ?? '0.00') as Money, on),
    ...work,
    number: (estimate?.number ?? 0) + 1,
    ratesOn: on,
    validUntil: addDays(on, estimateValidDays.on(on)),
    rules: ['D18', 'D19'],
  });
}

function placeMeter(draft: Draft, outcome: FormValues): void {
  const { design } = applicationOf(draft.state);
  if (!design) return;
  draft.emit('meter-placed', {
    serial: String(outcome.meterSerial),
    size: design.size,
    registerDigits: Number(outcome.registerDigits),
    unit: String(outcome.unit),
    multiplier: String(outcome.multiplier ?? '1'),
    setOn: outcome.setOn as CivilDate,
    firstReading: String(outcome.firstReading),
    readOn: outcome.readOn as CivilDate,
    rules: ['D17', 'E6'],
  });
  pass(draft, 'backflow-test', outcome.backflowTestedOn);
}

/** What was paid and what it really cost, line by line, as the applicant is told it. */
function accountOf(draft: Draft): FormValues {
  const { settled } = applicationOf(draft.state);
  if (!settled) return {};
  const { lines, overhead, capacityFee, credits, received, actual } = settled;
  return {
    lines: lines.map(({ item, amount }) => ({ item, amount })),
    overhead,
    capacityFee,
    credits,
    received,
    actual,
  };
}
