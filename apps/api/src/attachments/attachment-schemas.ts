import { z } from 'zod';
import { limitField } from '../http/fields.ts';

export const attachmentSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    size: z.int(),
    sha256: z.string(),
    addedAt: z.iso.datetime({ offset: true }),
    addedBy: z.string(),
    scan: z.object({ id: z.uuid(), firstPage: z.int(), lastPage: z.int() }).nullable(),
  })
  .meta({ id: 'Attachment' });

/** What a sender calls a file: shown, and never used as a place. */
export const fileName = z
  .string()
  .min(1)
  .max(1000)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'a name without the character NUL');

export const named = z.strictObject({ name: fileName });
export const pageQuery = z.strictObject({ limit: limitField.default(100), cursor: z.uuidv7().optional() });
