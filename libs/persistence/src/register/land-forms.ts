import {
  type FiledForm,
  type FormNumber,
  type FormOnFile,
  formCatalogue,
  type LandRegister,
  lastChangeOf,
} from '@headgate/domain/land';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { changesOfLand } from './land.ts';

/** A form that was accepted: of an earlier year from the register, or by a case. */
export interface FormFiled extends FiledForm {
  readonly landholder: string;
  readonly name: string;
  readonly formYear: number;
  /** Where the original lies. */
  readonly shelf: string | null;
  readonly caseNumber: string | null;
}

/** Every accepted form of everybody, whether its paper came before there were cases or a case accepted it. */
const filed = sql`(
  select landholder_id as landholder, form, form_year, received_on, accepted_on, legal_hold, reclamation_keeps_through,
         shelf, null::text as case_number
    from rra_form where accepted_on is not null
  union all
  select c.details->>'landholder', e.data->>'form', (c.details->>'formYear')::int, (e.data->>'receivedOn')::date,
         (e.data->>'on')::date,
         coalesce((select (h.data->>'active')::boolean from case_event h where h.case_id = c.id and h.type = 'legal-hold-set'
                    order by h.seq desc limit 1), false), null,
         nullif(concat_ws(', ', 'box ' || (e.data->>'box'), 'shelf ' || (e.data->>'shelf')), ''), c.number
    from case_event e join cases c on c.id = e.case_id
   where e.type = 'form-accepted'
)`;

const standardForms = Object.entries(formCatalogue).flatMap(([number, { standard }]) => (standard ? [number] : []));

/** The last standard form that was accepted of each landholder, and whether their land has changed since (A21, A22). */
export async function standardFormsOnFile(
  db: Kysely<unknown>,
  register: LandRegister,
  on: CivilDate,
): Promise<FormOnFile[]> {
  const changes = await changesOfLand(db, on);
  const { rows } = await sql<{ landholder: string; accepted: CivilDate }>`
    select landholder, max(accepted_on)::text as accepted from ${filed} f
     where form = any(${standardForms}::text[]) and accepted_on <= ${on}::date group by landholder`.execute(db);
  return rows.map(({ landholder, accepted }) => {
    const changed = lastChangeOf(register, changes, landholder);
    return { landholder, changedSince: changed !== null && changed > accepted };
  });
}

/** Every form that was accepted, in the order of landholders and days. */
export async function formsFiled(db: Kysely<unknown>): Promise<FormFiled[]> {
  const { rows } = await sql<FormFiled & { form: FormNumber }>`
    select f.landholder, coalesce(l.name, f.landholder) as name, f.form, f.form_year as "formYear",
           f.received_on::text as "receivedOn", f.accepted_on::text as "acceptedOn", f.legal_hold as "legalHold",
           f.reclamation_keeps_through::text as "reclamationKeepsThrough", f.shelf, f.case_number as "caseNumber"
      from ${filed} f left join landholder l on l.id = f.landholder
     order by f.landholder, f.accepted_on`.execute(db);
  return rows;
}

/** The first delivery of the year that is expected, or was made, of each parcel. */
export async function firstDeliveries(db: Kysely<unknown>, formYear: number): Promise<ReadonlyMap<string, CivilDate>> {
  const { rows } = await sql<{ parcel: string; first: CivilDate }>`
    select parcel_number as parcel, least(expected_on, delivered_on)::text as first from parcel_delivery
     where form_year = ${formYear} and coalesce(expected_on, delivered_on) is not null`.execute(db);
  return new Map(rows.map(({ parcel, first }) => [parcel, first]));
}
