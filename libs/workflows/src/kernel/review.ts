import type { Case } from './case.ts';

/** A reopened case is looked at anew by customer service, which ends it. */
export async function reviewReopened(c: Case): Promise<void> {
  c.stage('review');
  const { outcome } = await c.handOff<{ outcome: string }>('review', { lastOutcome: c.view.lastOutcome });
  await c.resolve(outcome);
}
