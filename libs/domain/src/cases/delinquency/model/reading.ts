import type { NewEvent } from '../../../case/index.ts';

/** What was recorded from outside, in order: the oracle reads nothing that the law itself concluded. */
export type Heard = NewEvent;

type Happened = { readonly kind: string; readonly at: string; readonly data: Record<string, unknown> };

export const hour = 3_600_000;
export const cents = (amount: unknown): number => Math.round(Number(amount) * 100);

export const happened = (record: readonly Heard[]) =>
  record.flatMap((e, i) => (e.type === 'happened' ? [{ ...(e.data as unknown as Happened), i, at: e.at }] : []));

export const done = (record: readonly Heard[], kind: string) =>
  record.flatMap((e, i) =>
    e.type === 'task-done' && e.data.kind === kind
      ? [{ i, at: e.at, by: e.data.by, outcome: e.data.outcome as Record<string, unknown> }]
      : [],
  );

export const letters = (record: readonly Heard[], name: string) =>
  record.flatMap((e, i) =>
    e.type === 'message-queued' && e.data.template === `delinquency/${name}` && e.data.channel === 'letter'
      ? [{ i, at: e.at, id: e.data.messageId }]
      : [],
  );

export const lastIndex = (record: readonly Heard[], kinds: readonly string[]): number =>
  happened(record)
    .filter(({ kind }) => kinds.includes(kind))
    .at(-1)?.i ?? -1;

/** The place in the record after which notices are counted: a returned payment or a reconnection begins anew (F9). */
export function beginning(record: readonly Heard[]): number {
  const reconnected =
    done(record, 'reconnect')
      .filter(({ outcome }) => outcome.reconnected === true)
      .at(-1)?.i ?? -1;
  return Math.max(lastIndex(record, ['payment-returned']), reconnected);
}

/** What leaves approvals and orders as they are. */
export const harmless = [
  'payments-through',
  'current-charge',
  'interest-waiver',
  'crew-check',
  'release-code',
  'dispute-closed',
  'stay-lifted',
];
