import { z } from 'zod';
import { districtCalendar } from '../../calendar/index.ts';
import type { TaskDefinition } from '../../case/index.ts';
import {
  attachment,
  choice,
  count,
  date,
  type FormValues,
  longText,
  money,
  quantity,
  text,
  yesNo,
} from '../../forms/index.ts';
import { appointmentWindows, firstAppointmentDay } from '../../installations/index.ts';

const dollars = (title: string) => money(title).refine((amount) => Number(amount) >= 0, 'not below 0.00');
const above = (title: string) => money(title).refine((amount) => Number(amount) > 0, 'more than 0.00');

/** The hours and areas that an installation takes. */
const work = {
  laborHours: quantity('Labor, hours'),
  equipmentHours: quantity('Equipment, hours'),
  pavingSquareFeet: quantity('Paving, square feet'),
  trafficControlDays: quantity('Traffic control, days'),
};
const workOf = (facts: FormValues, usual: FormValues) =>
  Object.fromEntries(Object.keys(work).map((name) => [name, String(facts[name] ?? usual[name] ?? '0')]));

const usualWork = { laborHours: '6', equipmentHours: '2' };

export const newServiceTasks: Readonly<Record<string, TaskDefinition>> = {
  'eligibility-check': {
    title: 'Check whether the applicant may be served',
    help: 'Where the parcel lies, who applies, and what the applicant owes. Another’s debt never bars a dwelling (F20).',
    queue: 'customer-service',
    form: z.object({
      insideDistrict: yesNo('The parcel lies in the district'),
      annexedOn: date('Annexed or included on').optional(),
      identityOn: date('Two documents of identity seen on').optional(),
      consentOn: date('Consent of the owner seen on').optional(),
      applicantOwes: dollars('The applicant owes'),
      parcelOwes: dollars('Others owe on the parcel').optional(),
      parcelDebtBinds: choice('That debt follows the land by', ['no', 'adopted-rule', 'lien']).optional(),
      remarks: longText('Remarks').optional(),
    }),
    defaultOutcome: (facts, today) => ({
      insideDistrict: facts.insideDistrict !== false,
      identityOn: today,
      ...(facts.applicant === 'tenant' ? { consentOn: today } : {}),
      applicantOwes: String(facts.applicantOwes ?? '0.00'),
      parcelOwes: String(facts.parcelOwes ?? '0.00'),
    }),
  },
  'availability-check': {
    title: 'Say whether water is available',
    queue: 'engineering',
    form: z.object({
      available: yesNo('Water is available for this flow'),
      conditions: longText('On these conditions').optional(),
      reason: longText('Why not').optional(),
    }),
    defaultOutcome: () => ({ available: true }),
  },
  'refusal-review': {
    title: 'Review the refusal',
    help: 'Whoever decided does not review (F11). The applicant gets your reason in writing.',
    queue: 'management',
    form: z.object({ upheld: yesNo('The appeal is upheld'), reason: longText('Reason') }),
    defaultOutcome: () => ({ upheld: false, reason: 'The rule holds as it was applied.' }),
    needs: 'task.approve',
  },
  'collect-payment': {
    title: 'Collect the deposit or fee',
    help: 'No more than is due, each receipt once.',
    queue: 'accounting',
    form: z.object({ amount: above('Amount'), reference: text('Receipt', 60), receivedOn: date('Received on') }),
    defaultOutcome: (facts, today) => ({
      amount: String(facts.amount),
      reference: `receipt-${Number(facts.receipts ?? 0) + 1}`,
      receivedOn: today,
    }),
  },
  'meter-design': {
    title: 'Decide meter location, type and size',
    help: 'The size carries the flow; its capacity ratio sets the capacity fee (D18). Attach the sketch.',
    queue: 'engineering',
    form: z.object({
      location: text('Location of the meter'),
      meterSize: choice('Meter size in inches', ['5/8', '3/4', '1', '1.5', '2', '3', '4', '6', '8']),
      meterType: choice('Type of meter', ['displacement', 'turbine']),
      crossesRoad: yesNo('The service crosses a public road or another’s land'),
      backflowDevice: yesNo('A backflow device is needed'),
      designHours: quantity('Plan check and design, hours'),
      sketch: attachment('Sketch').optional(),
    }),
    defaultOutcome: (facts) => ({
      location: 'Front property line',
      meterSize: String(facts.proposedSize ?? '8'),
      meterType: 'displacement',
      crossesRoad: false,
      backflowDevice: false,
      designHours: '4',
    }),
  },
  'cost-estimate': {
    title: 'Estimate the cost',
    help: 'Enter what the installation takes; the lines are priced by the rates of the day (D19).',
    queue: 'engineering',
    form: z.object({ ...work, credits: dollars('Credits').optional() }),
    defaultOutcome: (facts) => workOf(facts, usualWork),
  },
  'customer-answer': {
    title: 'Get the applicant’s answer to the estimate',
    queue: 'customer-service',
    form: z.object({
      answer: choice('Answer', ['accepted', 'declined']),
      answeredOn: date('Answered on'),
      reason: longText('Reason').optional(),
    }),
    defaultOutcome: (_facts, today) => ({ answer: 'accepted', answeredOn: today }),
  },
  permit: {
    title: 'Get the permit',
    help: 'The encroachment permit or easement where a road or another’s land is crossed.',
    queue: 'engineering',
    form: z.object({
      granted: yesNo('Granted'),
      grantedOn: date('Decided on'),
      number: text('Number', 60).optional(),
      reason: longText('Reason of a refusal').optional(),
    }),
    defaultOutcome: (_facts, today) => ({ granted: true, grantedOn: today }),
  },
  appointment: {
    title: 'Make the appointment',
    help: 'At least 48 hours ahead (D17), with an underground service alert ticket in force by then (F20).',
    queue: 'operations',
    form: z.object({
      on: date('Day'),
      window: choice('Half day', appointmentWindows),
      ticket: text('Underground service alert ticket', 60),
      ticketFrom: date('Digging allowed from'),
    }),
    defaultOutcome: (_facts, today) => {
      const on = firstAppointmentDay(today, districtCalendar);
      return { on, window: '08:00-12:00', ticket: 'as called in', ticketFrom: on };
    },
  },
  installation: {
    title: 'Install the service',
    help: 'Enter what this visit took. The work is done when it has been inspected.',
    queue: 'operations',
    form: z.object({
      ending: choice('The visit ended', ['done', 'no-access', 'stopped']),
      ...work,
      otherCosts: dollars('Other costs').optional(),
      inspectedOn: date('Inspected on').optional(),
      remarks: longText('Remarks').optional(),
    }),
    defaultOutcome: (facts, today) => ({ ending: 'done', ...workOf(facts, usualWork), inspectedOn: today }),
  },
  'report-costs': {
    title: 'Say what the stopped installation has taken',
    help: 'All visits together, and what the materials that stay in the ground cost.',
    queue: 'operations',
    form: z.object({ ...work, materials: dollars('Materials'), otherCosts: dollars('Other costs').optional() }),
    defaultOutcome: (facts) => ({
      ...workOf(facts, {}),
      materials: '0.00',
      otherCosts: String(facts.otherCosts ?? '0.00'),
    }),
  },
  'meter-set': {
    title: 'Set the meter and read it',
    queue: 'operations',
    form: z.object({
      meterSerial: text('Serial number', 40),
      registerDigits: z.int().min(3).max(9).meta({ title: 'Digits of the register' }),
      unit: choice('Unit of the register', ['CCF', 'HCF', 'gal', 'kgal', 'ft3', 'AF']),
      multiplier: quantity('Multiplier')
        .refine((value) => Number(value) > 0, 'more than 0')
        .optional(),
      setOn: date('Set on'),
      firstReading: quantity('First reading'),
      readOn: date('Read on'),
      backflowTestedOn: date('Backflow device passed its test on').optional(),
    }),
    defaultOutcome: (facts, today) => ({
      meterSerial: String(facts.proposedSerial),
      registerDigits: 6,
      unit: facts.use === 'agricultural' ? 'AF' : 'CCF',
      setOn: today,
      firstReading: '0',
      readOn: today,
      ...(facts.backflowDevice === true ? { backflowTestedOn: today } : {}),
    }),
  },
  'backflow-test': {
    title: 'Test the backflow device',
    queue: 'operations',
    form: z.object({ passed: yesNo('Passed'), testedOn: date('Tested on') }),
    defaultOutcome: (_facts, today) => ({ passed: true, testedOn: today }),
  },
  'route-book': {
    title: 'Place the meter in the route book',
    queue: 'customer-service',
    form: z.object({
      route: text('Route', 20),
      sequence: count('Sequence'),
      accessNote: text('How to reach it').optional(),
    }),
    defaultOutcome: (facts) => ({ route: String(facts.route), sequence: Number(facts.sequence) }),
  },
  'activate-account': {
    title: 'Activate the account',
    queue: 'customer-service',
    form: z.object({ activeOn: date('Active from') }),
    defaultOutcome: (_facts, today) => ({ activeOn: today }),
  },
  'rra-acceptance': {
    title: 'See that the Reclamation forms are accepted',
    help: 'Of every owner and lessee of the parcel, before the first agricultural delivery (F20).',
    queue: 'customer-service',
    form: z.object({ acceptedOn: date('The last was accepted on') }),
    defaultOutcome: (_facts, today) => ({ acceptedOn: today }),
  },
  'open-turnout': {
    title: 'Open the turnout for the first delivery',
    queue: 'operations',
    form: z.object({ openedOn: date('Opened on') }),
    defaultOutcome: (_facts, today) => ({ openedOn: today }),
  },
  'pay-refund': {
    title: 'Pay the refund',
    queue: 'accounting',
    form: z.object({ amount: above('Amount'), paidOn: date('Paid on'), reference: text('Check', 60) }),
    defaultOutcome: (facts, today) => ({ amount: String(facts.amount), paidOn: today, reference: 'refund-1' }),
  },
  'bill-difference': {
    title: 'Bill the difference',
    help: 'Actual cost above what was paid (D17).',
    queue: 'accounting',
    form: z.object({ amount: above('Amount'), postedOn: date('Posted on'), reference: text('Reference', 60) }),
    defaultOutcome: (facts, today) => ({ amount: String(facts.amount), postedOn: today, reference: 'difference-1' }),
  },
};
