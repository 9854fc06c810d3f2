import type { CivilDate } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { type LandImport, writeLand } from '../register/imports/land.ts';
import { type LandholderImport, writeLandholders } from '../register/imports/landholders.ts';

export const ours = 'Headgate Water District';

export async function enterStanding(
  db: Kysely<unknown>,
  applicability: 'discretionary' | 'prior-law' | 'exempt' = 'discretionary',
  from: CivilDate = '1990-01-01',
): Promise<void> {
  await sql`
    insert into district_standing (from_on, district, applicability, source)
    values (${from}, ${ours}, ${applicability}, 'contract of 1990')`.execute(db);
}

export const holder = (id: string, more: Partial<LandholderImport> = {}): LandholderImport => ({
  id,
  name: `Name of ${id}`,
  holder: 'individual',
  recipient: 'qualified',
  water_by_1981: false,
  prior_law: null,
  household_of: null,
  household_role: null,
  household_since: null,
  trust_written: false,
  trust_revocable_by: null,
  interests: [],
  interests_since: null,
  signers: [],
  recordable_contract_acres: null,
  language: 'en',
  email: null,
  phone: null,
  mailing_address: '1 Farm Road, Hollister, CA 95023',
  account: null,
  ...more,
});

export const land = (
  parcel: string,
  landholder: string,
  acres: string,
  more: Partial<LandImport> = {},
): LandImport => ({
  parcel,
  district: ours,
  acres,
  land_class: 1,
  exempt: false,
  exempt_because: '',
  route: 'A01',
  turnout: 'T-1',
  landholder,
  tenure: 'owned',
  share: '1',
  operator: null,
  from_public_entity: false,
  acquired_involuntarily_on: null,
  from: '2015-01-01',
  until: null,
  first_delivery_on: null,
  ...more,
});

const ROWS_A_STATEMENT = 1_000;

/** So many landholders of 300 acres each, who must file, and for each ten of them one of 10 acres, who need not. */
export async function enterLandholders(db: Kysely<unknown>, count: number, today: CivilDate): Promise<void> {
  const large = Array.from({ length: count }, (_, at) => `lh-${String(at).padStart(5, '0')}`);
  const small = large.filter((_, at) => at % 10 === 0).map((id) => `${id}-small`);
  const ids = [...large, ...small];
  for (let from = 0; from < ids.length; from += ROWS_A_STATEMENT) {
    const part = ids.slice(from, from + ROWS_A_STATEMENT);
    await writeLandholders(
      db,
      part.map((id) => holder(id)),
      today,
    );
    await writeLand(
      db,
      part.map((id) => land(`apn-${id}`, id, id.endsWith('small') ? '10' : '300')),
    );
  }
}
