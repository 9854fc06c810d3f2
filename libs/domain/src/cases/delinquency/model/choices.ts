import type { CaseDefinition, TaskState } from '../../../case/index.ts';
import { fieldEndings } from '../../../delinquency/index.ts';
import type { FormValues } from '../../../forms/index.ts';
import type { Actor } from '../../../people/index.ts';
import type { Random } from './random.ts';
import { people, supervisor } from './staff.ts';
import { plusDays } from './wall.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Jumps of time: to and fro around what the law counts by. */
export const jumps = [
  minute,
  14 * minute,
  16 * minute,
  hour,
  5 * hour,
  16 * hour,
  day,
  day - minute,
  day + minute,
  2 * day,
  5 * day,
  10 * day,
  15 * day,
  19 * day,
  30 * day,
  61 * day,
];

const iso = (ms: number): string => new Date(ms).toISOString();

export interface Told {
  readonly happening: string;
  readonly data: FormValues;
  readonly by?: Actor;
}

/** Whatever may be heard about a debt; what comes to an end again is heard more often. */
export function somethingHeard(random: Random, now: number): Told {
  const on = iso(now + random.below(60) * day).slice(0, 10);
  const amount = random.pick(['10.00', '50.00', '100.00']);
  const instalments = [
    { on, amount: '50.00' },
    { on: plusDays(on, 30), amount: '50.00' },
  ];
  const through = random.chance(0.5) ? {} : { through: iso(now - random.pick(jumps)) };
  const told: [string, FormValues, Actor?][] = [
    ['payment', { amount }],
    ['payment-returned', { amount: '10.00' }],
    ['payment-seen', {}],
    ['payments-through', through],
    ['current-charge', { dueOn: on, amount: '10.00' }],
    ['interest-waiver', {}],
    ['appeal', { by: 'customer' }],
    ['appeal', { by: 'customer' }],
    ['appeal', { by: 'customer' }],
    ['appeal-decided', { upheld: random.chance(0.1) }],
    ['dispute', { text: 'x' }],
    ['dispute-closed', {}],
    ['dispute-closed', {}],
    ['extension', { until: on }],
    ['extension', { until: on }],
    ['extension', { until: on }],
    ['medical-certificate', { provider: 'x' }],
    ['inability-to-pay', { basis: 'wic' }],
    ['willing-to-arrange', {}],
    ['arrangement', { instalments }],
    ['mail-returned', {}],
    ['phone-failed', {}],
    ['stay', random.chance(0.5) ? { kind: 'bankruptcy' } : { kind: 'military-service', until: on }],
    ['stay-lifted', { reason: 'x' }, supervisor],
    ['crew-check', {}],
    ['release-code', {}],
    ['wrongful-shut-off', { reason: 'x' }],
  ];
  const [happening, data, by] = random.pick(told);
  return { happening, data, ...(by ? { by } : {}) };
}

/** Whoever has the task, or somebody who may do it. */
export function workerOf(task: TaskState, random: Random): Actor {
  const holder = people.find(({ username }) => username === task.assignee);
  const able = people.filter(({ queue, role }) => queue === task.queue || role === 'supervisor');
  const { username, role } = (random.chance(0.9) && holder) || random.pick(able);
  return { kind: 'staff', name: username, role };
}

/** The usual outcome of a task, or now and then another one. */
export function outcomeOf(
  { kind, facts }: TaskState,
  definition: CaseDefinition,
  random: Random,
  now: number,
): FormValues {
  const usual = definition.tasks[kind]?.defaultOutcome(facts, '2027-01-01') ?? {};
  if (random.chance(0.8)) return usual;
  if (kind === 'shut-off') return { ending: random.pick(fieldEndings) };
  if (kind === 'confirm-payments') return { through: iso(now - random.pick(jumps)) };
  if (kind === 'order-review' && random.chance(0.7)) return byTelephone(random);
  return Object.fromEntries(
    Object.entries(usual).map(([key, value]) => [key, typeof value === 'boolean' ? !value : value]),
  );
}

function byTelephone(random: Random): FormValues {
  const calledBack = random.chance(0.8) ? { calledBack: '831-555-0100' } : {};
  return { approved: true, approver: random.pick(people).username, ...calledBack };
}
