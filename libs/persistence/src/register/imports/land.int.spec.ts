import { attributedHoldings, westwideAcres } from '@headgate/domain/land';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { changesOfLand, loadLandRegister } from '../land.ts';
import { codes, headers, ImportingOffice } from './imports.steps.ts';

let office: ImportingOffice;

beforeAll(async () => {
  office = await ImportingOffice.open();
});
afterAll(async () => {
  await office?.close();
});

type Cells = Partial<Record<string, string>>;
const rowOf = (kind: 'landholders' | 'land', cells: Cells) =>
  headers[kind]
    .split(',')
    .map((column) => `"${cells[column] ?? ''}"`)
    .join(',');
const holder = (id: string, more: Cells = {}) =>
  rowOf('landholders', {
    id,
    name: `Name ${id}`,
    holder: 'individual',
    recipient: 'qualified',
    mailing_address: '1 Farm Road, Hollister, CA 95023',
    ...more,
  });
const land = (parcel: string, landholder: string, more: Cells = {}) =>
  rowOf('land', {
    parcel,
    district: 'ours',
    acres: '100',
    land_class: '1',
    landholder,
    tenure: 'owned',
    from: '2020-01-01',
    ...more,
  });
const acresOf = async (id: string, on = '2027-04-15') =>
  westwideAcres(attributedHoldings(await loadLandRegister(office.record.db, on), id));

describe('landholders and land that are imported', () => {
  it('are attributed through entities, trusts and households (A11, A14)', async () => {
    const answer = await office.bring('landholders', [
      holder('ana', { interests: 'farm=0.5' }),
      holder('bo', { household_of: 'ana', household_role: 'spouse', household_since: '2015-06-01' }),
      holder('farm', { holder: 'entity', signers: 'ana;bo' }),
      holder('trust', { holder: 'trust', trust_written: 'yes', trust_revocable_by: 'ana' }),
    ]);
    expect(answer).toMatchObject({ accepted: 4, rejected: [] });
    await office.bring('land', [
      land('p1', 'ana'),
      land('p2', 'bo', { acres: '40' }),
      land('p3', 'farm', { acres: '300' }),
      land('p4', 'trust', { acres: '20.5' }),
      land('p5', 'ana', { exempt: 'yes', exempt_because: 'isolated tract' }),
    ]);
    expect(await acresOf('ana')).toBe('310.5');
    const register = await loadLandRegister(office.record.db, '2027-04-15');
    expect(register.landholder('ana')).toMatchObject({ spouse: 'bo' });
    expect(register.landholder('farm')?.signers).toEqual(['ana', 'bo']);
  });

  it('count from the first to the last day that they are held, both among them', async () => {
    await office.bring('landholders', [holder('lee')]);
    await office.bring('land', [land('q1', 'lee', { tenure: 'leased', from: '2026-03-01', until: '2027-02-28' })]);
    expect(await acresOf('lee', '2026-02-28')).toBe('0');
    expect(await acresOf('lee', '2026-03-01')).toBe('100');
    expect(await acresOf('lee', '2027-02-28')).toBe('100');
    expect(await acresOf('lee', '2027-03-01')).toBe('0');
    expect((await changesOfLand(office.record.db, '2027-02-28')).get('lee')).toBe('2026-03-01');
    expect((await changesOfLand(office.record.db, '2027-03-01')).get('lee')).toBe('2027-03-01');
  });

  it('of a class with a ratio count by the ratio of that day (A10)', async () => {
    await office.bring('landholders', [holder('kim')]);
    await office.bring('land', [land('r1', 'kim', { land_class: '3' })]);
    await sql`insert into class_equivalency (district, land_class, from_on, class1_ratio, source)
      values ('ours', 3, '2026-01-01', 0.65, 'determination of 2025')`.execute(office.record.db);
    const ratioOn = async (on: string) =>
      (await loadLandRegister(office.record.db, on)).landOf('kim').map(({ class1Ratio }) => class1Ratio);
    expect([await ratioOn('2025-12-31'), await ratioOn('2026-01-01')]).toEqual([['1'], ['0.65']]);
  });

  it('change nothing when the same file comes again', async () => {
    const file = [holder('sam', { interests: 'farm=0.25' })];
    await office.bring('landholders', file);
    const before = await sql`select xmin from landholder_interest where holder_id = 'sam'`.execute(office.record.db);
    await office.bring('landholders', file);
    const after = await sql`select xmin from landholder_interest where holder_id = 'sam'`.execute(office.record.db);
    expect(after.rows).toEqual(before.rows);
  });

  it('end an interest that is another now, and begin the new one today', async () => {
    await office.bring('landholders', [holder('tom', { interests: 'farm=0.1', interests_since: '2020-01-01' })]);
    await office.bring('landholders', [holder('tom', { interests: 'farm=0.2' })]);
    const { rows } = await sql`
      select trim_scale(share)::text as share, from_on::text as from, until_on::text as until from landholder_interest
       where holder_id = 'tom' order by from_on`.execute(office.record.db);
    expect(rows).toEqual([
      { share: '0.1', from: '2020-01-01', until: '2027-04-14' },
      { share: '0.2', from: '2027-04-15', until: null },
    ]);
  });

  it('are refused by line and column where they cannot be', async () => {
    const people = await office.bring('landholders', [
      holder('x y'),
      holder('u1', { holder: 'palace', interests: 'farm' }),
      holder('u2', { household_of: 'ana' }),
      holder('u3', { interests: 'nobody=1' }),
      holder('farm', { holder: 'entity', interests: 'farm2=0.5' }),
      holder('farm2', { holder: 'entity', interests: 'farm=0.5' }),
      holder('u4', { account: '999999' }),
      holder('u5', { prior_law: 'individual' }),
    ]);
    expect(codes(people)).toEqual([
      '2 id not-an-id',
      '3 holder not-one-of',
      '3 interests not-a-share',
      '4 household_role contradiction',
      '5 interests unknown-landholder',
      '6 interests owns-itself',
      '7 interests owns-itself',
      '8 account unknown-account',
      '9 prior_law contradiction',
    ]);
    const parcels = await office.bring('land', [
      land('s1', 'nobody'),
      land('s2', 'ana', { acres: '0', share: '1.5', land_class: '7' }),
      land('s3', 'ana', { from: '2027-01-02', until: '2027-01-01' }),
      land('s4', 'ana', { operator: 'ghost' }),
    ]);
    expect(codes(parcels)).toEqual([
      '2 landholder unknown-landholder',
      '3 acres not-positive',
      '3 land_class not-a-number',
      '3 share not-a-share',
      '4 until ends-before-it-begins',
      '5 operator unknown-landholder',
    ]);
  });
});
