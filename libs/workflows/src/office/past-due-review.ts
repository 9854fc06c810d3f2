import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { OfficeActivities } from './activities.ts';

const { openDelinquencies } = proxyActivities<OfficeActivities>({
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '5 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** The monthly look at every account, some at a time; answers how many cases it opened. */
export async function pastDueReview(after: string | null = null, openedBefore = 0): Promise<number> {
  let opened = openedBefore;
  let next: string | null = after;
  do {
    const batch = await openDelinquencies(next);
    opened += batch.opened;
    next = batch.next;
    if (next !== null && workflowInfo().continueAsNewSuggested) await continueAsNew<typeof pastDueReview>(next, opened);
  } while (next !== null);
  return opened;
}
