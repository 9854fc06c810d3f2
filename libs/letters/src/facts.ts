import type { Instant } from '@headgate/domain/time';

/** The sender of every letter. `address` has its lines parted by line breaks. */
export interface District {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** What every letter knows. `data` is the message's own, as the procedure gave it; `deskUrl` leads staff to the case. */
export interface LetterFacts {
  readonly case: {
    readonly number: string;
    readonly type: string;
    readonly title: string;
    readonly subject: string;
    readonly openedAt: Instant;
  };
  readonly to: { readonly name: string };
  readonly account: { readonly number: string; readonly name: string; readonly serviceAddress: string } | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly district: District;
  readonly deskUrl: string;
  readonly writtenAt: Instant;
  readonly channel: 'email' | 'letter';
}

export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  /** A whole page; the PDF is made from it, so that a stored letter prints as it was sent. */
  readonly html: string;
  /** The language it is in: the one asked for, or English where there is no such template. */
  readonly language: string;
}
