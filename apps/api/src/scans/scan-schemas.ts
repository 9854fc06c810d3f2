import { scanStates } from '@headgate/persistence';
import { z } from 'zod';
import { line } from '../http/fields.ts';

const at = z.iso.datetime({ offset: true });
const pages = z.array(z.int()).describe('The pages, which count from 1');

const shared = {
  id: z.uuid(),
  name: z.string(),
  status: z.enum(scanStates),
  pages: z.int().nullable(),
  pagesRead: z.int(),
  fault: z.string().nullable(),
  postedBy: z.string(),
  postedAt: at,
};

export const scanRowSchema = z
  .object({ ...shared, filedParts: z.int(), unfiledParts: z.int() })
  .meta({ id: 'ScanRow' });

export const scanSchema = z
  .object({
    ...shared,
    filed: z.array(
      z.object({
        part: z.int(),
        pages,
        caseNumber: z.string(),
        attachmentId: z.uuid(),
        filedBy: z.string(),
        filedAt: at,
      }),
    ),
    unfiled: z.array(z.object({ part: z.int(), pages, caseNumber: z.string().nullable(), why: z.string() })),
  })
  .meta({ id: 'Scan' });

/** The case by its number or id. */
export const fileBody = z.strictObject({ case: line(60) });
