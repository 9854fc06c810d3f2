import { describe, expect, it } from '@jest/globals';
import {
  complaintInTimeThrough,
  discontinuationReport,
  extensionInTimeThrough,
  isDeemedUnableToPay,
  type LienFacts,
  lienReleaseBy,
  lienUnmet,
  mayReview,
  mayWaiveInterest,
  missingItems,
  missingLanguages,
  noticeContents,
  pathOf,
  reconnectionFee,
  requiredLanguages,
} from './index.ts';

const on = '2027-05-26';

describe('the scope of collection (F4)', () => {
  it.each([
    ['residential', 'yes', 'residential'],
    ['residential', 'unknown', 'residential'],
    ['residential', undefined, 'residential'],
    ['residential', 'no', 'other'],
    ['irrigation', 'yes', 'residential'],
    ['irrigation', 'unknown', 'other'],
    ['irrigation', undefined, 'other'],
    ['irrigation', 'no', 'other'],
    ['non-residential', 'yes', 'residential'],
    ['non-residential', 'no', 'other'],
  ] as const)('of %s service, dwelling %s, is the %s path', (service, dwelling, path) => {
    expect(pathOf(service, dwelling)).toBe(path);
  });
});

describe('notices', () => {
  it('are in English and the five languages of Civil Code 1632 (B3, F8)', () => {
    expect(requiredLanguages(on)).toEqual(['en', 'es', 'zh', 'tl', 'vi', 'ko']);
    expect(missingLanguages(['en', 'es', 'zh', 'tl', 'vi', 'ko'], on)).toEqual([]);
    expect(missingLanguages(['ko', 'en', 'es', 'zh', 'tl', 'pa'], on)).toEqual(['vi']);
    expect(missingLanguages([], on)).toHaveLength(6);
  });

  it('tell in writing all that the Act asks for (B7)', () => {
    expect(missingItems('written-notice', noticeContents['written-notice'].items)).toEqual([]);
    const without = noticeContents['written-notice'].items.filter((item) => item !== 'howToAppeal');
    expect(missingItems('written-notice', without)).toEqual(['how to petition for review and appeal']);
  });

  it('name a person able to correct a mistake to a water user, and the hearing (F12)', () => {
    expect(missingItems('irrigation-notice', ['reason', 'amount', 'payBy'])).toEqual([
      'a named person able to correct a mistake',
      'that a hearing is held on request',
    ]);
  });
});

describe('the fee for reconnection', () => {
  const usual = { on, hours: 'normalHours', lowIncome: false } as const;

  it('is the one of the district, and for low income never above cap or cost (B12)', () => {
    expect(reconnectionFee(usual)).toBe('50.00');
    expect(reconnectionFee({ ...usual, hours: 'afterHours', lowIncome: true })).toBe('150.00');
    expect(reconnectionFee({ ...usual, lowIncome: true, actualCost: '38.125' })).toBe('38.13');
    expect(reconnectionFee({ ...usual, lowIncome: true, actualCost: '80.00' })).toBe('50.00');
    expect(reconnectionFee({ ...usual, actualCost: '38.12' })).toBe('50.00');
  });

  it('is nothing after a wrongful shut-off (F10)', () => {
    expect(reconnectionFee({ ...usual, wrongful: true })).toBe('0.00');
  });
});

describe('hardship', () => {
  it('is deemed from a programme or a declared income (B10)', () => {
    expect(isDeemedUnableToPay('calfresh')).toBe(true);
    expect(isDeemedUnableToPay('income-below-200-percent')).toBe(true);
    expect(isDeemedUnableToPay('short of cash')).toBe(false);
  });

  it('waives interest once in twelve months (B12, F13)', () => {
    expect(mayWaiveInterest(true, on)).toBe(true);
    expect(mayWaiveInterest(true, on, '2026-05-26')).toBe(true);
    expect(mayWaiveInterest(true, on, '2026-05-27')).toBe(false);
    expect(mayWaiveInterest(false, on)).toBe(false);
    expect(mayWaiveInterest(true, '2029-02-28', '2028-02-29')).toBe(true);
  });
});

describe('review by the review manager', () => {
  it('is due for a complaint within five days of the bill and a request within thirteen of the notice (B17)', () => {
    expect(complaintInTimeThrough('2028-02-26')).toBe('2028-03-02');
    expect(extensionInTimeThrough('2027-05-01')).toBe('2027-05-14');
  });

  it('is by another person than the one who decided (F11)', () => {
    expect(mayReview('manager', 'supervisor')).toBe(true);
    expect(mayReview('supervisor', 'supervisor')).toBe(false);
  });
});

describe('a lien for irrigation charges', () => {
  const facts: LienFacts = {
    service: 'irrigation',
    unpaid: '900.00',
    tiedOutOn: '2027-06-01',
    ownerToldOn: '2027-06-15',
    resolvedOn: '2027-07-10',
    countyDeadline: '2027-08-10',
  };

  it('is listed through the deadline of the county when all is done (B22, F12)', () => {
    expect(lienUnmet(facts, '2027-07-10')).toEqual([]);
    expect(lienUnmet(facts, '2027-08-10')).toEqual([]);
    expect(lienUnmet(facts, '2027-08-11').map(({ rule }) => rule)).toEqual(['F12']);
    expect(lienUnmet(facts, '2027-07-09').map(({ rule }) => rule)).toEqual(['B22']);
  });

  it('is barred by each thing that is missing', () => {
    expect(lienUnmet({ ...facts, unpaid: '0.00' }, '2027-07-10')).toHaveLength(1);
    expect(lienUnmet({ ...facts, ownerToldOn: undefined }, '2027-07-10')).toHaveLength(1);
    expect(lienUnmet({ ...facts, newPurchaser: true }, '2027-07-10')).toHaveLength(1);
    const nothing: LienFacts = {
      service: 'residential',
      unpaid: '0',
      countyDeadline: '2027-01-01',
      newPurchaser: true,
    };
    expect(lienUnmet(nothing, '2027-07-10')).toHaveLength(7);
  });

  it('is released within the set days of payment (F12)', () => {
    expect(lienReleaseBy('2028-02-10')).toBe('2028-03-11');
  });
});

describe('the yearly report (B13)', () => {
  it('counts dwellings of the year, and a wrongful shut-off apart (F10)', () => {
    const shut = [
      { on: '2027-01-04', service: 'residential' },
      { on: '2027-12-30', service: 'irrigation', dwelling: 'yes' },
      { on: '2027-12-30', service: 'irrigation' },
      { on: '2027-06-01', service: 'residential', wrongful: true },
      { on: '2026-12-31', service: 'residential' },
    ] as const;
    expect(discontinuationReport(2027, shut)).toEqual({ year: 2027, discontinuations: 2, wrongful: 1 });
  });
});
