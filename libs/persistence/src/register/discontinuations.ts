import { type CarriedOut, type DiscontinuationReport, discontinuationReport } from '@headgate/domain/delinquency';
import { type Kysely, sql } from 'kysely';

/** The yearly report of discontinuations for inability to pay, from the record of every case (rule B13). */
export async function yearlyDiscontinuations(db: Kysely<unknown>, year: number): Promise<DiscontinuationReport> {
  const { rows } = await sql<CarriedOut>`
    select to_char(e.at at time zone 'America/Los_Angeles', 'YYYY-MM-DD') as on, o.data->'details'->>'service' as service,
           case o.data->'details'->>'dwelling' when 'unknown' then 'yes' else o.data->'details'->>'dwelling' end as dwelling,
           exists (select from case_event w where w.case_id = e.case_id and w.type = 'shut-off-was-wrongful' and w.seq > e.seq) as wrongful
      from case_event e
      join case_event o on o.case_id = e.case_id and o.seq = 1
     where e.type = 'shut-off-carried-out'
       and e.at >= make_date(${year}, 1, 1)::timestamp - interval '1 day'
       and e.at < make_date(${year} + 1, 1, 1)::timestamp + interval '1 day'`.execute(db);
  return discontinuationReport(
    year,
    rows.map(({ dwelling, ...rest }) => ({ ...rest, ...(dwelling ? { dwelling } : {}) })),
  );
}
