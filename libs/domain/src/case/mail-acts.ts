import type { MailCommand } from './commands.ts';
import type { Acts } from './decide.ts';
import type { Draft } from './draft.ts';

/** What became of a message. Told twice, it is recorded once. */
export const mailActs: Acts<MailCommand> = {
  'message-sent'(draft, { messageId }) {
    if (mayHaveGone(draft, messageId)) draft.emit('message-sent', { messageId });
  },
  'message-failed'(draft, { messageId, reason }) {
    if (isPending(draft, messageId)) draft.emit('message-failed', { messageId, reason });
  },
  'message-uncertain'(draft, { messageId }) {
    if (mayHaveGone(draft, messageId)) draft.emit('message-uncertain', { messageId });
  },
};

/** A message that was withdrawn while the mail server took it has gone all the same, and the record says so. */
function mayHaveGone(draft: Draft, messageId: string): boolean {
  return isPending(draft, messageId) || draft.state.messages.get(messageId)?.state === 'withdrawn';
}

function isPending(draft: Draft, messageId: string): boolean {
  const state = draft.state.messages.get(messageId)?.state;
  return state === 'queued' || state === 'uncertain';
}
