import type { MailCommand } from './commands.ts';
import type { Acts } from './decide.ts';
import type { Draft } from './draft.ts';

/** What became of a message. Told twice, it is recorded once. */
export const mailActs: Acts<MailCommand> = {
  'message-sent'(draft, { messageId }) {
    if (isPending(draft, messageId)) draft.emit('message-sent', { messageId });
  },
  'message-failed'(draft, { messageId, reason }) {
    if (isPending(draft, messageId)) draft.emit('message-failed', { messageId, reason });
  },
  'message-uncertain'(draft, { messageId }) {
    if (isPending(draft, messageId)) draft.emit('message-uncertain', { messageId });
  },
};

function isPending(draft: Draft, messageId: string): boolean {
  const state = draft.state.messages.get(messageId)?.state;
  return state === 'queued' || state === 'uncertain';
}
