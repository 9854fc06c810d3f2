import { type Proposal, type WhatIfChange, yearBefore } from '@headgate/domain/sla';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import { endJob, type OfficeJob, tellProgress } from '../jobs/office-jobs.ts';
import { calendarVersions, policyVersions } from '../office/versions.ts';
import { idsOpened } from './past-cases.ts';
import { readInThreads } from './what-if-threads.ts';

export const whatIfJob = 'what-if';

/** Which cases are looked at, and what is proposed for them. */
export interface WhatIfOrder {
  readonly proposal: Proposal;
  readonly from?: Instant | undefined;
  readonly before?: Instant | undefined;
}

/** Reads the cases of the order under what is proposed. Taken up anew, it begins from the start: it has written nothing. */
export async function carryOutWhatIf(record: CaseRecord, job: OfficeJob): Promise<void> {
  const { proposal, before = job.askedAt, from = yearBefore(before) } = job.input as WhatIfOrder;
  await sql`delete from what_if_case where job_id = ${job.id}::uuid`.execute(record.db);
  const ids = await idsOpened(record.db, from, before);
  await tellProgress(record.db, job.id, { done: 0, total: ids.length });
  let done = 0;
  let place = 0;
  const url = record.orm.config.get('clientUrl') as string;
  const [policies, calendars] = await Promise.all([policyVersions(record.db), calendarVersions(record.db)]);
  const order = {
    url,
    proposal,
    now: job.askedAt,
    policies: policies.map(({ definition }) => definition),
    calendars: calendars.map(({ definition }) => definition),
  };
  const result = await readInThreads(order, ids, async (cases, changes) => {
    done += cases;
    const first = place;
    place += changes.length;
    await noteChanges(record.db, job.id, first, changes);
    await tellProgress(record.db, job.id, { done });
  });
  const at = record.clock.now();
  await endJob(record.db, job.id, { state: 'done', at, result: { from, before, changes: place, ...result } });
}

async function noteChanges(
  db: Kysely<unknown>,
  jobId: string,
  first: number,
  changes: readonly WhatIfChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, ...change }, i) => ({ ...change, case_id: id, job_id: jobId, place: first + i }));
  await sql`
    insert into what_if_case select * from jsonb_populate_recordset(null::what_if_case, ${JSON.stringify(rows)}::jsonb)`.execute(
    db,
  );
}

export type WhatIfCase = WhatIfChange & { readonly place: number };

/** The clocks that change, in the order in which they were found, so many after a place. */
export async function casesOfWhatIf(
  db: Kysely<unknown>,
  jobId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<WhatIfCase[]> {
  const { rows } = await sql<WhatIfCase>`
    select place, case_id as id, number, type, department, metric, scope, cycle, before, after from what_if_case
     where job_id = ${jobId}::uuid and place > ${after} order by place limit ${limit}`.execute(db);
  return rows;
}
