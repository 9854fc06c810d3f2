import { describe, expect, it } from '@jest/globals';
import { campaignRefusal, campaignYearOn, decidingDay } from './campaign.ts';
import { type Filing, type FilingYear, filingsOf } from './filings.ts';
import { type Landholder, type LandRecord, landRegister } from './land-register.ts';
import { lastChangeOf } from './landholding-changes.ts';

describe('A23, F18: the year of a campaign', () => {
  it.each([
    ['2026-10-31', 2026],
    ['2026-11-01', 2027],
    ['2027-01-01', 2027],
    ['2027-10-31', 2027],
  ])('on %s the forms of %s are collected', (on, year) => {
    expect(campaignYearOn(on)).toBe(year);
  });

  it.each([
    ['the day before its forms are posted', '2026-10-31', false],
    ['the day on which its forms are posted', '2026-11-01', true],
    ['the last day of its forms', '2027-12-31', true],
    ['the day after', '2028-01-01', false],
  ])('may begin or not: %s', (_, on, may) => {
    expect(campaignRefusal(2027, on) === null).toBe(may);
  });

  it.each([
    ['2026-11-20', '2027-01-01'],
    ['2027-03-01', '2027-03-01'],
    ['2028-02-01', '2027-12-31'],
  ])('asked on %s, the thresholds of %s decide', (on, deciding) => {
    expect(decidingDay(2027, on)).toBe(deciding);
  });
});

const person = (id: string, more: Partial<Landholder> = {}): Landholder => ({
  id,
  holder: 'individual',
  recipient: { kind: 'qualified' },
  ...more,
});
const land = (landholder: string, acres: string, more: Partial<LandRecord> = {}): LandRecord => ({
  landholder,
  parcel: `p-${landholder}`,
  acres,
  tenure: 'owned',
  share: '1',
  class1Ratio: '1',
  nonexempt: true,
  district: 'ours',
  ...more,
});
const year = (more: Partial<FilingYear> = {}): FilingYear => ({
  formYear: 2027,
  district: { name: 'ours', applicability: 'discretionary', category: 1 },
  on: '2027-01-01',
  onFile: [],
  firstDeliveries: new Map(),
  contractProcedure: false,
  ...more,
});
const one = (filings: readonly Filing[], id: string) => filings.find(({ landholder }) => landholder === id) as Filing;

describe('A18, A20, F19: what the campaign opens a case with', () => {
  it.each([
    ['239.999', 1, false, 'the threshold in this district of category 1 is 240 (A18)'],
    ['240', 1, true, 'the threshold in this district of category 1 is 240 (A18)'],
    ['79.999', 2, false, 'the threshold in this district of category 2 is 80 (A18)'],
    ['80', 2, true, 'the threshold in this district of category 2 is 80 (A18)'],
  ] as const)(
    '%s acres in a district of category %s: must file is %s, and the reason says why',
    (acres, category, must, why) => {
      const district = { name: 'ours', applicability: 'discretionary', category } as const;
      const filing = one(filingsOf(landRegister([person('ana')], [land('ana', acres)]), year({ district })), 'ana');
      expect(filing.duty.mustFile).toBe(must);
      expect(filing.details.reasons[0]).toContain(why);
      expect(filing.details.forms).toEqual(must ? ['7-2180EZ'] : []);
    },
  );

  it('A22: who has a standard form and no change since may verify; after a change, not', () => {
    const register = landRegister([person('ana')], [land('ana', '500')]);
    const unchanged = year({ onFile: [{ landholder: 'ana', changedSince: false }] });
    const changed = year({ onFile: [{ landholder: 'ana', changedSince: true }] });
    expect(one(filingsOf(register, unchanged), 'ana').details).toMatchObject({
      forms: ['7-21VERIFY'],
      verificationAllowed: true,
      hasStandardForm: true,
      changedSince: false,
    });
    expect(one(filingsOf(register, changed), 'ana').details).toMatchObject({
      forms: ['7-2180EZ'],
      verificationAllowed: false,
    });
  });

  it('A36: in an exempt district nobody files, and the reason says so', () => {
    const district = { name: 'ours', applicability: 'exempt', category: 2 } as const;
    const filing = one(filingsOf(landRegister([person('ana')], [land('ana', '5000')]), year({ district })), 'ana');
    expect(filing.duty.mustFile).toBe(false);
    expect(filing.details.reasons).toEqual(['The district is exempt from acreage limitation: no form is due (A36).']);
  });

  it('A11: names the parcels here, those held through an entity too, and all land westwide', () => {
    const register = landRegister(
      [
        person('ana', { interests: [{ in: 'farm', share: '0.5' }], spouse: 'bo' }),
        person('farm', { holder: 'entity' }),
      ],
      [land('ana', '100'), land('farm', '400'), land('ana', '80', { parcel: 'far', district: 'theirs' })],
    );
    const { details } = one(filingsOf(register, year({ firstDeliveries: new Map([['p-farm', '2027-03-04']]) })), 'ana');
    expect(details).toMatchObject({
      westwideAcres: '380',
      districtCount: 2,
      parcels: ['p-ana', 'p-farm'],
      firstDeliveryOn: '2027-03-04',
      spouse: 'bo',
      forms: ['7-2180'],
    });
    expect(details.holdings.map(({ parcel, share }) => [parcel, share])).toEqual([
      ['p-ana', '1'],
      ['far', '1'],
      ['p-farm', '0.5'],
    ]);
  });

  it('A26: a farm operator files above 960 acres serviced, never at 960, and never verifies', () => {
    const operator = person('op', { holder: 'farm-operator' });
    const serviced = (acres: string) =>
      landRegister([operator, person('farm', { holder: 'entity' })], [land('farm', acres, { operator: 'op' })]);
    const onFile = [{ landholder: 'op', changedSince: false }];
    expect(one(filingsOf(serviced('960'), year({ onFile })), 'op').duty.mustFile).toBe(false);
    expect(one(filingsOf(serviced('960.01'), year({ onFile })), 'op').details).toMatchObject({
      forms: ['7-21FARMOP'],
      verificationAllowed: false,
      parcels: ['p-farm'],
    });
  });
});

describe('A21: since when a landholding is another', () => {
  const register = landRegister(
    [
      person('ana', { interests: [{ in: 'farm', share: '0.5' }] }),
      person('bo', { householdOf: 'ana' }),
      person('farm', { holder: 'entity', interests: [{ in: 'holding', share: '1' }] }),
      person('holding', { holder: 'entity' }),
    ],
    [],
  );

  it.each([
    ['their own', 'ana'],
    ['their spouse’s', 'bo'],
    ['that of an entity they own a part of', 'farm'],
    ['that of an entity which that entity owns', 'holding'],
  ])('counts a change of %s land', (_, who) => {
    expect(lastChangeOf(register, new Map([[who, '2027-02-03']]), 'ana')).toBe('2027-02-03');
  });

  it('is the latest of all changes, and none where nothing changed', () => {
    const changes = new Map([
      ['bo', '2026-01-01'],
      ['farm', '2026-05-05'],
    ]);
    expect(lastChangeOf(register, changes, 'ana')).toBe('2026-05-05');
    expect(lastChangeOf(register, new Map([['ana', '2026-01-01']]), 'holding')).toBeNull();
  });
});
