import {
  continueAsNew,
  ParentClosePolicy,
  proxyActivities,
  sleep,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { CampaignActivities } from './campaign-activities.ts';

const retry = { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' } as const;
const { beginCampaign, planCampaign } = proxyActivities<CampaignActivities>({
  startToCloseTimeout: '5 minutes',
  retry,
});
/** A worker that is killed within a part is missed after half a minute; the part was then opened whole or not at all. */
const { openFilings } = proxyActivities<CampaignActivities>({ startToCloseTimeout: '30 seconds', retry });

const PARTS_A_RUN = 40;

/** One landholder's case after another, no faster than the rate; where it is stands in the record, not here. */
export async function rraCampaign(formYear: number): Promise<void> {
  await planCampaign(formYear);
  for (let part = 1; ; part++) {
    const { left, pauseMs } = await openFilings(formYear);
    if (left === 0) return;
    await sleep(pauseMs);
    if (part >= PARTS_A_RUN || workflowInfo().continueAsNewSuggested) await continueAsNew<typeof rraCampaign>(formYear);
  }
}

/** By the calendar: the campaign of the year whose forms are posted. One that runs already goes on alone. */
export async function yearlyRraCampaign(): Promise<void> {
  const formYear = await beginCampaign();
  const once = { workflowId: `rra-campaign:${formYear}`, parentClosePolicy: ParentClosePolicy.ABANDON };
  try {
    await startChild(rraCampaign, { ...once, args: [formYear] });
  } catch (error) {
    if ((error as Error).name !== 'WorkflowExecutionAlreadyStartedError') throw error;
  }
}
