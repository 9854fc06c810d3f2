import { condition, continueAsNew, proxyLocalActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { CaseActivities, Progress } from './activities.ts';
import { advance, isEnded, type Procedure } from './advance.ts';
import { nudge } from './signals.ts';

const activities = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/**
 * One workflow for each case, whatever its type. It holds no state of its own: it runs the type's procedure over the
 * record, and sleeps until a nudge says that the record moved, or the record's next deadline comes.
 */
export function caseWorkflow(procedures: Readonly<Record<string, Procedure>>) {
  return async function runCase(caseId: string): Promise<void> {
    let nudgedTo = 0;
    setHandler(nudge, (seq) => {
      nudgedTo = Math.max(nudgedTo, seq);
    });
    let progress = await activities.look(caseId);
    for (;;) {
      progress = await advance(activities, progress, procedures);
      const { view } = progress;
      await activities.caughtUp(caseId, view.seq);
      const moved = () => nudgedTo > view.seq;
      if (isEnded(progress) && !moved()) return;
      if (workflowInfo().continueAsNewSuggested && !moved()) await continueAsNew<typeof runCase>(caseId);
      progress = await sleepUntilMoved(caseId, progress, moved);
    }
  };
}

async function sleepUntilMoved(
  caseId: string,
  { nextDeadline, wakeInMs }: Progress,
  moved: () => boolean,
): Promise<Progress> {
  if (nextDeadline === null || wakeInMs === null) await condition(moved);
  else if (!(await condition(moved, Math.max(1, wakeInMs)))) return await activities.tick(caseId, nextDeadline);
  return await activities.look(caseId);
}
