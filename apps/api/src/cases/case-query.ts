import { casesSeenBy, queues } from '@headgate/domain/people';
import { priorities } from '@headgate/domain/sla';
import { type CaseFilters, caseSorts, clockFilters, type SessionHolder } from '@headgate/persistence';
import { z } from 'zod';
import {
  accountNumber,
  formYearField,
  instantField,
  limitField,
  listOf,
  searchField,
  username,
} from '../http/fields.ts';
import { statuses } from './case-schemas.ts';

const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'a name in lower case with hyphens');
const instant = instantField.optional();

/** What a list of cases may be narrowed to. `assignee` is a username, `me`, or `none`; spans begin with From and end before Before. */
export const narrowing = z.strictObject({
  status: listOf(statuses).optional(),
  type: word.optional(),
  queue: listOf(queues).optional(),
  assignee: username.optional(),
  priority: listOf(priorities).optional(),
  accountNumber: accountNumber.optional(),
  stage: word.optional(),
  formYear: formYearField.optional(),
  clock: z.enum(clockFilters).optional(),
  q: searchField.optional(),
  metric: word.optional(),
  result: z.enum(['met', 'breached']).optional(),
  level: word.optional(),
  mail: z.literal('failed').optional(),
  stuck: z.literal('true').optional(),
  openedFrom: instant,
  openedBefore: instant,
  resolvedFrom: instant,
  resolvedBefore: instant,
  closedFrom: instant,
  closedBefore: instant,
  dueFrom: instant,
  dueBefore: instant,
  stoppedFrom: instant,
  stoppedBefore: instant,
  reopenedFrom: instant,
  reopenedBefore: instant,
  escalatedFrom: instant,
  escalatedBefore: instant,
});

export const caseQuery = narrowing.extend({
  sort: z.enum(caseSorts).default('-openedAt'),
  limit: limitField,
  cursor: z.string().max(300).optional(),
});
export type CaseQuery = z.output<typeof caseQuery>;

export function caseFilters(query: z.output<typeof narrowing>, by: SessionHolder): CaseFilters {
  const { status, queue, priority, accountNumber, stage, formYear, clock, q, metric, result, level, mail } = query;
  return {
    ...{ status, queue, priority, accountNumber, stage, formYear, clock, q, metric, result, level, mail },
    type: query.type === undefined ? undefined : [query.type],
    assignee: query.assignee === undefined ? undefined : personMeant(query.assignee, by),
    stuck: query.stuck === 'true',
    opened: { from: query.openedFrom, before: query.openedBefore },
    resolved: { from: query.resolvedFrom, before: query.resolvedBefore },
    closed: { from: query.closedFrom, before: query.closedBefore },
    due: { from: query.dueFrom, before: query.dueBefore },
    stopped: { from: query.stoppedFrom, before: query.stoppedBefore },
    reopened: { from: query.reopenedFrom, before: query.reopenedBefore },
    escalated: { from: query.escalatedFrom, before: query.escalatedBefore },
    seenBy: casesSeenBy(by.role),
  };
}

/** The person whom a filter means: `me`, nobody (`none`), or somebody by name. */
export function personMeant(assignee: string, by: SessionHolder): string | null {
  if (assignee === 'none') return null;
  return assignee === 'me' ? by.username : assignee;
}
