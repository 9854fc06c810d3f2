import { formYearOn } from '@headgate/domain/land';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Numbered, Rejected } from './answer.ts';
import * as cells from './cells.ts';
import type { ImportKind } from './kind.ts';
import { knownLandholders, unknownLandholders } from './known-landholders.ts';

const form = (today: CivilDate) =>
  z.strictObject({
    parcel: cells.registerId(),
    district: cells.text(),
    acres: cells.number({ digits: 8, places: 4, positive: true }),
    land_class: cells.wholeNumber(1, 6),
    exempt: cells.yesNo(false),
    exempt_because: cells.textOr(''),
    route: cells.optionalText(),
    turnout: cells.optionalText(),
    landholder: cells.registerId(),
    tenure: cells.oneOf(['owned', 'leased']),
    share: cells.share(),
    operator: cells.optionalRegisterId(),
    from_public_entity: cells.yesNo(false),
    acquired_involuntarily_on: cells.optionalDay(today),
    from: cells.dayNear(today),
    until: cells.optionalDay(today),
    first_delivery_on: cells.optionalDay(today),
  });

export type LandImport = z.output<ReturnType<typeof form>>;

export const landImport: ImportKind<LandImport, readonly LandImport[]> = {
  form,
  identities: ({ parcel, landholder, tenure, from }) => [
    { column: 'landholder', value: `${parcel} ${landholder} ${tenure} ${from}` },
  ],

  async plan(db, rows) {
    const known = await knownLandholders(
      db,
      rows.flatMap(({ row }) => namedBy(row).map(({ id }) => id)),
    );
    const rejected = rows.flatMap((numbered) => [
      ...endsBefore(numbered),
      ...unknownLandholders(numbered.line, namedBy(numbered.row), known),
    ]);
    const left = new Set(rejected.map(({ line }) => line));
    return { good: rows.filter(({ line }) => !left.has(line)).map(({ row }) => row), rejected, wouldOpen: 0 };
  },

  async write({ db }, rows) {
    await writeLand(db, rows);
  },

  together: (row) => ({ group: row.parcel, order: row.from }),
};

const namedBy = ({ landholder, operator }: LandImport) => [
  { column: 'landholder', id: landholder },
  ...(operator ? [{ column: 'operator', id: operator }] : []),
];

function endsBefore({ line, row }: Numbered<LandImport>): Rejected[] {
  if (row.until === null || row.until >= row.from) return [];
  return [{ line, column: 'until', code: 'ends-before-it-begins', message: `what begins on ${row.from} ends later` }];
}

/** A parcel is as its latest row says; a holding is known by parcel, landholder, tenure and first day. */
export async function writeLand(db: Kysely<unknown>, rows: readonly LandImport[]): Promise<void> {
  const identified = rows.map((row) => ({
    ...row,
    id: uuidv7(),
    form_year: row.first_delivery_on ? formYearOn(row.first_delivery_on) : null,
  }));
  await sql`
    with row as (
      select * from jsonb_to_recordset(${JSON.stringify(identified)}::jsonb) as r(id uuid, parcel text, district text,
        acres numeric, land_class int, exempt boolean, exempt_because text, route text, turnout text, landholder text,
        tenure text, share numeric, operator text, from_public_entity boolean, acquired_involuntarily_on date,
        "from" date, until date, first_delivery_on date, form_year int)
    ), parcels as (
      insert into parcel (number, district, acres, land_class, exempt, exempt_because, route, turnout)
      select distinct on (parcel) parcel, district, acres, land_class, exempt, exempt_because, route, turnout
        from row order by parcel, "from" desc
      on conflict (number) do update set district = excluded.district, acres = excluded.acres,
        land_class = excluded.land_class, exempt = excluded.exempt, exempt_because = excluded.exempt_because,
        route = excluded.route, turnout = excluded.turnout
        where parcel is distinct from excluded
    ), deliveries as (
      insert into parcel_delivery (parcel_number, form_year, expected_on)
      select distinct on (parcel, form_year) parcel, form_year, first_delivery_on from row
       where first_delivery_on is not null order by parcel, form_year, first_delivery_on
      on conflict (parcel_number, form_year) do update set expected_on = excluded.expected_on
        where parcel_delivery.expected_on is distinct from excluded.expected_on
    )
    insert into land_record (id, parcel_number, landholder_id, tenure, share, operator_id, from_public_entity,
      acquired_involuntarily_on, from_on, until_on)
    select id, parcel, landholder, tenure, share, operator, from_public_entity, acquired_involuntarily_on, "from", until
      from row
    on conflict (parcel_number, landholder_id, tenure, from_on) do update set share = excluded.share,
      operator_id = excluded.operator_id, from_public_entity = excluded.from_public_entity,
      acquired_involuntarily_on = excluded.acquired_involuntarily_on, until_on = excluded.until_on
      where (land_record.share, land_record.operator_id, land_record.from_public_entity,
             land_record.acquired_involuntarily_on, land_record.until_on)
        is distinct from (excluded.share, excluded.operator_id, excluded.from_public_entity,
             excluded.acquired_involuntarily_on, excluded.until_on)`.execute(db);
}
