import { type FormOnFile, formCatalogue, type LandRegister, lastChangeOf } from '@headgate/domain/land';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { changesOfLand } from './land.ts';

const standardForms = Object.entries(formCatalogue).flatMap(([number, { standard }]) => (standard ? [number] : []));

/** The last standard form that was accepted of each landholder, and whether their land has changed since (A21, A22). */
export async function standardFormsOnFile(
  db: Kysely<unknown>,
  register: LandRegister,
  on: CivilDate,
): Promise<FormOnFile[]> {
  const changes = await changesOfLand(db, on);
  const { rows } = await sql<{ landholder: string; accepted: CivilDate }>`
    select landholder_id as landholder, max(accepted_on)::text as accepted from rra_form
     where form = any(${standardForms}::text[]) and accepted_on <= ${on}::date group by landholder_id`.execute(db);
  return rows.map(({ landholder, accepted }) => {
    const changed = lastChangeOf(register, changes, landholder);
    return { landholder, changedSince: changed !== null && changed > accepted };
  });
}

/** The first delivery of the year that is expected, or was made, of each parcel. */
export async function firstDeliveries(db: Kysely<unknown>, formYear: number): Promise<ReadonlyMap<string, CivilDate>> {
  const { rows } = await sql<{ parcel: string; first: CivilDate }>`
    select parcel_number as parcel, least(expected_on, delivered_on)::text as first from parcel_delivery
     where form_year = ${formYear} and coalesce(expected_on, delivered_on) is not null`.execute(db);
  return new Map(rows.map(({ parcel, first }) => [parcel, first]));
}
