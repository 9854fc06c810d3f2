import type { CaseState, EventType } from '../../../case/index.ts';
import { barFolds } from './bars.ts';
import { begun, type Collection } from './collection.ts';
import type { Fold, Folds } from './fold.ts';
import { lienFolds } from './lien.ts';
import { moneyFolds } from './money.ts';
import { noticeFolds } from './notices.ts';
import { orderFolds } from './order.ts';

export type { Collection, LiveOrder } from './collection.ts';

const folds: Folds = { ...noticeFolds, ...moneyFolds, ...barFolds, ...orderFolds, ...lienFolds };

/** Folds the case's own events: what the office did, what it heard, and what became of the order. */
export function collectionOf({ own }: Pick<CaseState, 'own'>): Collection {
  const collection = begun();
  for (const event of own) {
    const apply = folds[event.type] as Fold<EventType> | undefined;
    apply?.(collection, event.data as never, event as never);
    if (reopensGate.has(event.type)) Object.assign(collection, { approvedBy: [], hands: [] });
  }
  return collection;
}

/** What was approved before one of these is approved no more. */
const reopensGate: ReadonlySet<EventType> = new Set<EventType>([
  'approvals-void',
  'notice-failed',
  'payment-seen',
  'payment-applied',
  'payment-reversed',
  'arrangement-agreed',
  'arrangement-broken',
  'appeal-opened',
  'appeal-decided',
  'dispute-opened',
  'extension-granted',
  'medical-condition-shown',
  'stayed',
  'order-refused',
  'shut-off-withdrawn',
  'shut-off-carried-out',
  'visit-ended',
]);
