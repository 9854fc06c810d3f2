import type { Case, CaseEvent, CaseType } from '../api/types.ts';
import { humanise, inWords } from '../words/humanise.ts';

/** The titles behind the names in a case's events, by its type's definition and by the events themselves. */
export interface Names {
  task(kind: string): string;
  taskById(id: string): string;
  stage(name: string): string;
  outcome(name: string): string;
  happening(kind: string): string;
  field(name: string): string;
  receiver(messageId: string): string;
  /** A value in words: a file of the case by its name. */
  value(value: unknown): string;
}

export function namesOf(type: CaseType | undefined, events: readonly CaseEvent[]): Names {
  const task = (kind: string) => type?.tasks.find((one) => one.kind === kind)?.title ?? humanise(kind);
  const kinds = new Map(
    events.filter(({ type }) => type === 'task-opened').map(({ data }) => [data.taskId, String(data.kind)]),
  );
  const sent = new Map(
    events.filter(({ type }) => type === 'message-queued').map(({ data }) => [data.messageId, data]),
  );
  const files = new Map(
    events.filter(({ type }) => type === 'attachment-added').map(({ data }) => [data.attachmentId, `“${data.name}”`]),
  );
  return {
    task,
    taskById: (id) => task(kinds.get(id) ?? 'task'),
    stage: (name) => titleIn(type?.stages, name),
    outcome: (name) => titleIn(type?.outcomes, name),
    happening: (kind) => type?.happenings.find((one) => one.kind === kind)?.title ?? humanise(kind),
    field: (name) => fieldTitle(type, name),
    receiver: (messageId) => receiverOf(sent.get(messageId)),
    value: (value) => files.get(value) ?? inWords(value),
  };
}

const titleIn = (named: readonly { name: string; title: string }[] | undefined, name: string): string =>
  named?.find((one) => one.name === name)?.title ?? humanise(name);

/** The title that any form of the type gives to a field of this name. */
function fieldTitle(type: CaseType | undefined, name: string): string {
  const forms = type
    ? [type.intakeForm, ...type.tasks.map(({ form }) => form), ...type.happenings.map(({ form }) => form)]
    : [];
  return forms.map((form) => form.properties?.[name]?.title).find(Boolean) ?? humanise(name);
}

function receiverOf(message: Record<string, unknown> | undefined): string {
  const to = message?.to as { name?: string; address?: string } | undefined;
  return to?.name ?? to?.address ?? 'the customer';
}

/** The outcome of a case in words, or null while it has none. */
export const outcomeWords = (subject: Pick<Case, 'outcome'>, names: Names): string | null =>
  subject.outcome ? names.outcome(subject.outcome) : null;
