import type { Case } from '../../kernel/index.ts';
import {
  type AdjustmentFound,
  approvalNeeded,
  type LeakCheck,
  leakFinding,
  type MeterTest,
  meterFinding,
  type Reread,
  type RereadFound,
  rereadFinding,
  type UsageFound,
  unexplainedFinding,
  usageOfPeriod,
} from './facts.ts';

/** A customer says that a bill shows more water than was used. */
export async function highConsumption(c: Case): Promise<void> {
  c.stage('usage');
  const usage = await c.step('usage', usageOfPeriod, {});
  if (usage.comparison === 'no-account') return await askWhichAccount(c);
  if (usage.comparison === 'usual') return await c.resolve('usual-use', { letter: 'decision', data: usage });

  c.stage('re-read');
  const reread = await rereadMeter(c, usage);
  if (reread.finding === 'misread') return await correct(c, 'misread', reread);

  c.stage('leak-check');
  const check = await c.handOff<LeakCheck>('leak-check', about(usage));
  if (check.leakFound || check.meterRunsWithAllShut) return await settleLeak(c);

  c.stage('meter-test');
  const test = await c.handOff<MeterTest>('meter-test', about(usage));
  const meter = await c.step('meter', meterFinding, { test });
  if (meter.verdict !== 'within') return await correct(c, `meter-${meter.verdict}`, meter);

  await settleUnexplained(c);
}

/** A register that cannot be read is tried a second time; then the leak check goes there anyway. */
async function rereadMeter(c: Case, usage: UsageFound): Promise<RereadFound> {
  const first = await c.handOff<Reread>('reread', about(usage));
  const found = await c.step('reread', rereadFinding, { reread: first });
  if (found.finding !== 'not-read') return found;
  const second = await c.handOff<Reread>('reread', about(usage));
  return await c.step('reread', rereadFinding, { reread: second });
}

/** The customer hears of the leak, has time to repair it, and gets what the written policy allows. */
async function settleLeak(c: Case): Promise<void> {
  c.write('findings', { finding: 'leak' });
  const proof = await c.waitFor('repair', ['repair-proof'], { calendarDays: 60 });
  const repairedOn = (proof.data.repairedOn as string | undefined) ?? null;
  const adjustment = await c.step('leak', leakFinding, { repairedOn });
  if (!adjustment.eligible) return await c.resolve('leak-not-adjusted', { letter: 'decision', data: adjustment });
  await correct(c, 'leak-adjusted', adjustment, 'leak-not-adjusted');
}

/** Nobody can say where the water went: once a year the office meets the customer half way, by approval. */
async function settleUnexplained(c: Case): Promise<void> {
  const adjustment = await c.step('unexplained', unexplainedFinding, {});
  if (!adjustment.eligible) return await c.resolve('unexplained', { letter: 'decision', data: adjustment });
  await correct(c, 'unexplained-adjusted', adjustment, 'unexplained', { always: true });
}

/** Approved where it must be, posted by accounting, told to the customer. A refusal ends with `refusedAs`. */
async function correct(
  c: Case,
  outcome: string,
  finding: Pick<AdjustmentFound, 'amount'> & object,
  refusedAs = 'unexplained',
  { always } = { always: false },
): Promise<void> {
  const { amount } = finding;
  c.stage('decision');
  if (isNothing(amount)) return await c.resolve(outcome, { letter: 'decision', data: finding });
  const approval = await c.step('approval', approvalNeeded, { amount, always });
  if (approval.needed && !(await c.approval({ about: outcome, amount }, approval.queue))) {
    return await c.resolve(refusedAs, { letter: 'decision', data: { refused: true } });
  }
  await c.handOff('post-correction', { about: outcome, amount });
  await c.resolve(outcome, { letter: 'decision', data: finding });
}

/** Without an account there is nothing to measure: customer service finds out which it is, and opens it anew. */
async function askWhichAccount(c: Case): Promise<void> {
  await c.handOff('call-customer', { about: 'which-account' });
  await c.waitFor('account', ['customer-reply'], { calendarDays: 30 });
  await c.resolve('withdrawn', { letter: null });
}

const about = ({ period, unit, meter, disputedReading }: UsageFound) => ({ period, unit, disputedReading, ...meter });

const isNothing = (amount: string): boolean => Number(amount) === 0;
