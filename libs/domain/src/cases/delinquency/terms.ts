import { type CaseState, isActive, type Office, type Term } from '../../case/index.ts';
import { obligationsOf } from '../../delinquency/index.ts';
import { instantOf, millis } from '../../time/index.ts';
import { type Collection, collectionOf } from './collection/index.ts';
import { keepingNow, owedByArrangement } from './facts.ts';
import { daysOf, today } from './law.ts';
import { withdrawOrder } from './order-acts.ts';

/** What time alone brings about: an order expires at the close of its day, an arrangement is broken by an unpaid day. */
export function collectionTerms(state: CaseState, office: Office): readonly Term[] {
  if (!isActive(state)) return [];
  const collection = collectionOf(state);
  return [...orderExpires(collection), ...arrangementBreaks(collection, office)];
}

function orderExpires({ order }: Collection): Term[] {
  return order ? [{ at: order.expiresAt, comes: (draft) => withdrawOrder(draft, 'expired', ['F5']) }] : [];
}

/** The days after the last timely ones of instalments and current charges, each looked at as it comes (rule B11). */
function arrangementBreaks(collection: Collection, office: Office): Term[] {
  const { arrangement } = collection;
  const owed = owedByArrangement(collection);
  if (!arrangement || !owed) return [];
  const days = daysOf(office);
  const turns = obligationsOf(owed, days).map(({ from }) => from);
  const breaks = turns
    .map((day) => keepingNow(collection, day, office)?.brokenSince)
    .filter((since) => since !== undefined);
  const untold = [...new Set(breaks)].filter((since) => !arrangement.brokenSince.includes(since)).sort();
  return untold.slice(0, 1).map((since) => ({
    at: instantOf(days.office.instantOf(dayNumberOf(since), 0)),
    comes: (draft) => {
      if (today(draft.moment) >= since) draft.emit('arrangement-broken', { since, rules: ['B11', 'F1'] });
    },
  }));
}

const dayNumberOf = (date: string): number => Math.round(millis(`${date}T00:00:00Z`) / 86_400_000);
