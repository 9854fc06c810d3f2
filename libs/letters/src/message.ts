import type { Instant } from '@headgate/domain/time';
import type { District, LetterFacts } from './facts.ts';
import type { LetterOrder } from './render.ts';

/** A message as the record has it: what the procedure gave it, and its case and account. */
export interface MessageToWrite {
  readonly template: string;
  readonly language: string;
  readonly channel: 'email' | 'letter';
  readonly to: { readonly name: string };
  readonly data: LetterFacts['data'];
  readonly case: Omit<LetterFacts['case'], 'title'>;
  readonly account: LetterFacts['account'];
}

/** The house that writes: its letterhead, where its desk is, and what it calls its case types. */
export interface Letterhead {
  readonly district: District;
  readonly deskUrl: string;
  readonly title: (caseType: string) => string;
}

/** A message as an order to write its letter at this instant. */
export function letterOrder(
  message: MessageToWrite,
  { district, deskUrl, title }: Letterhead,
  at: Instant,
): LetterOrder {
  const { template, language, channel, data, account } = message;
  return {
    template,
    language,
    facts: {
      case: { ...message.case, title: title(message.case.type) },
      to: { name: message.to.name },
      account,
      data,
      district,
      deskUrl: new URL(`/cases/${message.case.number}`, deskUrl).href,
      writtenAt: at,
      channel,
    },
  };
}
