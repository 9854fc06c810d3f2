import type { CaseState, LaterCommand, NewEvent } from '@headgate/domain/case';
import { definitions } from '@headgate/domain/cases';

/** The types of case that collect money: those that may hear of a dispute. */
export const collectors = definitions.filter(({ happenings }) => 'dispute' in happenings).map(({ type }) => type);

/** What the cases that collect on the account hear of this change (rule B16); null when it says nothing of disputes. */
export function disputeTold(events: readonly NewEvent[], { type, number }: CaseState): LaterCommand | null {
  if (collectors.includes(type)) return null;
  const last = events.findLast((event) => event.type === 'collection-barred' || event.type === 'collection-released');
  switch (last?.type) {
    case 'collection-barred':
      return { kind: 'happen', happening: 'dispute', data: { text: `Case ${number}` } };
    case 'collection-released':
      return { kind: 'happen', happening: 'dispute-closed', data: {} };
    default:
      return null;
  }
}

/** What was asked writes to more than one case: it is asked again within a transaction. */
export class NeedsTransaction extends Error {
  override readonly name = 'NeedsTransaction';
}
