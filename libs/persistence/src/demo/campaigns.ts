import type { CaseState } from '@headgate/domain/case';
import { campaignRate, campaignYearOn, type Filing, type FormYear } from '@headgate/domain/land';
import { type CivilDate, dayMs, dayNumber, instantOf, minuteMs } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { filingsOfYear } from '../campaign/filings.ts';
import { campaignActor } from '../campaign/opening.ts';
import { CaseNumbers } from '../case/numbers.ts';
import type { AccountImport } from '../register/imports/accounts.ts';
import { writeLand } from '../register/imports/land.ts';
import { writeLandholders } from '../register/imports/landholders.ts';
import { appendPast } from './append-past.ts';
import { type Filer, filingStory } from './filing-story.ts';
import { campaignDay, demoDistrictName, demoLand } from './land.ts';
import type { PastWorld } from './past-case.ts';
import { livedCase } from './past-cases.ts';
import type { Random } from './random.ts';

const contract = 'Amendatory contract of 1994, article 9; board resolution 94-7';

/** The register of land with two campaigns: last year's, long finished, and this year's, whose forms come in. */
export async function writeCampaigns(
  world: PastWorld,
  landholders: number,
  farmAccounts: readonly AccountImport[],
  { now, today }: { readonly now: number; readonly today: CivilDate },
  random: Random,
): Promise<CaseState[]> {
  if (landholders === 0) return [];
  const formYear = campaignYearOn(today);
  await writeRegister(world, landholders, farmAccounts, formYear, today, random);
  const last = await writeCampaign(world, formYear - 1, { now, today }, random);
  return [...last, ...(await writeCampaign(world, formYear, { now, today }, random))];
}

async function writeRegister(
  { db, newId }: PastWorld,
  count: number,
  farmAccounts: readonly AccountImport[],
  formYear: FormYear,
  today: CivilDate,
  random: Random,
): Promise<void> {
  const { landholders, land } = demoLand(count, farmAccounts, formYear, random);
  await sql`
    insert into district_standing (from_on, district, applicability, source)
    values ('1994-03-01', ${demoDistrictName}, 'discretionary', ${contract})`.execute(db);
  await sql`
    insert into class_equivalency (district, land_class, from_on, class1_ratio, source)
    values (${demoDistrictName}, 3, '1996-01-01', 0.71, 'Determination of the regional director, 1995')`.execute(db);
  await writeLandholders(db, landholders, today);
  await writeLand(db, land);
  await sql`
    insert into parcel_delivery (parcel_number, form_year, expected_on, delivered_on)
    select parcel_number, form_year - 1, expected_on - 365, expected_on - 360 from parcel_delivery`.execute(db);
  await writeOlderForms(db, formYear - 2, random, () => newId(dayNumber(today) * dayMs));
}

const standardForm: Readonly<Record<string, string>> = {
  individual: '7-2180',
  entity: '7-2181',
  religious: '7-2184',
  trust: '7-21TRUST',
  'public-entity': '7-21PE',
  'farm-operator': '7-21FARMOP',
};

/** The standard forms that stood in the boxes before there were cases; three in four of them can be verified. */
async function writeOlderForms(
  db: Kysely<unknown>,
  formYear: FormYear,
  random: Random,
  newId: () => string,
): Promise<void> {
  const { rows } = await sql<{ id: string; holder: string; recipient: string }>`
    select id, holder, recipient from landholder where household_of is null order by id`.execute(db);
  const forms = rows
    .filter(() => random.chance(0.75))
    .map(({ id, holder, recipient }, at) => {
      const day = `${formYear}-0${random.between(1, 2)}-${random.between(10, 28)}`;
      const form =
        recipient === 'prior-law' ? (standardForm[holder] as string).replace('7-218', '7-219') : standardForm[holder];
      return {
        key: newId(),
        id,
        form,
        day,
        hold: at === 4,
        shelf: `box RRA-${formYear}-${1 + (at % 9)}, shelf ${1 + (at % 40)}`,
      };
    });
  await sql`
    insert into rra_form (id, landholder_id, form, form_year, received_on, accepted_on, legal_hold, legal_hold_because, shelf)
    select key, id, form, ${formYear}, day, day, hold, case when hold then 'Landholder audit by Reclamation' else '' end, shelf
      from jsonb_to_recordset(${JSON.stringify(forms)}::jsonb)
        as r(key uuid, id text, form text, day date, hold boolean, shelf text)`.execute(db);
}

async function writeCampaign(
  world: PastWorld,
  formYear: FormYear,
  { now, today }: { readonly now: number; readonly today: CivilDate },
  random: Random,
): Promise<CaseState[]> {
  const { db, office } = world;
  const day = campaignDay(formYear) < today ? campaignDay(formYear) : today;
  const calendar = office.book.calendar('district');
  const startedAt = Math.min(calendar.instantOf(dayNumber(day), 6 * 60 * minuteMs), now - 2 * 3_600_000);
  const { filings } = await filingsOfYear(db, formYear, day);
  const filers = await filersOf(db, filings);
  const rate = campaignRate.on(day);
  const numbers = new CaseNumbers();
  const states: CaseState[] = [];
  for (const [at, filer] of filers.entries()) {
    const openedAt = startedAt + Math.floor((at / rate) * 1_000);
    const number = await numbers.take(db, instantOf(openedAt));
    const story = filingStory(filer, day, random);
    const past = await livedCase(world, story, { number, openedAt, actor: campaignActor, account: null }, now, random);
    await appendPast(db, past, office, instantOf(now));
    states.push(past.state);
  }
  await keepCampaign(db, formYear, filings, states, { startedAt, rate });
  return states;
}

async function filersOf(db: Kysely<unknown>, filings: readonly Filing[]): Promise<Filer[]> {
  const { rows } = await sql<Omit<Filer, 'details'> & { id: string }>`
    select id, name, email, phone, account_number as account, mailing_address as address, language from landholder`.execute(
    db,
  );
  const byId = new Map(rows.map(({ id, ...contact }) => [id, contact]));
  return filings
    .filter(({ duty }) => duty.mustFile)
    .map(({ landholder, details }) => ({ ...(byId.get(landholder) as Omit<Filer, 'details'>), details }));
}

async function keepCampaign(
  db: Kysely<unknown>,
  formYear: FormYear,
  filings: readonly Filing[],
  states: readonly CaseState[],
  { startedAt, rate }: { readonly startedAt: number; readonly rate: number },
): Promise<void> {
  const caseOf = new Map(states.map(({ id, details }) => [details.landholder, id]));
  const rows = filings.map(({ landholder, duty, details }) => ({
    landholder,
    must_file: duty.mustFile,
    details,
    case_id: caseOf.get(landholder) ?? null,
  }));
  const at = instantOf(startedAt);
  const ended = instantOf(startedAt + Math.ceil(states.length / rate) * 1_000);
  await sql`
    insert into rra_campaign (form_year, asked_by, started_at, planned_at, planned, opened, not_required, rate,
      finished_at, last_opened_at)
    values (${formYear}, 'schedule', ${at}::timestamptz, ${at}::timestamptz, ${states.length}, ${states.length},
      ${filings.length - states.length}, ${rate}, ${ended}::timestamptz, ${ended}::timestamptz)`.execute(db);
  await sql`
    insert into rra_filing (form_year, landholder_id, must_file, details, case_id, opened_at)
    select ${formYear}, landholder, must_file, details, case_id, case when case_id is not null then ${at}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(landholder text, must_file boolean, details jsonb, case_id uuid)`.execute(db);
}
