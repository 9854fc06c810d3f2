import { isWaitingForWork } from '../../../case/index.ts';
import type { FormValues } from '../../../forms/index.ts';
import type { Random } from './random.ts';
import { crew, customer, people, supervisor } from './staff.ts';
import type { World } from './world.ts';

/** What is left out or comes between, one at a time; everything else is done as the law wants it. */
const disturbances = [
  'nothing',
  'paid',
  'sixtieth-day',
  'due-today',
  'no-contact',
  'sixth-business-day',
  'no-notice',
  'notice-too-early',
  'fourteenth-day',
  'no-last-word',
  'short-last-word',
  'tenants-not-told',
  'language-missing',
  'appeal',
  'dispute',
  'extension',
  'medical',
  'arrangement',
  'stay',
  'stale-money',
  'lunch-hour',
  'one-approval',
  'next-day',
  'no-check',
  'no-fields',
] as const;
type Disturbance = (typeof disturbances)[number];

const heard: Partial<Record<Disturbance, readonly [string, FormValues][]>> = {
  paid: [['payment', { amount: '100.00' }]],
  appeal: [['appeal', { by: 'x' }]],
  dispute: [['dispute', { text: 'x' }]],
  extension: [['extension', { until: '2027-06-02' }]],
  medical: [
    ['medical-certificate', { provider: 'x' }],
    ['inability-to-pay', { basis: 'wic' }],
    ['willing-to-arrange', {}],
  ],
  arrangement: [['arrangement', { instalments: [{ on: '2027-07-01', amount: '100.00' }] }]],
  stay: [['stay', { kind: 'bankruptcy' }]],
};

const at = (local: string): number => Date.parse(`${local}-07:00`);

/** Goes straight for an order on 2 June 2027, with one thing wrong: what a hole in the law lets through is soon found. */
export function approach(world: World, random: Random): void {
  const wrong = random.pick(disturbances);
  const service = random.pick(['residential', 'residential', 'irrigation', 'non-residential'] as const);
  open(world, service, wrong);
  tell(world, wrong);
  world.now = at(wrong === 'lunch-hour' ? '2027-06-02T12:10:00' : '2027-06-02T10:00:00');
  for (const [happening, data] of heard[wrong] ?? []) world.happen(happening, data, customer);
  if (wrong === 'paid') world.attempt({ kind: 'reopen', reason: 'x' }, supervisor);
  order(world, wrong);
  shut(world, wrong);
}

function open(world: World, service: string, wrong: Disturbance): void {
  world.now = at('2027-04-05T09:00:00');
  const dueOn = { 'sixtieth-day': '2027-04-03', 'due-today': '2027-06-02' } as const;
  world.open({
    service,
    dwelling: service === 'residential' ? 'yes' : 'no',
    amount: '100.00',
    billedOn: '2027-03-02',
    dueOn: wrong === 'sixtieth-day' || wrong === 'due-today' ? dueOn[wrong] : '2027-04-01',
    mailingDiffers: false,
    tenantOccupied: wrong === 'tenants-not-told',
  });
}

function tell(world: World, wrong: Disturbance): void {
  if (wrong === 'notice-too-early') {
    world.now = at('2027-03-20T10:00:00');
    world.write('ten-day-notice', 'customer', true);
  }
  world.now = at(wrong === 'sixth-business-day' ? '2027-05-24T10:00:00' : '2027-04-05T09:30:00');
  if (wrong !== 'no-contact')
    for (const letter of ['written-notice', 'irrigation-notice']) world.write(letter, 'customer', true);
  world.write('landowner-notice', 'landowner', true);
  world.now = at(wrong === 'fourteenth-day' ? '2027-05-19T10:00:00' : '2027-05-10T10:00:00');
  if (wrong !== 'no-notice' && wrong !== 'notice-too-early')
    world.write('ten-day-notice', 'customer', wrong !== 'language-missing');
  world.now = at(wrong === 'short-last-word' ? '2027-06-01T10:00:01' : '2027-06-01T09:00:00');
  if (wrong !== 'no-last-word') work(world, 'final-contact', 'specialist3', { reached: true });
}

function order(world: World, wrong: Disturbance): void {
  if (wrong !== 'no-fields') {
    work(world, 'field-check', 'operations', { cropAtRisk: false, livestockAtRisk: false });
  }
  const approvers = wrong === 'one-approval' ? ['supervisor'] : ['specialist3', 'supervisor'];
  for (const username of approvers) work(world, 'order-review', username, { approved: true });
  const through = wrong === 'stale-money' ? { through: '2027-06-01T17:00:00-07:00' } : {};
  work(world, 'confirm-payments', 'accounting', through);
  world.handOff('shut-off');
}

function shut(world: World, wrong: Disturbance): void {
  const task = [...world.at.tasks.values()].find((each) => each.kind === 'shut-off' && isWaitingForWork(each));
  if (!task) return;
  if (wrong === 'no-check') world.attempt({ kind: 'claim', taskId: task.id }, crew);
  if (wrong === 'no-check') world.passTime(16 * 60_000);
  if (wrong === 'next-day') {
    world.now = at('2027-06-03T10:00:00');
    world.happen('payments-through', {}, customer);
  }
  world.attempt({ kind: 'complete', taskId: task.id, outcome: { ending: 'done' } }, crew);
}

function work(world: World, kind: string, username: string, outcome: FormValues): void {
  world.handOff(kind);
  const task = [...world.at.tasks.values()].find((each) => each.kind === kind && isWaitingForWork(each));
  const person = people.find((one) => one.username === username);
  if (!task || !person) return;
  world.attempt({ kind: 'complete', taskId: task.id, outcome }, { kind: 'staff', name: username, role: person.role });
}
