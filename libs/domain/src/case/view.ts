import { type FormValues, withoutPersonal } from '../forms/index.ts';
import type { CaseDefinition } from './definition.ts';
import { sharedTasks } from './shared-tasks.ts';
import type { CaseState, CaseStatus, TaskState } from './state.ts';

/** How far a step has come. `outcome` holds ids, codes and figures only: it travels in workflow payloads. */
export type StepView =
  | { readonly state: 'pending' }
  | { readonly state: 'done'; readonly outcome: unknown }
  | { readonly state: 'returned' }
  | { readonly state: 'withdrawn' };

/** A case as its procedure sees it: no names, addresses or free text. */
export interface CaseView {
  readonly id: string;
  readonly type: string;
  readonly status: CaseStatus;
  readonly cycle: number;
  /** The cycle began by reopening: earlier outcomes are facts, and a person looks first. */
  readonly reopened: boolean;
  readonly seq: number;
  readonly lastOutcome: string | null;
  readonly details: FormValues;
  readonly steps: Readonly<Record<string, StepView>>;
  readonly happened: readonly string[];
}

/** The outcome of a step that is neither a task nor a wait, a task's or wait's state, or undefined for an unknown step. */
export function stepOf(state: CaseState, step: string): unknown {
  if (state.steps.has(step)) return state.steps.get(step);
  return [...state.tasks.values()].find((task) => task.step === step) ?? state.waits.get(step);
}

export function viewOf(state: CaseState, definition: CaseDefinition): CaseView {
  const prefix = `c${state.cycle}/`;
  const steps: Record<string, StepView> = {};
  for (const [step, outcome] of state.steps) if (step.startsWith(prefix)) steps[step] = { state: 'done', outcome };
  for (const task of state.tasks.values())
    if (task.step.startsWith(prefix)) steps[task.step] = taskStep(task, definition);
  for (const wait of state.waits.values())
    if (wait.step.startsWith(prefix)) steps[wait.step] = waitStep(wait, definition);
  return {
    id: state.id,
    type: state.type,
    status: state.status,
    cycle: state.cycle,
    reopened: state.reopened,
    seq: state.seq,
    lastOutcome: state.lastOutcome,
    details: withoutPersonal(definition.intakeForm, state.details),
    steps,
    happened: state.happenings.filter((h) => h.cycle === state.cycle).map((h) => h.kind),
  };
}

function taskStep(task: TaskState, definition: CaseDefinition): StepView {
  const form = (definition.tasks[task.kind] ?? sharedTasks[task.kind])?.form;
  switch (task.status) {
    case 'open':
    case 'claimed':
      return { state: 'pending' };
    case 'withdrawn':
      return { state: 'withdrawn' };
    case 'returned':
      return { state: 'returned' };
    case 'done':
      return { state: 'done', outcome: form ? withoutPersonal(form, task.outcome ?? {}) : {} };
    default:
      return task.status satisfies never;
  }
}

type Wait = CaseState['waits'] extends Map<string, infer W> ? W : never;

function waitStep(wait: Wait, definition: CaseDefinition): StepView {
  if (!wait.ended) return { state: 'pending' };
  const form = wait.ended.kind ? definition.happenings[wait.ended.kind]?.form : undefined;
  const data = form ? withoutPersonal(form, wait.ended.data) : {};
  return { state: 'done', outcome: { by: wait.ended.by, kind: wait.ended.kind, data } };
}
