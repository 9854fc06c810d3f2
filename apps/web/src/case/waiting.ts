import type { Case, CaseEvent, Task } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';
import { age, momentInWords } from '../words/time.ts';
import type { Names } from './names.ts';
import { either } from './sentences.ts';

export type WaitsOn = 'nobody' | 'hold' | 'department' | 'world' | 'procedure' | 'ended';

export interface Waiting {
  readonly on: WaitsOn;
  readonly words: string;
}

/** What the case waits for, each in a sentence: people first, then the world outside. */
export function waitingOf(subject: Case, events: readonly CaseEvent[], names: Names, now: number): Waiting[] {
  if (subject.status !== 'open' && subject.status !== 'on-hold') return [ended(subject, names, now)];
  const found = [
    ...(subject.status === 'on-hold' ? [hold(events, now)] : []),
    ...openTasks(subject).map((task) => department(task, events, now)),
    ...openWaits(events).map((wait) => world(wait, names, now)),
  ];
  if (found.length > 0) return found;
  return [{ on: 'procedure', words: 'Waits for nobody: the procedure is at work on the next step.' }];
}

export const openTasks = (subject: Pick<Case, 'tasks'>): Task[] =>
  (subject.tasks ?? []).filter(({ status }) => status === 'open' || status === 'claimed');

function ended(subject: Case, names: Names, now: number): Waiting {
  const at = subject.closedAt ?? subject.resolvedAt;
  const when = at ? ` ${momentInWords(at, now)}` : '';
  const outcome = subject.outcome ? `: ${names.outcome(subject.outcome)}` : '';
  return { on: 'ended', words: `${humanise(subject.status)}${when}${outcome}.` };
}

function hold(events: readonly CaseEvent[], now: number): Waiting {
  const held = events.findLast(({ type }) => type === 'held');
  if (!held) return { on: 'hold', words: 'On hold.' };
  const end =
    typeof held.data.until === 'string' ? `until ${momentInWords(held.data.until, now)}` : 'until someone resumes it';
  return { on: 'hold', words: `On hold since ${momentInWords(held.at, now)}, ${end}: ${String(held.data.reason)}` };
}

function department(task: Task, events: readonly CaseEvent[], now: number): Waiting {
  const opened = events.find(({ type, data }) => type === 'task-opened' && data.taskId === task.id);
  const since = opened ? ` since ${age(opened.at, now)}` : '';
  const holder = task.assignee ? ` (${task.assignee})` : '';
  return {
    on: 'department',
    words: `Waits for ${humanise(task.queue)}${holder}${since}: ${task.title}${due(task, now)}.`,
  };
}

function due(task: Task, now: number): string {
  if (!task.dueAt) return '';
  const late = Date.parse(task.dueAt) < now;
  return `; ${late ? 'was due' : 'due'} ${momentInWords(task.dueAt, now)}`;
}

/** The waits that began and have not ended. */
function openWaits(events: readonly CaseEvent[]): CaseEvent[] {
  const endedSteps = new Set(events.filter(({ type }) => type === 'wait-ended').map(({ data }) => data.step));
  const lastCycle = events.findLastIndex(({ type }) => type === 'case-reopened' || type === 'case-retyped');
  return events.slice(lastCycle + 1).filter(({ type, data }) => type === 'wait-begun' && !endedSteps.has(data.step));
}

function world(wait: CaseEvent, names: Names, now: number): Waiting {
  const kinds = Array.isArray(wait.data.kinds) ? wait.data.kinds.map((kind) => names.happening(String(kind))) : [];
  const end = typeof wait.data.until === 'string' ? `at the latest until ${momentInWords(wait.data.until, now)}` : null;
  const what = kinds.length > 0 ? `until ${either(kinds)}` : null;
  return { on: 'world', words: `Waits ${[what, end].filter(Boolean).join(', ')} (since ${age(wait.at, now)}).` };
}
