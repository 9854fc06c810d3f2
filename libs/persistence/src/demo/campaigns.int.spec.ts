import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { campaigns } from '../campaign/campaign.ts';
import { districtReport } from '../campaign/district-report.ts';
import { parcelHolds } from '../campaign/parcel-holds.ts';
import { campaignTally } from '../campaign/tally.ts';
import { CaseRecord } from '../case/record.ts';
import { connect, type Orm } from '../connection.ts';
import { OfficeSource } from '../office/office.ts';
import { seedDemo } from './seed-demo.ts';

const now = '2027-03-10T18:00:00.000Z';
const today = '2027-03-10';
const size = { accounts: 150, cases: 0, landholders: 60 };

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url });
  record = new CaseRecord(orm, { now: () => now }, new OfficeSource(orm));
  await seedDemo(record, { size, hash: async (password) => `hash of ${password}` });
}, 240_000);
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

describe('the demo district’s landholders', () => {
  it('are about sixty with about 120 parcels, of every kind of holder and recipient', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from landholder where household_of is null) as landholders,
             (select count(*)::int from parcel) as parcels, (select count(distinct holder)::int from landholder) as kinds,
             (select count(distinct recipient)::int from landholder) as recipients`.execute(record.db);
    expect(rows[0]).toMatchObject({ landholders: 60, kinds: 6, recipients: 3 });
    expect(rows[0]?.parcels).toBeGreaterThan(110);
  });

  it('have last year’s campaign behind them and this year’s before them', async () => {
    const [present, last] = await campaigns(record.db);
    expect([present?.formYear, last?.formYear]).toEqual([2027, 2026]);
    for (const campaign of [present, last]) {
      expect(campaign).toMatchObject({ fault: null, askedBy: 'schedule' });
      expect(campaign?.opened).toBe(campaign?.planned);
      expect(campaign?.notRequired).toBeGreaterThan(5);
    }
    const [running, finished] = [await campaignTally(record.db, 2027), await campaignTally(record.db, 2026)];
    expect(finished.accepted).toBeGreaterThan((last?.planned ?? 0) * 0.9);
    expect(running.accepted).toBeGreaterThan((present?.planned ?? 0) * 0.3);
    expect(running.accepted).toBeLessThan(present?.planned ?? 0);
  });

  it('hold parcels for want of forms, and are in the district’s summary', async () => {
    const held = await parcelHolds(record.db, 2027);
    expect(held.length).toBeGreaterThan(5);
    expect(held.every(({ heldFor }) => heldFor.every(({ caseNumber }) => caseNumber !== null))).toBe(true);
    const { summaries, forms } = await districtReport(record.db, 2027, { now, today });
    expect(summaries[0]?.landholders).toBeGreaterThan(25);
    expect(summaries[0]?.sheets.length).toBeGreaterThan(3);
    expect(summaries[0]?.excessAcres).not.toBe('0');
    expect(forms.some(({ legalHold }) => legalHold)).toBe(true);
    expect(forms.some(({ form }) => form === '7-21VERIFY')).toBe(true);
  });
});
