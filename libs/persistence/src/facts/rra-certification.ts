import {
  asksNeighbours,
  filingOf,
  type Line,
  type Neighbours,
  nextMove,
} from '@headgate/domain/cases/rra-certification';
import { sql } from 'kysely';
import type { Fact, FactSource } from './fact.ts';

/** What the law found when the case was opened, or when the land changed. */
const duty: Fact<object> = async ({ state }) => {
  const { duty: found, land } = filingOf(state);
  return {
    mustFile: found?.mustFile ?? false,
    because: found?.because ?? 'under-threshold',
    forms: found?.forms ?? [],
    fullCostAcres: land?.fullCostAcres ?? '0',
    ineligibleAcres: land?.ineligibleAcres ?? '0',
  };
};

/** What the law and the record ask one line of the procedure to do next. */
const move: Fact<{ line: Line; listensTo: readonly string[] }> = async (source, { line, listensTo }) => {
  const { state, moment } = source;
  const others = asksNeighbours(state, moment) ? await neighbours(source) : nobody;
  return nextMove(line, listensTo, state, moment, others);
};

export const rraCertificationFacts = {
  'rra-certification/duty': duty,
  'rra-certification/next-move': move,
};

const nobody: Neighbours = { held: [], turnouts: {} };

interface ParcelEvent {
  readonly caseId: string;
  readonly type: string;
  readonly at: string;
  readonly parcel: string;
}

/** How the parcels stand by the year's cases of all their other owners and lessees (F16); a lock outlasts its year. */
async function neighbours({ db, state }: FactSource): Promise<Neighbours> {
  const parcels = state.details.parcels as readonly string[];
  const { rows } = await sql<ParcelEvent>`
    select e.case_id as "caseId", e.type,
           to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, p.parcel
      from cases c
      join case_event e on e.case_id = c.id
     cross join lateral jsonb_array_elements_text(e.data->'parcels') as p(parcel)
     where c.type = 'rra-certification' and c.status <> 'cancelled' and c.id <> ${state.id}
       and (c.details->>'formYear')::int between ${Number(state.details.formYear) - 1} and ${state.details.formYear}
       and c.details->'parcels' ?| ${sql.val(parcels)}::text[]
       and (e.type in ('parcels-locked', 'parcels-unlocked')
            or e.type in ('delivery-held', 'delivery-hold-lifted')
               and (c.details->>'formYear')::int = ${state.details.formYear})
       and p.parcel = any(${sql.val(parcels)}::text[])
     order by e.at, e.position`.execute(db);
  const held = new Set<string>();
  const turnouts: Record<string, { locked: boolean; at: string }> = {};
  for (const { caseId, type, at, parcel } of rows) {
    const key = `${caseId} ${parcel}`;
    if (type === 'delivery-held') held.add(key);
    else if (type === 'delivery-hold-lifted') held.delete(key);
    else turnouts[parcel] = { locked: type === 'parcels-locked', at };
  }
  const unopened = await heldWithoutCase(db, state, parcels);
  return { held: [...new Set([...[...held].map((key) => key.slice(key.indexOf(' ') + 1)), ...unopened])], turnouts };
}

/** Parcels of others who must file this year and for whom the campaign has not opened a case yet: they hold as well (A20). */
async function heldWithoutCase(
  db: FactSource['db'],
  { details }: FactSource['state'],
  parcels: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ parcel: string }>`
    select distinct p.parcel
      from rra_filing f
     cross join lateral jsonb_array_elements_text(f.details->'parcels') as p(parcel)
     where f.form_year = ${details.formYear} and f.must_file and f.case_id is null
       and not exists (select from cases c where c.type = 'rra-certification' and c.status <> 'cancelled'
                       and c.details->>'landholder' = f.landholder_id and c.details->>'formYear' = ${String(details.formYear)})
       and p.parcel = any(${sql.val(parcels)}::text[])`.execute(db);
  return rows.map(({ parcel }) => parcel);
}
