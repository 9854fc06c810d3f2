import type { Filing, FormYear } from '@headgate/domain/land';
import { millis } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import type { CaseRecord } from '../case/record.ts';
import { filingsOfYear } from './filings.ts';

const ROWS_A_STATEMENT = 1_000;

/**
 * Looks through the register and writes down every landholder's answer for the year, once until the campaign is asked
 * for again. An answer whose case is open stays as it was.
 */
export async function planCampaign(record: CaseRecord, formYear: FormYear): Promise<void> {
  const { book } = await record.office.current();
  const now = record.clock.now();
  await record.inTransaction(async ({ db }) => {
    const { rows } = await sql<{ planned: boolean }>`
      select planned_at is not null as planned from rra_campaign where form_year = ${formYear} for update`.execute(db);
    if (rows[0]?.planned !== false) return;
    const { filings } = await filingsOfYear(db, formYear, book.calendar('district').dateAt(millis(now)));
    await forget(db, formYear);
    for (let from = 0; from < filings.length; from += ROWS_A_STATEMENT) {
      await write(db, formYear, filings.slice(from, from + ROWS_A_STATEMENT));
    }
    await sql`
      update rra_campaign c set planned_at = ${now}::timestamptz, planned = f.planned, not_required = f.others
        from (select count(*) filter (where must_file) as planned, count(*) filter (where not must_file) as others
                from rra_filing where form_year = ${formYear}) f
       where c.form_year = ${formYear}`.execute(db);
  });
}

/** An earlier look's answers that no case was opened for: the register may have changed. */
async function forget(db: Kysely<unknown>, formYear: FormYear): Promise<void> {
  await sql`delete from rra_filing where form_year = ${formYear} and case_id is null`.execute(db);
}

async function write(db: Kysely<unknown>, formYear: FormYear, filings: readonly Filing[]): Promise<void> {
  const rows = filings.map(({ landholder, duty, details }) => ({ landholder, must_file: duty.mustFile, details }));
  await sql`
    insert into rra_filing (form_year, landholder_id, must_file, details)
    select ${formYear}, landholder, must_file, details from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(landholder text, must_file boolean, details jsonb)
    on conflict (form_year, landholder_id) do nothing`.execute(db);
}
