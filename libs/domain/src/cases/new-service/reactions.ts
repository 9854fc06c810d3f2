import type { Draft, EventType, NewEvent, Reaction } from '../../case/index.ts';
import { hear } from './heard.ts';
import { approvalRefused, mustHoldNoMoney, stageEntered } from './settling.ts';
import { workDone } from './work-acts.ts';

type Answer<T extends EventType> = (draft: Draft, event: NewEvent<T>) => void;

const answers: { [T in EventType]?: Answer<T> } = {
  happened: hear,
  'task-done': workDone,
  'stage-entered': stageEntered,
  'approval-refused': approvalRefused,
  'case-resolved': mustHoldNoMoney,
  'case-cancelled': mustHoldNoMoney,
  'case-retyped': mustHoldNoMoney,
};

/** What the law of new service does at once, in the transaction of what happened. */
export const newServiceReaction: Reaction = (draft, event) => {
  const answer = answers[event.type] as Answer<EventType> | undefined;
  answer?.(draft, event as never);
};
