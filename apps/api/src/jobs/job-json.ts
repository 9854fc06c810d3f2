import type { OfficeJob } from '@headgate/persistence';
import { z } from 'zod';

/** A job as the API shows it. */
export function jobJson({ id, state, total, done, askedBy, askedAt, endedAt, failure, result }: OfficeJob) {
  return { id, state, total, done, askedBy: askedBy.name, askedAt, endedAt, failure, result };
}

const at = z.iso.datetime({ offset: true });
export const jobFields = {
  id: z.uuid(),
  state: z.enum(['running', 'done', 'failed']),
  total: z.int(),
  done: z.int(),
  askedBy: z.string(),
  askedAt: at,
  endedAt: at.nullable(),
  failure: z.string().nullable(),
};

/** A page of what a job tells, by the last place of the page before. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(100).optional(),
});
