import type { FormYear } from '@headgate/domain/land';
import { type Kysely, sql } from 'kysely';

/** How far the landholders of a campaign have come. */
export interface CampaignTally {
  readonly accepted: number;
  /** Landholders whose case the rules of intake refused to open, with the reason. */
  readonly refused: readonly { readonly landholder: string; readonly name: string; readonly reason: string }[];
}

export async function campaignTally(db: Kysely<unknown>, formYear: FormYear): Promise<CampaignTally> {
  const [accepted, refused] = await Promise.all([
    sql<{ count: number }>`
      select count(*)::int as count from rra_filing f
       where f.form_year = ${formYear} and f.case_id is not null
         and exists (select from case_event e where e.case_id = f.case_id and e.type = 'form-accepted')`.execute(db),
    sql<{ landholder: string; name: string; reason: string }>`
      select f.landholder_id as landholder, l.name, f.fault as reason from rra_filing f
        join landholder l on l.id = f.landholder_id
       where f.form_year = ${formYear} and f.fault is not null order by f.landholder_id limit 100`.execute(db),
  ]);
  return { accepted: accepted.rows[0]?.count ?? 0, refused: refused.rows };
}
