import { calendarBook, type Target } from '../calendar/index.ts';
import { correctionDays, incompleteFormDays } from '../land/clock-figures.ts';
import { type Setting, setting } from '../settings/index.ts';
import { type ClockBook, clockBook } from './book.ts';
import type { ClockRule, LadderStep, ServicePolicy } from './types.ts';

const inForceOn = '2026-01-01';

/** A proposed service level of rule E6 in business days: a recommendation that the district configures. */
function businessDays(name: string, days: number): Setting<number> {
  return setting(`service-level:${name}`, {
    value: days,
    unit: 'business days',
    from: inForceOn,
    rule: 'E6',
    source: 'district practice, proposed',
    confirmed: false,
  });
}

export const serviceLevels = {
  acknowledge: businessDays('acknowledge', 1),
  firstResponse: businessDays('first-response', 2),
  resolve: {
    standard: businessDays('resolve', 10),
    'high-consumption': businessDays('resolve:high-consumption', 10),
    'new-service': businessDays('resolve:new-service', 35),
    'rra-certification': businessDays('resolve:rra-certification', 90),
    delinquency: businessDays('resolve:delinquency', 130),
  },
  handOff: {
    reread: businessDays('hand-off:reread', 3),
    'leak-check': businessDays('hand-off:leak-check', 5),
    'meter-test': businessDays('hand-off:meter-test', 20),
    approval: businessDays('hand-off:approval', 2),
    'post-correction': businessDays('hand-off:post-correction', 3),
    'call-customer': businessDays('hand-off:call-customer', 1),
    reconnect: businessDays('hand-off:reconnect', 1),
    'eligibility-check': businessDays('hand-off:eligibility-check', 10),
    'availability-check': businessDays('hand-off:availability-check', 10),
    'refusal-review': businessDays('hand-off:refusal-review', 10),
    'collect-payment': businessDays('hand-off:collect-payment', 20),
    'meter-design': businessDays('hand-off:meter-design', 10),
    'cost-estimate': businessDays('hand-off:cost-estimate', 15),
    'customer-answer': businessDays('hand-off:customer-answer', 60),
    permit: businessDays('hand-off:permit', 20),
    appointment: businessDays('hand-off:appointment', 2),
    installation: businessDays('hand-off:installation', 1),
    'meter-set': businessDays('hand-off:meter-set', 10),
    'activate-account': businessDays('hand-off:activate-account', 1),
    'pay-refund': businessDays('hand-off:pay-refund', 10),
    'completeness-check': businessDays('hand-off:completeness-check', 5),
    'lock-turnouts': businessDays('hand-off:lock-turnouts', 1),
    'unlock-turnouts': businessDays('hand-off:unlock-turnouts', 1),
  },
  anyHandOff: businessDays('hand-off', 5),
} as const;

/** Who is told, and when: 50 % the assignee, 75 % the lead, at the due the supervisor, at 150 % the manager. */
export const defaultLadder: readonly LadderStep[] = [
  { name: 'half', when: { percent: 50 }, to: ['assignee'], template: 'escalation' },
  { name: 'at-risk', when: { percent: 75 }, to: ['lead'], template: 'escalation' },
  { name: 'due', when: { percent: 100 }, to: ['supervisor'], template: 'escalation' },
  { name: 'overdue', when: { percent: 150 }, to: ['manager'], template: 'escalation' },
];

function byEndOf(days: Setting<number>): Target {
  return { businessDays: days.on(inForceOn), endOfDay: true };
}

const handOffs: readonly ClockRule[] = [
  ...Object.entries(serviceLevels.handOff).map(([task, days]) => ({ metric: 'hand-off', task, target: byEndOf(days) })),
  { metric: 'hand-off', target: byEndOf(serviceLevels.anyHandOff) },
];

const acknowledge: ClockRule = { metric: 'acknowledge', target: byEndOf(serviceLevels.acknowledge) };
const firstResponse: ClockRule = { metric: 'first-response', target: byEndOf(serviceLevels.firstResponse) };

/**
 * The two clocks of correction of rule F16: the district's on a form that it returned, and Reclamation's, of whose 60
 * days three quarters are the staff's own target, day 45.
 */
const corrections: readonly ClockRule[] = [
  {
    metric: 'form-correction',
    legal: true,
    target: { businessDays: incompleteFormDays.on(inForceOn), endOfDay: true },
    on: { start: ['happened:form-returned'], stop: ['happened:form-received', 'resolve'], cancel: ['cancel'] },
  },
  {
    metric: 'reclamation-correction',
    legal: true,
    target: { calendarDays: correctionDays.on(inForceOn), endOfDay: true },
    on: { start: ['happened:correction-requested'], stop: ['happened:form-accepted', 'resolve'], cancel: ['cancel'] },
  },
];

function policy(type: keyof typeof serviceLevels.resolve, promises: readonly ClockRule[]): ServicePolicy {
  return {
    name: `service-${type}`,
    version: 1,
    from: '2026-01-01T08:00:00.000Z',
    calendar: 'district',
    clocks: [...promises, { metric: 'resolve', target: byEndOf(serviceLevels.resolve[type]) }, ...handOffs],
    ladder: defaultLadder,
    changeRules: { priority: 'carry', type: 'carry', policy: 'carry' },
  };
}

/** The service levels as delivered. Late accounts and the year's forms are the office's own cases: nobody waits for a first response. */
export const defaultPolicies: readonly ServicePolicy[] = [
  policy('standard', [acknowledge, firstResponse]),
  policy('high-consumption', [acknowledge, firstResponse]),
  policy('new-service', [acknowledge, firstResponse]),
  policy('rra-certification', [acknowledge, ...corrections]),
  policy('delinquency', [acknowledge]),
];

/** The policy that a case of a type pins when it is opened. */
export function defaultPolicyFor(caseType: string): ServicePolicy {
  const own = defaultPolicies.find(({ name }) => name === `service-${caseType}`);
  return own ?? defaultPolicies[0]!;
}

/** The district's calendar and the delivered policies: what a case runs by until the district writes its own. */
export const defaultClockBook: ClockBook = clockBook(defaultPolicies, calendarBook());
