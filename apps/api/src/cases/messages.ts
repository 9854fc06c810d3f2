import { createHash } from 'node:crypto';
import { Refusal, type StaffCommand } from '@headgate/domain/case';
import { millis } from '@headgate/domain/time';
import type { RecordedEvent } from '@headgate/persistence';
import type { z } from 'zod';
import type { messageBody } from './case-bodies.ts';
import type { messageSchema } from './case-schemas.ts';
import type { ReadableLetter } from './letters.ts';

export type Message = z.output<typeof messageSchema>;
type Body = z.output<typeof messageBody>;

const byPost = new Set(['email', 'letter']);

/** What staff wrote: a letter to the customer, or a note, which may tell of a call or a word at the counter. */
export function commandOf({ channel, to, template, subject, body, visibility }: Body): StaffCommand {
  if (template !== undefined && template !== 'general/reply') {
    const errors = [{ path: 'template', message: 'general/reply, or none' }];
    throw new Refusal('shape', 'invalid-input', 'template: general/reply, or none', { errors });
  }
  if (visibility === 'internal' || !byPost.has(channel)) {
    return { kind: 'note', text: subject ? `${subject}\n\n${body}` : body, visibility };
  }
  return {
    kind: 'reply',
    channel: channel as 'email' | 'letter',
    body,
    ...(to ? { to } : {}),
    ...(subject ? { subject } : {}),
  };
}

/** Letters, notes, and what the customer said, in the order of the record. */
export function messagesFrom(
  caseId: string,
  events: readonly RecordedEvent[],
  letters: readonly ReadableLetter[],
): Message[] {
  const byId = new Map(letters.map((letter) => [letter.id, letter]));
  return events.flatMap((event) => messageFrom(caseId, event, byId));
}

function messageFrom(caseId: string, event: RecordedEvent, letters: ReadonlyMap<string, ReadableLetter>): Message[] {
  const base = {
    id: idOf(caseId, event),
    at: event.at,
    to: null,
    template: null,
    subject: null,
    state: null,
    author: event.actor.name,
  };
  const { data } = event;
  switch (event.type) {
    case 'note-added':
      return [
        {
          ...base,
          channel: 'note',
          direction: 'out',
          body: textOf(data.text),
          visibility: data.visibility as 'internal' | 'customer',
        },
      ];
    case 'message-queued': {
      const letter = letters.get(String(data.messageId));
      return letter ? [{ ...base, ...letterFrom(letter) }] : [];
    }
    case 'happened':
      if (data.kind !== 'customer-reply') return [];
      return [
        {
          ...base,
          channel: 'email',
          direction: 'in',
          body: textOf((data.data as { text?: unknown }).text),
          visibility: 'customer',
        },
      ];
    default:
      return [];
  }
}

function letterFrom({ id, channel, to, template, data, audience, state, wording }: ReadableLetter) {
  return {
    id,
    channel,
    direction: 'out',
    to,
    template,
    subject: wording?.subject ?? textOf(data.subject),
    body: wording?.text ?? textOf(data.body),
    visibility: audience === 'customer' ? 'customer' : 'internal',
    state,
  } as const;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A note has no id of its own in the record; its instant and its place give it one that stays, in the form of a UUIDv7. */
function idOf(caseId: string, { seq, at }: RecordedEvent): string {
  const time = millis(at).toString(16).padStart(12, '0');
  const place = createHash('sha256').update(`${caseId}/${seq}`).digest('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place.slice(0, 3)}-8${place.slice(3, 6)}-${place.slice(6, 18)}`;
}
