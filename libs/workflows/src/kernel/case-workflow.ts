import {
  condition,
  continueAsNew,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseActivities, Progress } from './activities.ts';
import { Case } from './case.ts';
import { reviewReopened } from './review.ts';
import { nudge } from './signals.ts';
import { Ended, Stale, Waiting } from './unwinding.ts';

export type Procedure = (c: Case) => Promise<void>;

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
      progress = await advance(progress, procedures);
      const { view } = progress;
      await activities.caughtUp(caseId, view.seq);
      const moved = () => nudgedTo > view.seq;
      if (isEnded(progress) && !moved()) return;
      if (workflowInfo().continueAsNewSuggested && !moved()) await continueAsNew<typeof runCase>(caseId);
      progress = await sleepUntilMoved(caseId, progress, moved);
    }
  };
}

/** Runs the procedure from the top, over and over while the case moves under it, as far as it goes. */
async function advance(progress: Progress, procedures: Readonly<Record<string, Procedure>>): Promise<Progress> {
  let current = progress;
  while (!isEnded(current)) {
    const c = new Case(activities, { ...current, stale: false, refused: null });
    try {
      const { type, reopened } = c.view;
      const procedure = reopened ? reviewReopened : procedures[type];
      await procedure?.(c);
      await c.flush();
      return c.progress;
    } catch (reason) {
      if (reason instanceof Waiting || reason instanceof Ended) return c.progress;
      if (!(reason instanceof Stale)) throw reason;
      current = c.progress;
    }
  }
  return current;
}

async function sleepUntilMoved(caseId: string, { nextDeadline, wakeInMs }: Progress, moved: () => boolean): Promise<Progress> {
  if (nextDeadline === null || wakeInMs === null) await condition(moved);
  else if (!(await condition(moved, Math.max(1, wakeInMs)))) return await activities.tick(caseId, nextDeadline);
  return await activities.look(caseId);
}

function isEnded({ view }: Progress): boolean {
  return view.status !== 'open' && view.status !== 'on-hold';
}
