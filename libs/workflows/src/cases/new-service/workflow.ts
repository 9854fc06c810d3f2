import type { Case } from '../../kernel/index.ts';
import {
  activateInRegister,
  approvalNeeded,
  debtsInRegister,
  enterInRegister,
  meterInRegister,
  placeInRouteBook,
  readiness,
  type Standing,
  standing,
} from './facts.ts';
import { settle } from './settlement.ts';

/** An owner or tenant applies for water: from the application to the first read, and the money settled to the cent. */
export async function newService(c: Case): Promise<void> {
  if (c.view.happened.includes('withdrawn')) return await settle(c, 'withdrawn');
  if (c.view.happened.includes('payment-overdue')) return await settle(c, 'lapsed');

  await answerApplication(c);
  await decideMeter(c);
  await agreeOnCost(c);
  do {
    await prepareSite(c);
  } while (!(await install(c)));
  await setMeter(c);
  await activate(c);
  await settle(c, 'active');
}

/** May the applicant be served, and is there water? Both are asked at once; the answer is due within ten business days. */
async function answerApplication(c: Case): Promise<void> {
  c.stage('application');
  const debts = await c.step('debts', debtsInRegister, {});
  const { brief } = await ask(c);
  await c.all(
    () => c.branch('desk', async (desk) => void (await desk.handOff('eligibility-check', { ...brief, ...debts }))),
    () => c.branch('engineering', async (engineers) => void (await engineers.handOff('availability-check', brief))),
  );
  for (;;) {
    const s = await ask(c);
    if (s.verdict === 'granted') return;
    if (s.verdict === 'incomplete') await completeApplication(c);
    else await answerRefusal(c, s);
  }
}

/** The applicant hands in what is lacking, or the application lapses. */
async function completeApplication(c: Case): Promise<void> {
  c.stage('incomplete');
  c.write('incomplete');
  for (;;) {
    const s = await ask(c);
    const word = await untilHeard(c, s, s.endsAt);
    if (word.by === 'time') return await settle(c, 'lapsed');
    if (word.kind === 'documents') break;
  }
  const debts = await c.step('debts', debtsInRegister, {});
  const { brief } = await ask(c);
  await c.handOff('eligibility-check', { ...brief, ...debts });
}

/** A refusal names its rules, may be appealed, and falls when its reason does. Another person than the decider reviews it. */
async function answerRefusal(c: Case, s: Standing): Promise<void> {
  if (!s.appeal) return await refuse(c);
  if (s.appeal === 'pending') return void (await c.request('refusal-review', s.brief));
  if (s.appeal === 'denied') return await settle(c, 'refused');
  const word = await untilHeard(c, s, s.endsAt);
  if (word.by === 'time') await settle(c, 'refused');
}

/** What a specialist I would refuse is approved by another; without approval the desk looks again. */
async function refuse(c: Case): Promise<void> {
  const approval = await c.step('approval', approvalNeeded, { amount: '0.00', always: false });
  if (approval.needed && !(await c.approval({ about: 'refusal' }, approval.queue))) {
    const { brief } = await ask(c);
    return void (await c.handOff('eligibility-check', brief));
  }
  c.stage('refused');
  c.write('refusal');
}

/** Engineering decides location, type and size, once the design deposit is paid. */
async function decideMeter(c: Case): Promise<void> {
  c.stage('deposit');
  c.write('will-serve');
  const { brief } = await collect(c);
  c.stage('design');
  await c.handOff('meter-design', brief);
}

/** An estimate by line, accepted while it holds; one that has lapsed is made anew. */
async function agreeOnCost(c: Case): Promise<void> {
  for (;;) {
    c.stage('estimate');
    const { brief } = await ask(c);
    await c.handOff('cost-estimate', brief);
    c.write('estimate');
    const answer = await answerToEstimate(c);
    if (answer === 'accepted') return;
    if (answer !== 'asked-anew') return await settle(c, answer);
  }
}

async function answerToEstimate(c: Case): Promise<'accepted' | 'declined' | 'asked-anew' | 'lapsed'> {
  for (;;) {
    const s = await ask(c);
    if (s.estimate === 'accepted' || s.estimate === 'declined' || s.estimate === 'asked-anew') return s.estimate;
    if (isOwed(s.due)) await collect(c);
    else if (s.estimate === 'open') await c.request('customer-answer', s.brief);
    else if ((await untilHeard(c, s, s.endsAt)).by === 'time') return 'lapsed';
  }
}

/** Everything is paid, permitted and appointed before a crew goes out. */
async function prepareSite(c: Case): Promise<void> {
  c.stage('payment');
  for (;;) {
    const s = await ask(c);
    if (s.verdict === 'refused') await answerRefusal(c, s);
    else if (isOwed(s.due)) await collect(c);
    else if (s.permit === 'needed') await c.request('permit', s.brief);
    else if (!s.appointmentAt) await c.request('appointment', s.brief);
    else if ((await untilHeard(c, s, s.appointmentAt)).by === 'time') return;
  }
}

/** True when the work is done and inspected; without access, or when it stopped, there is another appointment. */
async function install(c: Case): Promise<boolean> {
  c.stage('installation');
  const { brief } = await ask(c);
  const visit = await c.request<{ ending: string }>('installation', brief);
  return visit.granted && visit.outcome.ending === 'done';
}

/** The meter is set and read, all being paid; a serial number that the register has on another account is looked at again. */
async function setMeter(c: Case): Promise<void> {
  for (;;) {
    const { brief } = await collect(c);
    const set = await c.request('meter-set', brief);
    if (set.granted && (await c.step('meter', meterInRegister, {})).meter === 'free') return;
  }
}

/** In the route book, in the register, active, welcome; water to a field only with its Reclamation forms. */
async function activate(c: Case): Promise<void> {
  c.stage('activation');
  const place = await c.step('place', placeInRouteBook, {});
  await c.handOff('route-book', place);
  while ((await c.step('ready', readiness, {})).backflowTest === 'needed') await c.handOff('backflow-test', {});
  const entered = await c.step('enter', enterInRegister, {});
  await c.handOff('activate-account', entered);
  await c.step('activate', activateInRegister, {});
  c.write('welcome');
  const { reclamation } = await c.step('ready', readiness, {});
  if (reclamation === 'not-needed') return;
  if (reclamation === 'forms-lacking') await c.handOff('rra-acceptance', {});
  await c.handOff('open-turnout', entered);
}

/** Until everything that is due now is paid: to the cashier, or as a payment comes in. Where the application stands then. */
async function collect(c: Case): Promise<Standing> {
  for (;;) {
    const s = await ask(c);
    if (!isOwed(s.due)) return s;
    await c.request('collect-payment', s.brief);
  }
}

const ask = (c: Case) => c.step('standing', standing, {});

const untilHeard = (c: Case, { heard }: Standing, at: string | undefined) =>
  c.waitFor('word', 'anything', at ? { at } : null, { after: heard });

const isOwed = (amount: string): boolean => Number(amount) > 0;
