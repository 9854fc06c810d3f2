import type { FormValues } from '../forms/index.ts';
import type { Draft } from './draft.ts';
import type { MessageQueued } from './events.ts';

interface Writing {
  readonly letter: string;
  readonly data: FormValues;
  readonly step?: string;
  readonly by?: 'email' | 'letter';
  readonly to?: string;
}

/**
 * Queues a letter to the customer: by e-mail where an address is known, on paper else.
 * Returns false, and queues nothing, when there is neither; the step is recorded all the same.
 */
export function writeToCustomer(draft: Draft, writing: Writing): boolean {
  const to = addressOf(draft, writing);
  if (!to) {
    if (writing.step) draft.emit('step-recorded', { step: writing.step, outcome: null });
    return false;
  }
  draft.emit('message-queued', {
    messageId: draft.moment.newId(),
    ...(writing.step ? { step: writing.step } : {}),
    template: writing.letter,
    language: draft.moment.account?.language ?? 'en',
    audience: 'customer',
    data: writing.data,
    ...to,
  });
  return true;
}

function addressOf(draft: Draft, { by, to }: Writing): Pick<MessageQueued, 'channel' | 'to'> | null {
  const { requester } = draft.state;
  const { account } = draft.moment;
  const name = requester?.name ?? account?.name ?? 'Customer';
  const email = to ?? requester?.email ?? account?.email;
  if (email && by !== 'letter') return { channel: 'email', to: { name, address: email } };
  if (account?.mailingAddress && by !== 'email') {
    return { channel: 'letter', to: { name: account.name, address: account.mailingAddress } };
  }
  return null;
}
