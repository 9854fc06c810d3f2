import type { FormYear } from '@headgate/domain/land';
import type { Queue } from '@headgate/domain/people';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';

/** A landholder for want of whose form, or by whose land, a parcel takes no water. */
export interface HeldFor {
  readonly landholder: string;
  readonly name: string;
  /** False while the campaign has not opened the landholder's case. */
  readonly opened: boolean;
  /** Null for whoever may not know of the case. */
  readonly caseNumber: string | null;
  /** The rules that hold: A20 no accepted form, A5 excess, A6 full cost unpaid. */
  readonly rules: readonly string[];
}

export interface HeldParcel {
  readonly parcel: string;
  readonly acres: string;
  readonly route: string | null;
  readonly turnout: string | null;
  readonly firstDeliveryOn: CivilDate | null;
  readonly locked: boolean;
  readonly heldFor: readonly HeldFor[];
}

interface HoldColumns extends Omit<HeldParcel, 'heldFor'>, HeldFor {}

/**
 * The parcels that take no project water this year, and for want of whose form (A20, F16). Each landholder's case holds
 * a parcel apart, and a turnout's lock outlasts its year: it is free when none of them does. Who must file and has no case yet holds as well. Cases are named to
 * the departments that may know of them.
 */
export async function parcelHolds(
  db: Kysely<unknown>,
  formYear: FormYear,
  seenBy: readonly Queue[] | 'all' = 'all',
): Promise<HeldParcel[]> {
  const seen = seenBy === 'all' ? sql`true` : sql`c.involved && ${[...seenBy]}::text[]`;
  const { rows } = await sql<HoldColumns>`
    with ours as (
      select c.id, case when ${seen} then c.number end as number, c.details->>'landholder' as landholder from cases c
       where c.type = 'rra-certification' and c.details->>'formYear' = ${String(formYear)} and c.status <> 'cancelled'
    ), told as (
      select distinct on (c.id, p.parcel) c.landholder, c.number, p.parcel, e.type, e.data->'rules' as rules
        from ours c
        join case_event e on e.case_id = c.id and e.type in ('delivery-held', 'delivery-hold-lifted')
        cross join lateral jsonb_array_elements_text(e.data->'parcels') as p(parcel)
       order by c.id, p.parcel, e.seq desc
    ), lock as (
      select distinct on (p.parcel) p.parcel, e.type = 'parcels-locked' as locked
        from case_event e
        cross join lateral jsonb_array_elements_text(e.data->'parcels') as p(parcel)
       where e.type in ('parcels-locked', 'parcels-unlocked')
       order by p.parcel, e.at desc
    ), held as (
      select landholder, number, true as opened, parcel, rules from told where type = 'delivery-held'
      union all
      select f.landholder_id, null, false, p.parcel, '["A20"]'::jsonb from rra_filing f
       cross join lateral jsonb_array_elements_text(f.details->'parcels') as p(parcel)
       where f.form_year = ${formYear} and f.must_file and f.case_id is null
    )
    select h.parcel, coalesce(trim_scale(p.acres)::text, '0') as acres, p.route, p.turnout,
           least(d.expected_on, d.delivered_on)::text as "firstDeliveryOn", coalesce(k.locked, false) as locked,
           h.landholder, coalesce(l.name, h.landholder) as name, h.opened, h.number as "caseNumber", h.rules
      from held h
      left join parcel p on p.number = h.parcel
      left join parcel_delivery d on d.parcel_number = h.parcel and d.form_year = ${formYear}
      left join landholder l on l.id = h.landholder
      left join lock k on k.parcel = h.parcel
     order by least(d.expected_on, d.delivered_on) nulls last, h.parcel, h.landholder`.execute(db);
  return [...Map.groupBy(rows, ({ parcel }) => parcel).values()].map(asParcel);
}

function asParcel(rows: readonly HoldColumns[]): HeldParcel {
  const { parcel, acres, route, turnout, firstDeliveryOn, locked } = rows[0] as HoldColumns;
  const heldFor = rows.map(({ landholder, name, opened, caseNumber, rules }) => ({
    landholder,
    name,
    opened,
    caseNumber,
    rules,
  }));
  return { parcel, acres, route, turnout, firstDeliveryOn, locked, heldFor };
}
