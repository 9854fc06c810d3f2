import { askForCampaign, type CaseRecord, imports, openNextFilings, planCampaign } from '@headgate/persistence';
import { sql } from 'kysely';
import { bareInsert } from './limit.ts';
import { row } from './load.ts';
import { benchDatabase } from './world.ts';

const LANDHOLDERS = 2_000;
const today = new Date().toISOString().slice(0, 10);
const formYear = today.slice(5) >= '11-01' ? Number(today.slice(0, 4)) + 1 : Number(today.slice(0, 4));

/** An RRA campaign at full speed, its rate and Temporal set aside, beside a bare insert by one client. */
export async function benchCampaign(): Promise<void> {
  const database = await benchDatabase();
  try {
    const limit = await bareInsert(database.ownerUrl, JSON.stringify({ landholder: 'lh-00001', formYear }), 1);
    row('bare Nest + one INSERT', 1, limit);
    await enterLand(database.record);
    await askForCampaign(database.record.db, formYear, { name: 'bench', now: database.record.clock.now(), today });
    await sql`update rra_campaign set rate = 100000`.execute(database.record.db);
    const planning = performance.now();
    await planCampaign(database.record, formYear);
    console.log(`planned ${LANDHOLDERS} landholders in ${((performance.now() - planning) / 1000).toFixed(1)} s`);
    const perSecond = await openAll(database.record);
    const share = (perSecond / limit.perSecond).toFixed(3);
    console.log(`campaign                    ${perSecond.toFixed(0).padStart(7)} landholders/s  ${share} of the limit`);
  } finally {
    await database.close();
  }
}

async function openAll(record: CaseRecord): Promise<number> {
  const began = performance.now();
  let left = 1;
  while (left > 0) ({ left } = await openNextFilings(record, formYear, 1_000_000));
  return LANDHOLDERS / ((performance.now() - began) / 1000);
}

async function enterLand(record: CaseRecord): Promise<void> {
  const ids = Array.from({ length: LANDHOLDERS }, (_, at) => `lh-b${String(at).padStart(5, '0')}`);
  const actor = { kind: 'import', name: 'register' } as const;
  await sql`
    insert into district_standing (from_on, district, applicability, source)
    values ('1982-01-01', 'ours', 'discretionary', 'contract') on conflict do nothing`.execute(record.db);
  const { rows } = await sql<{
    district: string;
  }>`select district from district_standing order by from_on desc limit 1`.execute(record.db);
  const district = rows[0]?.district;
  const holders = ids.map((id) => `${id},Name ${id},individual,qualified,,,,,,,,,,,,en,,,"1 Farm Road, Hollister",`);
  const parcels = ids.map((id) => `apn-${id},${district},300,1,no,,A01,T-1,${id},owned,1,,no,,2015-01-01,,`);
  await imports.landholders(record, [landholderColumns, ...holders].join('\n'), { actor });
  await imports.land(record, [landColumns, ...parcels].join('\n'), { actor });
}

const landholderColumns =
  'id,name,holder,recipient,water_by_1981,prior_law,household_of,household_role,household_since,trust_written,trust_revocable_by,interests,interests_since,signers,recordable_contract_acres,language,email,phone,mailing_address,account';
const landColumns =
  'parcel,district,acres,land_class,exempt,exempt_because,route,turnout,landholder,tenure,share,operator,from_public_entity,acquired_involuntarily_on,from,until,first_delivery_on';
