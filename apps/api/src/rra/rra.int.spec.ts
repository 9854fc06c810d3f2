import { imports, openNextFilings, planCampaign } from '@headgate/persistence';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openOffice, type TestOffice } from '../testing/office.ts';

let office: TestOffice;
const actor = { kind: 'import', name: 'register' } as const;

const landholders = `id,name,holder,recipient,water_by_1981,prior_law,household_of,household_role,household_since,trust_written,trust_revocable_by,interests,interests_since,signers,recordable_contract_acres,language,email,phone,mailing_address,account
lh-1,"=HYPERLINK(""http://evil"")",individual,qualified,,,,,,,,,,,,en,,,"1 Farm Road, Hollister",
lh-2,Bettencourt Farms,entity,limited,,,,,,,,,,,,en,,,"2 Farm Road, Hollister",
lh-3,Ana Silva,individual,qualified,,,,,,,,,,,,en,,,"3 Farm Road, Hollister",`;
const land = `parcel,district,acres,land_class,exempt,exempt_because,route,turnout,landholder,tenure,share,operator,from_public_entity,acquired_involuntarily_on,from,until,first_delivery_on
apn-1,ours,1000,1,no,,A01,T-1,lh-1,owned,1,,no,,2015-01-01,,2027-05-01
apn-2,ours,200,1,no,,A01,T-2,lh-2,owned,1,,no,,2015-01-01,,
apn-3,ours,20,1,no,,A01,T-3,lh-3,owned,1,,no,,2015-01-01,,`;

beforeAll(async () => {
  office = await openOffice();
  await sql`insert into district_standing (from_on, district, applicability, source)
    values ('1990-01-01', 'ours', 'discretionary', 'contract of 1990')`.execute(office.record.db);
  await imports.landholders(office.record, landholders, { actor });
  await imports.land(office.record, land, { actor });
});
afterAll(() => office?.close());

const start = (who: string, formYear: number) => office.ask(who, 'POST', '/rra/campaigns', { formYear });
const summary = (format: string, who = 'manager') =>
  office.ask(who, 'GET', `/rra/district-summary?formYear=2027&format=${format}`);

describe('the RRA campaign over HTTP', () => {
  it('is started by technician or manager, once; a repeat finds it there', async () => {
    expect((await start('specialist2', 2027)).statusCode).toBe(403);
    const first = await start('technician', 2027);
    expect([first.statusCode, first.headers.location]).toEqual([201, '/api/v1/rra/campaigns/2027']);
    expect(first.json()).toMatchObject({ formYear: 2027, state: 'planning', opened: 0 });
    expect((await start('manager', 2027)).statusCode).toBe(200);
  });

  it('A23: is refused for a year whose forms are not posted yet, by its rule', async () => {
    const refused = await start('manager', 2028);
    expect([refused.statusCode, refused.json().rule]).toEqual([409, 'A23']);
    expect((await start('manager', 1500)).statusCode).toBe(400);
  });

  it('tells how far it is, each number with the list of exactly its cases', async () => {
    await planCampaign(office.record, 2027);
    await openNextFilings(office.record, 2027, 1_000);
    const campaign = (await office.ask('manager', 'GET', '/rra/campaigns/2027')).json();
    expect(campaign).toMatchObject({ state: 'collecting', planned: 2, opened: 2, notRequired: 1, accepted: 0 });
    expect(campaign.byStatus.open.value).toBe(2);
    const listed = (await office.ask('manager', 'GET', campaign.byStatus.open.query)).json();
    expect(listed.items.map(({ type }: { type: string }) => type)).toEqual(['rra-certification', 'rra-certification']);
    const other = campaign.byStatus.open.query.replace('2027', '2026');
    expect((await office.ask('manager', 'GET', other)).json().items).toEqual([]);
    expect((await office.ask('manager', 'GET', '/rra/campaigns')).json().items).toHaveLength(1);
    expect((await office.ask('manager', 'GET', '/rra/campaigns/2031')).statusCode).toBe(404);
  });

  it('A20: names the parcels that are held and for want of whose form, the next delivery first', async () => {
    const { items } = (await office.ask('specialist1', 'GET', '/rra/holds?formYear=2027')).json();
    expect(items.map(({ parcel }: { parcel: string }) => parcel)).toEqual(['apn-1', 'apn-2']);
    expect(items[0]).toMatchObject({ firstDeliveryOn: '2027-05-01', heldFor: [{ landholder: 'lh-1' }] });
    expect(items[0].heldFor[0].caseNumber).toMatch(/^HG-2027-/);
    const seenByCrew = (await office.ask('operations', 'GET', '/rra/holds?formYear=2027')).json().items;
    expect(seenByCrew[0].heldFor[0]).toMatchObject({ landholder: 'lh-1', opened: true, caseNumber: null });
  });
});

describe('the district’s summary (A29)', () => {
  it('tabulates by kind of landholder, with excess and what is outstanding', async () => {
    const { summaries, assessedTotal, deliveryExpected } = (await summary('json')).json();
    expect([deliveryExpected, assessedTotal]).toEqual([true, '0.00']);
    expect(summaries[0]).toMatchObject({
      form: '7-21SUMM-C',
      landholders: 2,
      excessAcres: '40',
      outstanding: ['lh-1', 'lh-2'].toSorted(),
    });
    expect(summaries[0].sheets.map(({ tabulation }: { tabulation: string }) => tabulation)).toEqual(['A', 'B']);
  });

  it('as CSV holds no cell that a spreadsheet would take for a formula', async () => {
    const response = await summary('csv');
    expect(response.headers['content-type']).toContain('text/csv');
    expect(response.headers['content-disposition']).toBe('attachment; filename="rra-district-summary-2027.csv"');
    expect(response.body).toContain(`'=HYPERLINK`);
    expect(response.body).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it('as PDF is a tagged document', async () => {
    const { rawPayload, headers } = await summary('pdf');
    expect(headers['content-type']).toBe('application/pdf');
    expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(rawPayload.toString('latin1')).toContain('/StructTreeRoot');
  });

  it('is not shown to those who may not see it, nor in another form', async () => {
    expect((await summary('json', 'specialist1')).statusCode).toBe(403);
    expect((await summary('xlsx')).statusCode).toBe(400);
  });
});
