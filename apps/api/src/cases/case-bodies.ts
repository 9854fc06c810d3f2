import { channels } from '@headgate/domain/case';
import { holdReasonNames } from '@headgate/domain/holds';
import { queues } from '@headgate/domain/people';
import { oneTarget, priorities } from '@headgate/domain/sla';
import { z } from 'zod';
import { accountNumber, email, instantField, line, phone, prose, username } from '../http/fields.ts';

/** Values of a form: which ones it has is said by the case type, and checked by the domain. */
const values = z.record(z.string().max(100), z.unknown());
const word = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'a name in lower case with hyphens');

export const openBody = z.strictObject({
  type: word,
  channel: z.enum(channels),
  subject: line(200),
  description: z.string().max(20_000).optional(),
  priority: z.enum(priorities).optional(),
  accountNumber: accountNumber.optional(),
  requester: z.strictObject({ name: line(200), email: email.optional(), phone: phone.optional() }).optional(),
  details: values.default({}),
});

export const assignBody = z.union([z.strictObject({ assignee: username }), z.strictObject({ queue: z.enum(queues) })], {
  error: 'either { assignee } or { queue }',
});
/** `code` is a reason of the office's list; without it the text itself is looked up there. */
export const holdBody = z.strictObject({
  reason: prose(1000),
  code: z.enum(holdReasonNames).optional(),
  until: instantField.optional(),
});
export const acknowledgeBody = z
  .strictObject({
    metric: line(100).optional(),
    scope: line(100).optional(),
    until: instantField.optional(),
    term: oneTarget.optional(),
  })
  .refine(({ until, term }) => until === undefined || term === undefined, 'either until or term')
  .optional();
export const nothing = z.strictObject({}).optional();
export const priorityBody = z.strictObject({ priority: z.enum(priorities) });
export const resolveBody = z.strictObject({ outcome: word, note: prose(10_000) });
export const reasonBody = z.strictObject({ reason: prose(2000) });
export const closeBody = z.strictObject({ reason: prose(2000).optional() }).optional();
export const retypeBody = z.strictObject({ type: word, details: values });
export const happeningBody = z.strictObject({ kind: word, at: instantField.optional(), data: values.default({}) });

export const messageBody = z.strictObject({
  channel: z.enum([...channels, 'note']),
  to: email.optional(),
  template: z.string().max(100).optional(),
  subject: line(200).optional(),
  body: prose(20_000),
  visibility: z.enum(['internal', 'customer']),
});
