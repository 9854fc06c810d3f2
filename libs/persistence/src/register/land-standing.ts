import { Refusal } from '@headgate/domain/case';
import { applicabilityOn, categoryOn, type DistrictStanding } from '@headgate/domain/land';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';

export interface StandingOn extends DistrictStanding {
  readonly since: CivilDate;
  readonly source: string;
  readonly contractProcedure: boolean;
}

interface StandingColumns {
  readonly from: CivilDate;
  readonly district: string;
  readonly applicability: DistrictStanding['applicability'];
  readonly withdrawnOn: CivilDate | null;
  readonly contractProcedure: boolean;
  readonly source: string;
}

/**
 * What the district is under the Act on a day, with its category (A19, A36).
 * Throws a Refusal when nothing is entered for that day: no gate is asked of a district of unknown standing.
 */
export async function districtStandingOn(db: Kysely<unknown>, on: CivilDate): Promise<StandingOn> {
  const { rows } = await sql<StandingColumns>`
    select from_on::text as from, district, applicability, withdrawn_on::text as "withdrawnOn",
           contract_procedure as "contractProcedure", source from district_standing order by from_on`.execute(db);
  const begun = rows.filter(({ from }) => from <= on);
  if (begun.length === 0) {
    const text = `What the district is under the Reclamation Reform Act on ${on} is not entered.`;
    throw new Refusal('rule', 'unknown-standing', text, { rule: 'A36' });
  }
  const { applicability, from, source } = applicabilityOn(begun, on);
  const { district, contractProcedure, withdrawnOn } = begun.find(
    (version) => version.from === from,
  ) as StandingColumns;
  const category = categoryOn({ applicability, withdrawnOn }, on);
  return { name: district, applicability, category, since: from, source, contractProcedure };
}
