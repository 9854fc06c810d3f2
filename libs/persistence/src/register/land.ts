import { type ChangeDays, type Interest, type Landholder, type LandRecord, landRegister } from '@headgate/domain/land';
import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';

/** Everybody who holds land, with all their land, as it stands on a day (A11, A14). */
export async function loadLandRegister(db: Kysely<unknown>, on: CivilDate) {
  const [holders, interests, land] = await Promise.all([holdersOf(db), interestsOn(db, on), landOn(db, on)]);
  const interestsBy = Map.groupBy(interests, ({ holder }) => holder);
  const spouses = new Map(
    holders.filter(({ role }) => role === 'spouse').map(({ id, householdOf }) => [householdOf, id]),
  );
  const landholders = holders.map((row) => landholderOf(row, interestsBy.get(row.id) ?? [], spouses.get(row.id)));
  return landRegister(landholders, land);
}

interface HolderColumns {
  readonly id: string;
  readonly holder: Landholder['holder'];
  readonly kind: Landholder['recipient']['kind'];
  readonly by1981: boolean;
  readonly priorLaw: 'individual' | 'married-couple' | 'entity' | null;
  readonly householdOf: string | null;
  readonly role: 'spouse' | 'dependent' | null;
  readonly trustWritten: boolean | null;
  readonly revocableBy: string | null;
  readonly signers: string[];
  readonly contractAcres: string | null;
}

async function holdersOf(db: Kysely<unknown>): Promise<HolderColumns[]> {
  const { rows } = await sql<HolderColumns>`
    select id, holder, recipient as kind, water_by_1981 as by1981, prior_law as "priorLaw", household_of as "householdOf",
           household_role as role, trust_written as "trustWritten", trust_revocable_by as "revocableBy", signers,
           trim_scale(recordable_contract_acres)::text as "contractAcres"
      from landholder order by id`.execute(db);
  return rows;
}

function landholderOf(row: HolderColumns, interests: readonly InterestColumns[], spouse?: string): Landholder {
  const { id, holder, kind, by1981, priorLaw, householdOf, trustWritten, revocableBy, signers, contractAcres } = row;
  return {
    id,
    holder,
    recipient: { kind, ...(by1981 && { receivedWaterBy1981: true }), ...(priorLaw && { priorLaw }) },
    ...(householdOf && { householdOf }),
    ...(interests.length > 0 && { interests: interests.map(({ in: entity, share }) => ({ in: entity, share })) }),
    ...(holder === 'trust' && {
      trust: { writtenAndIdentified: trustWritten === true, ...(revocableBy && { revocableBy }) },
    }),
    ...(signers.length > 0 && { signers }),
    ...(spouse && { spouse }),
    ...(contractAcres && { recordableContractAcres: contractAcres }),
  };
}

interface InterestColumns extends Interest {
  readonly holder: string;
}

async function interestsOn(db: Kysely<unknown>, on: CivilDate): Promise<InterestColumns[]> {
  const { rows } = await sql<InterestColumns>`
    select holder_id as holder, in_id as in, trim_scale(share)::text as share from landholder_interest
     where from_on <= ${on}::date and (until_on is null or until_on >= ${on}::date) order by holder_id, in_id`.execute(
    db,
  );
  return rows;
}

interface LandColumns extends Omit<LandRecord, 'operator' | 'acquiredInvoluntarilyOn'> {
  readonly operator: string | null;
  readonly acquiredInvoluntarilyOn: CivilDate | null;
}

/** A class of land counts by the ratio that Reclamation had determined by then, and as Class 1 where it has none (A10). */
async function landOn(db: Kysely<unknown>, on: CivilDate): Promise<LandRecord[]> {
  const { rows } = await sql<LandColumns>`
    with ratio as (
      select distinct on (district, land_class) district, land_class, trim_scale(class1_ratio)::text as ratio
        from class_equivalency where from_on <= ${on}::date order by district, land_class, from_on desc
    )
    select r.landholder_id as landholder, r.parcel_number as parcel, p.district, trim_scale(p.acres)::text as acres,
           r.tenure, trim_scale(r.share)::text as share, coalesce(q.ratio, '1') as "class1Ratio", not p.exempt as nonexempt,
           r.from_public_entity as "fromPublicEntity", r.operator_id as operator,
           r.acquired_involuntarily_on::text as "acquiredInvoluntarilyOn"
      from land_record r
      join parcel p on p.number = r.parcel_number
      left join ratio q on q.district = p.district and q.land_class = p.land_class
     where r.from_on <= ${on}::date and (r.until_on is null or r.until_on >= ${on}::date)
     order by r.landholder_id, r.parcel_number, r.tenure`.execute(db);
  return rows.map(({ operator, acquiredInvoluntarilyOn, ...rest }) => ({
    ...rest,
    ...(operator && { operator }),
    ...(acquiredInvoluntarilyOn && { acquiredInvoluntarilyOn }),
  }));
}

/** The latest day, up to one, on which each landholder's own land or interests changed (A21). */
export async function changesOfLand(db: Kysely<unknown>, through: CivilDate): Promise<ChangeDays> {
  const { rows } = await sql<{ landholder: string; changed: CivilDate }>`
    select landholder, max(day)::text as changed from (
      select landholder_id as landholder, from_on as day from land_record
      union all select landholder_id, until_on + 1 from land_record where until_on is not null
      union all select holder_id, from_on from landholder_interest
      union all select holder_id, until_on + 1 from landholder_interest where until_on is not null
      union all select household_of, household_since from landholder where household_since is not null
    ) change where day <= ${through}::date group by landholder`.execute(db);
  return new Map(rows.map(({ landholder, changed }) => [landholder, changed]));
}
