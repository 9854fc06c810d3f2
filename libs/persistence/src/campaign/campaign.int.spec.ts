import { type FreshDatabase, freshDatabase } from '@headgate/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { CaseRecord } from '../case/record.ts';
import { connect, type Orm } from '../connection.ts';
import { seedOffice } from '../demo/seed-office.ts';
import { OfficeSource } from '../office/office.ts';
import { writeLand } from '../register/imports/land.ts';
import { writeLandholders } from '../register/imports/landholders.ts';
import { askForCampaign, campaignOf, unfinishedCampaigns } from './campaign.ts';
import { districtReport } from './district-report.ts';
import { enterLandholders, enterStanding, holder, land } from './land.steps.ts';
import { openNextFilings } from './opening.ts';
import { parcelHolds } from './parcel-holds.ts';
import { planCampaign } from './planning.ts';
import { campaignTally } from './tally.ts';

const today = '2026-11-20';
const by = { name: 'technician', now: `${today}T18:00:00.000Z`, today };

let database: FreshDatabase;
let orm: Orm;
let record: CaseRecord;

beforeAll(async () => {
  database = await freshDatabase();
  orm = await connect({ url: database.url });
  record = new CaseRecord(orm, { now: () => by.now }, new OfficeSource(orm));
  await seedOffice(record.db);
});
beforeEach(async () => {
  await sql`delete from rra_filing`.execute(record.db);
  await sql`delete from rra_campaign`.execute(record.db);
  await sql`delete from land_record`.execute(record.db);
  await sql`delete from landholder_interest`.execute(record.db);
  await sql`delete from district_standing`.execute(record.db);
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

const begin = async (formYear = 2027) => {
  await askForCampaign(record.db, formYear, by);
  await planCampaign(record, formYear);
};
const openAll = async (formYear = 2027) => {
  let opened = 0;
  for (;;) {
    const batch = await openNextFilings(record, formYear, 100_000);
    opened += batch.opened;
    if (batch.left === 0) return opened;
  }
};
const casesOf = async (landholder: string) => {
  const { rows } = await sql<{ number: string; subject: string; details: Record<string, unknown> }>`
    select number, subject, details from cases where details->>'landholder' = ${landholder} order by number`.execute(
    record.db,
  );
  return rows;
};

describe('a yearly campaign', () => {
  it('opens one case for each landholder who must file, and none for the others (A18)', async () => {
    await enterStanding(record.db);
    await enterLandholders(record.db, 60, today);
    await begin();
    expect(await openAll()).toBe(60);
    expect(await campaignOf(record.db, 2027)).toMatchObject({
      planned: 60,
      opened: 60,
      notRequired: 6,
      fault: null,
      finishedAt: by.now,
    });
    expect(await casesOf('lh-00000-small')).toEqual([]);
    const [only, ...more] = await casesOf('lh-00000');
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      subject: 'RRA 2027: form 7-2180EZ of Name of lh-00000',
      details: { formYear: 2027, forms: ['7-2180EZ'], westwideAcres: '300', parcels: ['apn-lh-00000'] },
    });
  });

  it('opens nothing twice when it is asked for again, and finds who has come since', async () => {
    await enterStanding(record.db);
    await writeLandholders(record.db, [holder('again')], today);
    await writeLand(record.db, [land('apn-again', 'again', '400')]);
    await begin();
    await openAll();
    expect(await unfinishedCampaigns(record.db)).toEqual([]);
    await writeLandholders(record.db, [holder('later')], today);
    await writeLand(record.db, [land('apn-later', 'later', '400')]);
    await begin();
    expect(await openAll()).toBe(1);
    expect(await campaignOf(record.db, 2027)).toMatchObject({ planned: 2, opened: 2 });
    expect([(await casesOf('again')).length, (await casesOf('later')).length]).toEqual([1, 1]);
  });

  it('takes over a case of the year that somebody has opened by hand', async () => {
    await enterStanding(record.db);
    await writeLandholders(record.db, [holder('byhand')], today);
    await writeLand(record.db, [land('apn-byhand', 'byhand', '400')]);
    const details = {
      landholder: 'byhand',
      formYear: 2027,
      holder: 'individual',
      recipientKind: 'qualified',
      applicability: 'discretionary',
      category: 1,
      westwideAcres: '400',
      parcels: ['apn-byhand'],
    };
    const opening = {
      type: 'rra-certification',
      channel: 'in-person',
      subject: 'Came to the counter',
      details,
    } as const;
    await record.open(opening, { kind: 'staff', name: 'specialist2', role: 'specialist-2' });
    await begin();
    await openAll();
    expect(await casesOf('byhand')).toHaveLength(1);
    expect(await campaignOf(record.db, 2027)).toMatchObject({ planned: 1, opened: 1 });
  });

  it('opens each case once though two run beside each other', async () => {
    await enterStanding(record.db);
    await enterLandholders(record.db, 120, today);
    await sql`delete from land_record where landholder_id < 'lh-00060'`.execute(record.db);
    await begin();
    await Promise.all([openAll(), openAll(), openAll()]);
    const { rows } = await sql<{ most: number }>`
      select max(n)::int as most from (select count(*) as n from cases where type = 'rra-certification'
        and details->>'formYear' = '2027' group by details->>'landholder') c`.execute(record.db);
    expect(rows[0]?.most).toBe(1);
  });

  it('notes beside a landholder what the intake refuses, and keeps nobody else waiting', async () => {
    await enterStanding(record.db);
    await writeLandholders(record.db, [holder('an id with spaces'), holder('fine')], today);
    await writeLand(record.db, [land('apn-bad', 'an id with spaces', '400'), land('apn-fine', 'fine', '400')]);
    await begin();
    expect(await openAll()).toBe(1);
    expect(await campaignOf(record.db, 2027)).toMatchObject({ planned: 2, opened: 1, finishedAt: by.now });
    expect((await campaignTally(record.db, 2027)).refused).toMatchObject([{ landholder: 'an id with spaces' }]);
  });

  it('waits while Temporal has not begun what was opened', async () => {
    await enterStanding(record.db);
    await writeLandholders(record.db, [holder('flood')], today);
    await writeLand(record.db, [land('apn-flood', 'flood', '400')]);
    await begin();
    expect(await openNextFilings(record, 2027, 3)).toMatchObject({ opened: 0, left: 1, held: true });
  });

  it('A36: opens nothing in an exempt district, and is refused where the standing is unknown', async () => {
    await writeLandholders(record.db, [holder('exempt')], today);
    await writeLand(record.db, [land('apn-exempt', 'exempt', '4000')]);
    await expect(begin()).rejects.toMatchObject({ code: 'unknown-standing', rule: 'A36' });
    await enterStanding(record.db, 'discretionary');
    await enterStanding(record.db, 'exempt', '2027-01-01');
    await begin();
    expect(await openAll()).toBe(0);
    expect(await campaignOf(record.db, 2027)).toMatchObject({ planned: 0, notRequired: 1, opened: 0 });
  });

  it('A23: is refused before the forms of the year are posted', async () => {
    const early = { ...by, today: '2026-10-31' };
    await expect(askForCampaign(record.db, 2027, early)).rejects.toMatchObject({ rule: 'A23' });
    expect(await askForCampaign(record.db, 2027, { ...by, today: '2026-11-01' })).toMatchObject({ created: true });
    expect(await askForCampaign(record.db, 2027, by)).toMatchObject({ created: false });
  });
});

describe('what the campaign tells the office', () => {
  it('A20: names each parcel that is held and for want of whose form', async () => {
    await enterStanding(record.db);
    await writeLandholders(record.db, [holder('owner'), holder('lessee')], today);
    await writeLand(record.db, [
      land('apn-shared', 'owner', '300', { first_delivery_on: '2027-03-15', turnout: 'T-9' }),
      land('apn-shared', 'lessee', '300', { tenure: 'leased', first_delivery_on: '2027-03-15', turnout: 'T-9' }),
    ]);
    await begin();
    const held = await parcelHolds(record.db, 2027);
    expect(held.filter(({ parcel }) => parcel === 'apn-shared')).toEqual([
      {
        parcel: 'apn-shared',
        acres: '300',
        route: 'A01',
        turnout: 'T-9',
        firstDeliveryOn: '2027-03-15',
        locked: false,
        heldFor: [
          { landholder: 'lessee', name: 'Name of lessee', opened: false, caseNumber: null, rules: ['A20'] },
          { landholder: 'owner', name: 'Name of owner', opened: false, caseNumber: null, rules: ['A20'] },
        ],
      },
    ]);
  });

  it('A31: counts the assessment for water that ran before the form was in, once', async () => {
    await enterStanding(record.db);
    await writeLandholders(record.db, [holder('early')], today);
    await writeLand(record.db, [land('apn-early', 'early', '400')]);
    await begin(2026);
    await openAll(2026);
    const { rows } = await sql<{ id: string }>`
      select id from cases where details->>'landholder' = 'early'`.execute(record.db);
    const operations = { kind: 'staff', name: 'operations', role: 'operations' } as const;
    for (const acreFeet of ['2.5', '3']) {
      const data = { on: '2026-11-19', parcel: 'apn-early', acreFeet };
      await record.execute(rows[0]?.id as string, { kind: 'happen', happening: 'water-delivered', data }, operations);
    }
    const { assessments, assessedTotal, deliveryExpected, newSummaryDueOn } = await districtReport(record.db, 2026, by);
    expect(assessments).toMatchObject([{ kind: 'delivery-before-form', landholder: 'early', year: 2026 }]);
    expect([assessedTotal, deliveryExpected, newSummaryDueOn]).toEqual(['230.00', true, '2026-12-19']);
  });

  it('A29: lists every landholder above the threshold in the district’s summary', async () => {
    await enterStanding(record.db);
    await writeLandholders(
      record.db,
      [holder('sum-ana'), holder('sum-old', { recipient: 'prior-law', prior_law: 'individual' }), holder('sum-small')],
      today,
    );
    await writeLand(record.db, [
      land('apn-s1', 'sum-ana', '1000', { first_delivery_on: '2027-03-15' }),
      land('apn-s2', 'sum-old', '100'),
      land('apn-s3', 'sum-small', '20'),
    ]);
    const report = await districtReport(record.db, 2027, by);
    expect(report).toMatchObject({ applicability: 'discretionary', deliveryExpected: true, newSummaryDueOn: null });
    expect(report.summaries).toMatchObject([
      { form: '7-21SUMM-C', landholders: 1, ownedAcres: '1000', excessAcres: '40', outstanding: ['sum-ana'] },
      { form: '7-21SUMM-R', landholders: 1, ownedAcres: '100', outstanding: ['sum-old'] },
    ]);
  });
});
