import type { FormYear } from '@headgate/domain/land';
import { type Kysely, sql } from 'kysely';

/** How far the landholders of a campaign have come. */
export interface CampaignTally {
  readonly accepted: number;
  /** Cases opened since the register was looked through last. */
  readonly openedSince: number;
  /** Landholders whose case the rules of intake refused to open, with the reason. */
  readonly refused: readonly { readonly landholder: string; readonly name: string; readonly reason: string }[];
}

export async function campaignTally(db: Kysely<unknown>, formYear: FormYear): Promise<CampaignTally> {
  const [counts, refused] = await Promise.all([
    sql<{ accepted: number; openedSince: number }>`
      select count(*) filter (where exists (
               select from case_event e where e.case_id = f.case_id and e.type = 'form-accepted'))::int as accepted,
             count(*) filter (where f.opened_at >= c.planned_at)::int as "openedSince"
        from rra_filing f join rra_campaign c on c.form_year = f.form_year
       where f.form_year = ${formYear} and f.case_id is not null`.execute(db),
    sql<{ landholder: string; name: string; reason: string }>`
      select f.landholder_id as landholder, l.name, f.fault as reason from rra_filing f
        join landholder l on l.id = f.landholder_id
       where f.form_year = ${formYear} and f.fault is not null order by f.landholder_id limit 100`.execute(db),
  ]);
  const { accepted = 0, openedSince = 0 } = counts.rows[0] ?? {};
  return { accepted, openedSince, refused: refused.rows };
}
