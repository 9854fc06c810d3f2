import type { FormValues } from '../forms/index.ts';
import type { Addressee } from './commands.ts';
import type { Draft } from './draft.ts';
import type { MessageQueued } from './events.ts';

interface Writing {
  readonly letter: string;
  readonly data: FormValues;
  readonly step?: string;
  readonly to?: Addressee;
  /** Where the customer is written to this time, instead of the address on file. */
  readonly email?: string;
}

/**
 * Queues a letter: by e-mail where an address is known, on paper else or where the law wants paper.
 * Returns false, and queues nothing, when nobody can be reached so; the step is recorded all the same.
 */
export function writeLetter(draft: Draft, writing: Writing): boolean {
  const to = addressOf(draft, writing);
  if (!to) {
    if (writing.step) draft.emit('step-recorded', { step: writing.step, outcome: null });
    return false;
  }
  draft.emit('message-queued', {
    messageId: draft.moment.newId(),
    ...(writing.step ? { step: writing.step } : {}),
    template: writing.letter,
    language: draft.moment.account?.language ?? saidAtIntake(draft, 'language') ?? 'en',
    audience: 'customer',
    data: { ...told(draft, writing.letter), ...writing.data },
    ...to,
  });
  return true;
}

/** What the type itself has its letters tell. */
function told(draft: Draft, letter: string): FormValues {
  const [type, name] = letter.split('/');
  return type === draft.definition.type && name
    ? (draft.definition.tells?.(name, draft.state, draft.moment) ?? {})
    : {};
}

type Address = Pick<MessageQueued, 'channel' | 'to'>;

function addressOf(draft: Draft, { to = { who: 'customer' }, email }: Writing): Address | null {
  const { account } = draft.moment;
  switch (to.who) {
    case 'customer':
      return customerAddress(draft, to.by, email);
    case 'occupant':
      return account && { channel: 'letter', to: { name: 'Occupant', address: account.serviceAddress } };
    case 'party': {
      const found = account && draft.definition.parties?.[to.party]?.(draft.state, account);
      return found ? { channel: 'letter', to: found } : null;
    }
    case 'other':
      return { channel: 'letter', to: { name: to.name, address: to.address } };
    default:
      return to satisfies never;
  }
}

function customerAddress(draft: Draft, by: 'email' | 'letter' | undefined, given: string | undefined): Address | null {
  const { requester } = draft.state;
  const { account } = draft.moment;
  const email = given ?? requester?.email ?? account?.email;
  if (email && by !== 'letter') {
    return { channel: 'email', to: { name: requester?.name ?? account?.name ?? 'Customer', address: email } };
  }
  const address = account?.mailingAddress ?? saidAtIntake(draft, 'mailingAddress');
  if (address && by !== 'email') {
    return { channel: 'letter', to: { name: account?.name ?? requester?.name ?? 'Customer', address } };
  }
  return null;
}

/** What whoever has no account said at the intake about how to be written to. */
function saidAtIntake({ state }: Draft, field: 'language' | 'mailingAddress'): string | undefined {
  const value = state.details[field];
  return typeof value === 'string' ? value : undefined;
}
