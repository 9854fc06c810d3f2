import { Refusal } from '@headgate/domain/case';
import { campaignRate, campaignRefusal, type FormYear } from '@headgate/domain/land';
import type { CivilDate, Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';

/** A year's campaign as it stands. Counts are of landholders; `rate` is landholders per second at the most. */
export interface Campaign {
  readonly formYear: FormYear;
  readonly askedBy: string;
  readonly startedAt: Instant;
  readonly plannedAt: Instant | null;
  readonly planned: number;
  readonly opened: number;
  readonly notRequired: number;
  readonly rate: number;
  readonly finishedAt: Instant | null;
  readonly lastOpenedAt: Instant | null;
  /** Why it cannot go on, in words for the office. */
  readonly fault: string | null;
}

const columns = sql`form_year as "formYear", asked_by as "askedBy", ${at('started_at')} as "startedAt",
  ${at('planned_at')} as "plannedAt", planned, opened, not_required as "notRequired", rate,
  ${at('finished_at')} as "finishedAt", ${at('last_opened_at')} as "lastOpenedAt", fault`;

function at(column: string) {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export async function campaigns(db: Kysely<unknown>): Promise<Campaign[]> {
  const { rows } = await sql<Campaign>`select ${columns} from rra_campaign order by form_year desc`.execute(db);
  return rows;
}

export async function campaignOf(db: Kysely<unknown>, formYear: FormYear): Promise<Campaign | null> {
  const { rows } = await sql<Campaign>`select ${columns} from rra_campaign where form_year = ${formYear}`.execute(db);
  return rows[0] ?? null;
}

/** The years whose campaign has still something to open. */
export async function unfinishedCampaigns(db: Kysely<unknown>): Promise<FormYear[]> {
  const { rows } = await sql<{ year: FormYear }>`
    select form_year as year from rra_campaign where finished_at is null and fault is null order by 1`.execute(db);
  return rows.map(({ year }) => year);
}

/**
 * Asks for a year's campaign. One that runs goes on as it is; one that has ended, or stood still by a fault, looks
 * through the register again and opens what it has not opened yet. Throws a Refusal outside the use of the forms (A23).
 */
export async function askForCampaign(
  db: Kysely<unknown>,
  formYear: FormYear,
  by: { readonly name: string; readonly now: Instant; readonly today: CivilDate },
): Promise<{ readonly campaign: Campaign; readonly created: boolean }> {
  const reason = campaignRefusal(formYear, by.today);
  if (reason) throw new Refusal('rule', 'forms-not-in-use', reason, { rule: 'A23' });
  const rate = campaignRate.on(by.today);
  const { rows } = await sql<Campaign & { created: boolean }>`
    insert into rra_campaign (form_year, asked_by, started_at, rate)
    values (${formYear}, ${by.name}, ${by.now}::timestamptz, ${rate})
    on conflict (form_year) do update set finished_at = null, fault = null,
      planned_at = case when rra_campaign.finished_at is null and rra_campaign.fault is null then rra_campaign.planned_at end
    returning ${columns}, xmax = 0 as created`.execute(db);
  const { created, ...campaign } = rows[0] as Campaign & { created: boolean };
  return { campaign, created };
}

/** Stops a campaign by a fault in the register or the district's standing; the office asks anew once it is put right. */
export async function stopByFault(db: Kysely<unknown>, formYear: FormYear, fault: string): Promise<void> {
  await sql`update rra_campaign set fault = ${fault.slice(0, 500)} where form_year = ${formYear}`.execute(db);
}
