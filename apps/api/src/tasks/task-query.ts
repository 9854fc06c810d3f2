import { casesSeenBy, queues } from '@headgate/domain/people';
import { type SessionHolder, type TaskFilters, taskSorts } from '@headgate/persistence';
import { z } from 'zod';
import { personMeant } from '../cases/case-query.ts';
import { taskStatuses } from '../cases/case-schemas.ts';
import { instantField, limitField, listOf, prose, username } from '../http/fields.ts';

export const taskQuery = z.strictObject({
  queue: listOf(queues).optional(),
  status: listOf(taskStatuses).optional(),
  assignee: username.optional(),
  kind: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
    .optional(),
  caseId: z.uuid().optional(),
  dueFrom: instantField.optional(),
  dueBefore: instantField.optional(),
  sort: z.enum(taskSorts).default('openedAt'),
  limit: limitField,
  cursor: z.string().max(300).optional(),
});
export type TaskQuery = z.output<typeof taskQuery>;

export const completeBody = z.strictObject({ outcome: z.record(z.string().max(100), z.unknown()) });
export const returnBody = z.strictObject({ reason: prose(2000) });

export function taskFilters(query: TaskQuery, by: SessionHolder): TaskFilters {
  const { queue, status, assignee, kind, caseId, dueFrom, dueBefore } = query;
  return {
    ...(queue ? { queue } : {}),
    ...(status ? { status } : {}),
    ...(assignee ? { assignee: personMeant(assignee, by) } : {}),
    ...(kind ? { kind: [kind] } : {}),
    ...(caseId ? { caseId } : {}),
    ...(dueFrom ? { dueFrom } : {}),
    ...(dueBefore ? { dueBefore } : {}),
    seenBy: casesSeenBy(by.role),
  };
}
