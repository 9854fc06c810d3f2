import { districtHours } from '@headgate/domain/calendar';
import { type CaseState, isActive } from '@headgate/domain/case';
import { defaultPolicies } from '@headgate/domain/sla';
import { instantOf, millis } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { CaseRecord } from '../case/record.ts';
import { officeOf } from '../office/office.ts';
import { writeCampaigns } from './campaigns.ts';
import { demoDistrict, writeDistrict } from './district.ts';
import { writePastCases } from './past-cases.ts';
import { Random } from './random.ts';
import { seedOffice } from './seed-office.ts';
import { demoPassword, demoStaff } from './staff.ts';

export interface DemoSize {
  readonly accounts: number;
  readonly cases: number;
  /** Landholders of the register of land, with their two campaigns. */
  readonly landholders?: number;
}

export interface DemoSeeding {
  readonly size?: DemoSize;
  readonly hash: (password: string) => Promise<string>;
  readonly progress?: (line: string) => void;
}

export interface Seeded {
  readonly accounts: number;
  readonly cases: number;
  readonly open: number;
}

const wholeDistrict: DemoSize = { accounts: 2_400, cases: 1_500, landholders: 60 };
const seed = 20_270_401;
const mark = 'demo-seeded';

/**
 * Fills an empty record with the demo district as of the Clock's now, in one transaction: a seed that was cut off left
 * nothing. Returns null, and changes nothing, when the district is there already.
 */
export async function seedDemo(
  record: CaseRecord,
  { size = wholeDistrict, hash, progress = () => undefined }: DemoSeeding,
): Promise<Seeded | null> {
  const staff = await Promise.all(
    demoStaff.map(async (person) => ({ ...person, passwordHash: await hash(demoPassword) })),
  );
  const now = millis(record.clock.now());
  return await record.inTransaction(async ({ db }) => {
    if (!(await claim(db, instantOf(now)))) return null;
    await seedOffice(db, staff);
    const office = officeOf(demoStaff, defaultPolicies, [districtHours]);
    const today = office.book.calendar('district').dateAt(now);
    const random = new Random(seed);
    progress(`the register: ${size.accounts} accounts with two years of reads, bills and payments`);
    const district = demoDistrict(size.accounts, size.cases, today, random);
    await writeDistrict(db, district, today);
    const newId = (at: number) => uuidv7({ msecs: at, random: random.bytes(16) });
    const cases = await writePastCases({ db, office, newId }, district, now, random, everyTenth(progress));
    const { landholders = 0 } = size;
    progress(`the register of land: ${landholders} landholders with two RRA campaigns`);
    const farms = district.map(({ account }) => account).filter((account) => account.class === 'agricultural');
    const filings = await writeCampaigns(
      { db, office, newId },
      landholders,
      farms,
      { now, today },
      new Random(seed + 1),
    );
    return summary(district.length, [...cases, ...filings]);
  });
}

/** Of two seeds at once the second waits for the first, and finds its mark. */
async function claim(db: Kysely<unknown>, at: string): Promise<boolean> {
  const { rows } =
    await sql`insert into installation (key, value) values (${mark}, ${at}) on conflict do nothing returning key`.execute(
      db,
    );
  return rows.length > 0;
}

function everyTenth(progress: (line: string) => void) {
  return (done: number, all: number) => {
    if (done % Math.max(1, Math.ceil(all / 5)) === 0 || done === all)
      progress(`the cases of the past year: ${done} of ${all}`);
  };
}

function summary(accounts: number, cases: readonly CaseState[]): Seeded {
  return { accounts, cases: cases.length, open: cases.filter(isActive).length };
}
