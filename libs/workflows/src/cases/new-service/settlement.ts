import type { Case } from '../../kernel/index.ts';
import { approvalNeeded, moneyStanding } from './facts.ts';

export type Ending = 'active' | 'refused' | 'declined' | 'withdrawn' | 'lapsed';

/**
 * However an application ends, what was paid is compared with what was really done: the rest is refunded, a difference
 * is billed where another person approves it.
 */
export async function settle(main: Case, outcome: Ending): Promise<void> {
  await main.branch('settlement', async (c) => {
    c.stage('settlement');
    await reportCosts(c);
    const { refund, due } = await c.step('money', moneyStanding, {});
    if (isAny(refund)) await c.handOff('pay-refund', { amount: refund });
    if (isAny(due)) await billDifference(c, due);
    await c.resolve(outcome);
  });
}

async function reportCosts(c: Case): Promise<void> {
  const { costs, brief } = await c.step('money', moneyStanding, {});
  if (costs === 'to-be-reported') await c.handOff('report-costs', brief);
}

async function billDifference(c: Case, amount: string): Promise<void> {
  const { queue } = await c.step('approval', approvalNeeded, { amount, always: true });
  if (await c.approval({ about: 'difference', amount }, queue)) await c.handOff('bill-difference', { amount });
}

const isAny = (amount: string): boolean => Number(amount) > 0;
