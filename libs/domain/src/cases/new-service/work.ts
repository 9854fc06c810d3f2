import { type Draft, isWaitingForWork, writeLetter } from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';

/** Takes back work that is no longer wanted: of these kinds, or all of it. */
export function withdrawTasks(draft: Draft, kinds: readonly string[] | 'all', reason: string): void {
  for (const task of [...draft.state.tasks.values()].filter(isWaitingForWork)) {
    if (kinds !== 'all' && !kinds.includes(task.kind)) continue;
    draft.emit('task-withdrawn', { taskId: task.id, step: task.step, reason });
  }
}

/** Writes to the applicant at once, in the transaction of what happened. */
export function tell(draft: Draft, letter: string, data: FormValues = {}): void {
  writeLetter(draft, { letter: `new-service/${letter}`, data });
}
