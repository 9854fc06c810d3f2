import {
  type CaseDefinition,
  type CaseState,
  escalationKey,
  type Office,
  sharedTasks,
  type TaskState,
} from '@headgate/domain/case';
import type { Form, FormValues } from '@headgate/domain/forms';
import { type Clock, readClocksOnly } from '@headgate/domain/sla';
import type { Instant } from '@headgate/domain/time';
import type { AccountPlace } from '@headgate/persistence';
import { z } from 'zod';

/** What a case is told with: the office's book and definitions, the instant, and where its account is. */
export interface Telling {
  readonly office: Office;
  readonly now: Instant;
  readonly places: ReadonlyMap<string, AccountPlace>;
}

export function clocksOf(state: CaseState, { office, now }: Pick<Telling, 'office' | 'now'>): readonly Clock[] {
  return readClocksOnly(state.history, office.book, now);
}

/** A case as lists show it. */
export function caseRow(state: CaseState, clocks: readonly Clock[]) {
  return {
    id: state.id,
    number: state.number,
    type: state.type,
    subject: state.subject,
    status: state.status,
    stage: state.stage,
    priority: state.priority,
    channel: state.channel,
    accountNumber: state.accountNumber,
    requester: state.requester,
    queue: state.queue,
    assignee: state.assignee,
    openedAt: state.openedAt,
    resolvedAt: state.resolvedAt,
    closedAt: state.closedAt,
    outcome: state.outcome,
    hold: holdJson(state),
    clocks,
    version: state.seq,
  };
}

/** The whole case as it stands at this instant. */
export function caseJson(state: CaseState, telling: Telling) {
  const clocks = clocksOf(state, telling);
  const tasks = [...state.tasks.values()].map((task) => taskJson(state, task, clocks, telling));
  return {
    ...caseRow(state, clocks),
    description: state.description,
    details: state.details,
    tasks,
    cycle: state.cycle,
    collectionBar: state.collectionBar,
    acknowledgedAt: state.acknowledgedAt,
    policy: state.policy,
    escalated: escalatedClocks(state, clocks),
  };
}

/** A hold with its reason of the list, the return that is expected, and when it ends by itself. */
function holdJson({ hold }: CaseState) {
  if (!hold) return null;
  const { reason, until, code = 'other', endsAt = until } = hold;
  return { reason, until, code, endsAt };
}

/** The clocks that run and of which a rung is recorded: what an acknowledgement may be of. */
function escalatedClocks({ escalations }: CaseState, clocks: readonly Clock[]) {
  const keys = [...escalations];
  return clocks
    .filter(
      (clock) => clock.stoppedAt === null && keys.some((key) => key.startsWith(escalationKey({ ...clock, level: '' }))),
    )
    .map(({ metric, scope }) => ({ metric, scope }));
}

export function taskJson(state: CaseState, task: TaskState, clocks: readonly Clock[], { office, places }: Telling) {
  const definition = taskDefinitionOf(office.definition(state.type), task.kind);
  const clock = clocks.findLast(({ scope }) => scope === task.id) ?? null;
  return {
    id: task.id,
    caseId: state.id,
    caseNumber: state.number,
    caseType: state.type,
    subject: state.subject,
    kind: task.kind,
    title: definition?.title ?? task.kind,
    help: definition?.help ?? null,
    queue: task.queue,
    assignee: task.assignee,
    status: task.status,
    visit: task.visit,
    askedBy: task.askedBy,
    form: definition ? formSchema(definition.form) : {},
    facts: { ...placeFacts(places.get(state.accountNumber ?? '')), ...task.facts },
    outcome: task.outcome,
    reason: task.reason,
    openedAt: task.openedAt,
    endedAt: task.endedAt,
    dueAt: clock?.dueAt ?? null,
    clock,
  };
}

export const taskDefinitionOf = (definition: CaseDefinition | null, kind: string) =>
  definition?.tasks[kind] ?? sharedTasks[kind] ?? null;

/** What a crew needs beside the procedure's own facts: where to go, and which meter is there. */
function placeFacts(place: AccountPlace | undefined): FormValues {
  if (!place) return {};
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== null && value !== ''));
}

const schemas = new WeakMap<Form, Record<string, unknown>>();

/** A form as JSON Schema: a flat object that refuses unknown keys. */
export function formSchema(form: Form): Record<string, unknown> {
  let schema = schemas.get(form);
  if (!schema) {
    schema = z.toJSONSchema(form.strict(), { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>;
    schemas.set(form, schema);
  }
  return schema;
}
