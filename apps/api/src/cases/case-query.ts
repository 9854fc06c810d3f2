import { queues } from '@headgate/domain/people';
import { priorities } from '@headgate/domain/sla';
import { type CaseFilters, caseSorts, clockFilters, type SessionHolder } from '@headgate/persistence';
import { casesSeenBy } from '@headgate/domain/people';
import { z } from 'zod';
import { accountNumber, limitField, listOf, searchField, username } from '../http/fields.ts';
import { statuses } from './case-schemas.ts';

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

/** The query of a list of cases. `assignee` is a username, `me`, or `none`. */
export const caseQuery = z.strictObject({
  status: listOf(statuses).optional(),
  type: word.optional(),
  queue: listOf(queues).optional(),
  assignee: username.optional(),
  priority: listOf(priorities).optional(),
  accountNumber: accountNumber.optional(),
  clock: z.enum(clockFilters).optional(),
  q: searchField.optional(),
  sort: z.enum(caseSorts).default('-openedAt'),
  limit: limitField,
  cursor: z.string().max(300).optional(),
});
export type CaseQuery = z.output<typeof caseQuery>;

export function caseFilters(query: Omit<CaseQuery, 'sort' | 'limit' | 'cursor'>, by: SessionHolder): CaseFilters {
  return {
    ...(query.status ? { status: query.status } : {}),
    ...(query.type ? { type: [query.type] } : {}),
    ...(query.queue ? { queue: query.queue } : {}),
    ...(query.priority ? { priority: query.priority } : {}),
    ...(query.assignee ? { assignee: personMeant(query.assignee, by) } : {}),
    ...(query.accountNumber ? { accountNumber: query.accountNumber } : {}),
    ...(query.clock ? { clock: query.clock } : {}),
    ...(query.q ? { q: query.q } : {}),
    seenBy: casesSeenBy(by.role),
  };
}

/** The person whom a filter means: `me`, nobody (`none`), or somebody by name. */
export function personMeant(assignee: string, by: SessionHolder): string | null {
  if (assignee === 'none') return null;
  return assignee === 'me' ? by.username : assignee;
}
