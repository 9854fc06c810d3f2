import type { Draft, EventType, NewEvent, Reaction } from '../../case/index.ts';
import { hear } from './heard.ts';
import type { CollectionLaw } from './law.ts';
import { mailNotice, noticeNotSent } from './notice-acts.ts';
import { orderClaimed, orderIssued, orderTaskEnded, workDone } from './work-acts.ts';

type Answer<T extends EventType> = (draft: Draft, event: NewEvent<T>, law: CollectionLaw) => void;

const answers: { [T in EventType]?: Answer<T> } = {
  happened: hear,
  'message-queued': mailNotice,
  'message-failed': noticeNotSent,
  'task-opened': orderIssued,
  'task-claimed': orderClaimed,
  'task-done': workDone,
  'task-returned': orderTaskEnded,
  'task-withdrawn': orderTaskEnded,
};

/** What the law of collection does at once, in the transaction of what happened. */
export const collectionReaction =
  (law: CollectionLaw): Reaction =>
  (draft, event) => {
    const answer = answers[event.type] as Answer<EventType> | undefined;
    answer?.(draft, event as never, law);
  };
