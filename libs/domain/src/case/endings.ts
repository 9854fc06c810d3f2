import type { Draft } from './draft.ts';
import { isWaitingForWork } from './state.ts';

/** What an ended case leaves nowhere: open tasks, and mail of the `audience` that has not gone out. */
export function withdrawOpenWork(draft: Draft, reason: string, audience: 'staff' | 'everyone'): void {
  for (const task of [...draft.state.tasks.values()].filter(isWaitingForWork)) {
    draft.emit('task-withdrawn', { taskId: task.id, step: task.step, reason });
  }
  for (const message of [...draft.state.messages.values()]) {
    if (message.state !== 'queued' || (audience === 'staff' && message.audience === 'customer')) continue;
    draft.emit('message-withdrawn', { messageId: message.messageId });
  }
  if (draft.state.collectionBar) draft.emit('collection-released', { reason });
}

/** Resolves the case: its decision still goes out to the customer, staff mail that waits does not. */
export function resolveCase(draft: Draft, ending: { outcome: string; note: string; step: string | null }): void {
  withdrawOpenWork(draft, `case resolved: ${ending.outcome}`, 'staff');
  draft.emit('case-resolved', ending);
}
