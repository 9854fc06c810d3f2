import type { CaseActivities, Progress } from './activities.ts';
import { Case } from './case.ts';
import { reviewReopened } from './review.ts';
import { Ended, Stale, Waiting } from './unwinding.ts';

export type Procedure = (c: Case) => Promise<void>;

/**
 * Runs the procedure from the top, over and over while the case moves, as far as it goes: what one branch did may be
 * what another waits for, so the last run is one that asked for nothing new.
 */
export async function advance(
  activities: CaseActivities,
  progress: Progress,
  procedures: Readonly<Record<string, Procedure>>,
): Promise<Progress> {
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
      if (reason instanceof Ended) return c.progress;
      if (!(reason instanceof Waiting || reason instanceof Stale)) throw reason;
      const rests = reason instanceof Waiting && c.view.seq === current.view.seq;
      current = c.progress;
      if (rests) return current;
    }
  }
  return current;
}

export function isEnded({ view }: Progress): boolean {
  return view.status !== 'open' && view.status !== 'on-hold';
}
