import { maySee, type Role, roleMay } from '@headgate/domain/people';
import type { FeedEntry } from '@headgate/persistence';

/** One message of the stream. Its id is where a stream that was cut off goes on. */
export interface LiveMessage {
  readonly id: number;
  readonly event: 'case' | 'task' | 'dashboard';
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a role is told of what the record has newly: the cases that it sees, each once, and the tasks in them. */
export function messagesFor(role: Role, entries: readonly FeedEntry[]): LiveMessage[] {
  const seen = entries.filter((entry) => maySee(role, entry.involved));
  const latest = new Map<string, LiveMessage>();
  for (const entry of seen) {
    renew(latest, `case ${entry.caseId}`, caseMessage(entry));
    if (entry.taskId) renew(latest, `task ${entry.taskId}`, taskMessage(entry, entry.taskId));
  }
  return [...latest.values()];
}

function renew(messages: Map<string, LiveMessage>, key: string, message: LiveMessage): void {
  messages.delete(key);
  messages.set(key, message);
}

const caseMessage = ({ position, caseId, number, version, status, queue, assignee, type }: FeedEntry): LiveMessage => ({
  id: position,
  event: 'case',
  data: { id: caseId, number, version, status, queue, assignee, because: type },
});

const taskMessage = ({ position, caseId, number, type }: FeedEntry, taskId: string): LiveMessage => ({
  id: position,
  event: 'task',
  data: { id: taskId, caseId, caseNumber: number, because: type },
});

export const seesBoard = (role: Role): boolean => roleMay(role, 'board.read');

export const written = ({ id, event, data }: LiveMessage): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
