import { type CaseDefinition, type CaseState, sharedTasks } from '../case/index.ts';
import type { Form } from '../forms/index.ts';

/** What somebody looks for in the papers of a case. */
export interface Checklist {
  readonly title: string;
  readonly items: readonly string[];
}

/**
 * What the papers of a case are held against: the form of each task that is open, by the titles of its fields; with no
 * task open, what the intake form asks.
 */
export function checklistsOf(state: CaseState, definition: CaseDefinition): Checklist[] {
  const open = [...state.tasks.values()].filter(({ status }) => status === 'open' || status === 'claimed');
  const asked = open.flatMap(({ kind }) => {
    const task = definition.tasks[kind] ?? sharedTasks[kind];
    return task ? [{ title: task.title, items: titlesOf(task.form) }] : [];
  });
  return asked.length > 0 ? asked : [{ title: definition.title, items: titlesOf(definition.intakeForm) }];
}

const titlesOf = (form: Form): string[] =>
  Object.entries(form.shape).map(
    ([name, field]) => (field as { meta(): { title?: string } | undefined }).meta()?.title ?? name,
  );
