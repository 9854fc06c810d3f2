import { z } from 'zod';
import { jobFields } from '../jobs/job-json.ts';

const tally = z.object({ met: z.int(), breached: z.int() });
const owner = { type: z.string(), department: z.string() };
const row = z.object({ ...owner, metric: z.string(), before: tally, after: tally, worse: z.int(), better: z.int() });
const level = z.object({ ...owner, level: z.string(), before: z.int(), after: z.int() });

export const whatIfSchema = z
  .object({
    ...jobFields,
    from: z.string().nullable(),
    before: z.string().nullable(),
    result: z
      .object({
        from: z.string(),
        before: z.string(),
        cases: z.int(),
        changes: z.int(),
        rows: z.array(row),
        levels: z.array(level),
      })
      .nullable(),
  })
  .meta({ id: 'WhatIf' });

const verdict = z.enum(['met', 'breached']).nullable();
export const whatIfCaseSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    ...owner,
    metric: z.string(),
    scope: z.string(),
    cycle: z.int(),
    before: verdict,
    after: verdict,
  })
  .meta({ id: 'WhatIfCase' });
