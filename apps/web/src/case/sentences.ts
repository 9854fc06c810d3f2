import type { EventData, EventType } from '@headgate/domain/case';
import type { Actor, CaseEvent } from '../api/types.ts';
import { metricTitle } from '../sla/chip.ts';
import { humanise } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';
import type { Names } from './names.ts';

/** What a reader of the timeline may want to see alone. */
export const timelineKinds = ['messages', 'notes', 'hand-offs', 'clocks', 'case', 'workings'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export interface Sentence {
  readonly kind: TimelineKind;
  /** What was done, to be read after the name of who did it. */
  readonly does: string;
  /** Words that a person wrote. */
  readonly quote?: string;
}

/** An event of the record as a sentence. An event that only one case type knows is told from its name and data. */
export function sentenceOf(event: CaseEvent, names: Names): Sentence {
  const tell = tellers[event.type as EventType] as
    | ((data: unknown, names: Names, actor: Actor) => Sentence)
    | undefined;
  return tell ? tell(event.data, names, event.actor) : { kind: 'case', does: lawful(event, names) };
}

function lawful(event: CaseEvent, names: Names): string {
  const facts = factsInWords(event.data, names);
  return `recorded “${humanise(event.type).toLowerCase()}”${facts ? `: ${facts}` : ''}`;
}

type Teller<T extends EventType> = (data: EventData[T], names: Names, actor: Actor) => Sentence;
const say = (kind: TimelineKind, does: string, quote?: string | null): Sentence => ({
  kind,
  does,
  ...(quote ? { quote } : {}),
});
const until = (instant: string | null): string => (instant ? ` until ${fullTime(instant)}` : '');

const tellers: { [T in EventType]: Teller<T> } = {
  'case-opened': (data) => say('case', `opened the case, which came ${cameBy[data.channel] ?? 'in'}`, data.description),
  'policy-pinned': (data) => say('workings', `set the service levels: ${data.name}, version ${data.version}`),
  acknowledged: () => say('messages', 'acknowledged the case to the customer'),
  assigned: (data, _names, actor) => {
    if (!data.assignee) return say('hand-offs', `put the case into the queue of ${humanise(data.queue)}`);
    const does = data.assignee === actor.name ? 'took the case' : `gave the case to ${data.assignee}`;
    return say('hand-offs', does, data.reason);
  },
  held: (data) => say('clocks', `put the case on hold${until(data.until)}`, data.reason),
  resumed: (data) => say('clocks', `took the case up again${resumedBecause[data.why] ?? ''}`),
  reprioritised: (data) => say('case', `set the priority to ${data.priority}`, data.reason),
  'stage-entered': (data, names) => say('case', `began the stage “${names.stage(data.stage)}”`),
  'step-recorded': (data) => say('workings', `recorded the step ${data.step}`),
  'task-opened': (data, names) =>
    say(
      'hand-offs',
      `asked ${humanise(data.queue)}: ${names.task(data.kind)}${data.visit > 1 ? ` (visit ${data.visit})` : ''}`,
      data.reason,
    ),
  'task-claimed': (data, names, actor) => {
    const task = names.taskById(data.taskId);
    const does = data.assignee === actor.name ? `took up “${task}”` : `gave “${task}” to ${data.assignee}`;
    return say('hand-offs', does, data.reason);
  },
  'task-done': (data, names) =>
    say('hand-offs', withFacts(`completed “${names.task(data.kind)}”`, data.outcome, names)),
  'task-returned': (data, names) => say('hand-offs', `returned “${names.taskById(data.taskId)}”`, data.reason),
  'task-withdrawn': (data, names) => say('hand-offs', `withdrew “${names.taskById(data.taskId)}”`, data.reason),
  'approval-given': (data, names) => say('hand-offs', withFacts('approved', data.facts, names)),
  'approval-refused': (data) => say('hand-offs', 'refused the approval', data.reason),
  'wait-begun': (data, names) =>
    say(
      'case',
      `waits until ${either(data.kinds.map(names.happening))}${data.until ? `, at the latest${until(data.until)}` : ''}`,
    ),
  'wait-ended': (data, names) =>
    say(
      'case',
      data.by === 'time'
        ? 'stopped waiting: the time was over'
        : `went on: ${names.happening(data.kind ?? 'it').toLowerCase()}`,
    ),
  happened: (data, names) => say('case', withFacts(`recorded “${names.happening(data.kind)}”`, data.data, names)),
  'message-queued': (data) => {
    const how = data.channel === 'email' ? 'e-mail' : 'letter';
    // What tells a colleague of an escalation repeats the escalation's own entry.
    const kind = data.audience === 'staff' ? 'workings' : 'messages';
    return say(kind, `wrote to ${data.to.name || data.to.address} by ${how}: ${letterTitle(data.template)}`);
  },
  'message-sent': (data, names) => say('workings', `sent the message to ${names.receiver(data.messageId)}`),
  'message-failed': (data, names) =>
    say('messages', `could not deliver the message to ${names.receiver(data.messageId)}`, data.reason),
  'message-uncertain': (data, names) =>
    say(
      'messages',
      `does not know whether the message to ${names.receiver(data.messageId)} arrived: ask, or send it again`,
    ),
  'message-withdrawn': (data, names) =>
    say('messages', `withdrew the message to ${names.receiver(data.messageId)} before it went out`),
  'note-added': (data) =>
    data.visibility === 'internal'
      ? say('notes', 'noted', data.text)
      : say('messages', 'answered the customer', data.text),
  'attachment-added': (data) => say('messages', `filed “${data.name}” with the case`),
  'scan-filed': (data) => say('workings', `filed it from a scan: ${pagesInWords(data.firstPage, data.lastPage)}`),
  escalated: (data) =>
    say(
      'clocks',
      `escalated the ${metricTitle(data.metric).toLowerCase()} clock (${humanise(data.level).toLowerCase()}) to ${data.told.join(', ') || 'nobody'}`,
    ),
  'escalation-acknowledged': (data) => {
    const clock = data.metric === null ? '' : ` of the ${metricTitle(data.metric).toLowerCase()} clock`;
    return say('clocks', `acknowledged the escalation${clock}${until(data.until)}`);
  },
  'collection-barred': (data) => say('case', `barred collection on the account: ${data.reason}`),
  'collection-released': (data) => say('case', `released collection on the account: ${data.reason}`),
  'case-resolved': (data, names) => say('case', `resolved the case: ${names.outcome(data.outcome)}`, data.note),
  'case-reopened': (data) => say('case', 'reopened the case', data.reason),
  'case-closed': (data) => say('case', 'closed the case', data.reason),
  'case-cancelled': (data) => say('case', 'cancelled the case', data.reason),
  'case-retyped': (data) => say('case', `changed the type from ${humanise(data.from)} to ${humanise(data.type)}`),
};

const cameBy: Readonly<Record<string, string>> = {
  phone: 'by phone',
  email: 'by e-mail',
  web: 'by the web form',
  'in-person': 'in person',
  letter: 'by letter',
  api: 'from another system',
  open311: 'through Open311',
  import: 'from an import',
};

const resumedBecause: Readonly<Record<string, string>> = {
  'customer-replied': ': the customer replied',
  'term-ended': ': the term of the hold ended',
  'limit-reached': ': no hold for its reason may last longer',
};

const pagesInWords = (first: number, last: number): string =>
  first === last ? `page ${first}` : `pages ${first} to ${last}`;

/** `high-consumption/decision` → `decision`. */
const letterTitle = (template: string): string => humanise(template.split('/').at(-1) ?? template).toLowerCase();

/** `a, b or c`. */
export function either(words: readonly string[]): string {
  const lower = words.map((word) => word.charAt(0).toLowerCase() + word.slice(1));
  return lower.length < 2 ? (lower[0] ?? 'something') : `${lower.slice(0, -1).join(', ')} or ${lower.at(-1)}`;
}

function withFacts(does: string, facts: Readonly<Record<string, unknown>>, names: Names): string {
  const words = factsInWords(facts, names);
  return words ? `${does}: ${words}` : does;
}

function factsInWords(facts: Readonly<Record<string, unknown>>, names: Names): string {
  return Object.entries(facts ?? {})
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${names.field(name).toLowerCase()} ${names.value(value)}`)
    .join(', ');
}
