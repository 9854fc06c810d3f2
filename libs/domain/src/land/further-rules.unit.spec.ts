import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appealDates, hearingsAppealBy } from './appeals.ts';
import { limitedAcreFeet } from './commingling.ts';
import { categoryOn } from './district-category.ts';
import { eligibleUnderOperator, operatorMustFile, partOwnerMustFile } from './farm-operator.ts';
import { countsAsLease, type Lease, leaseFindings } from './leases.ts';
import { isRecipientOfItsOwn } from './religious-units.ts';
import { underpaymentInterest } from './underpayment.ts';

const on = '2027-04-01';

describe('A12: a lease is in writing, current, and not too long', () => {
  const lease: Lease = { written: true, beginsOn: '2020-01-01', endsOn: '2029-12-31', perennialLifeYears: null };

  it.each<[string, Partial<Lease>, number]>([
    ['ten years', {}, 0],
    ['a day more', { endsOn: '2030-01-01' }, 1],
    ['by word of mouth', { written: false }, 1],
    ['begins that day', { beginsOn: on }, 0],
    ['begins the day after', { beginsOn: '2027-04-02' }, 1],
    ['ends that day', { endsOn: on }, 0],
    ['ended the day before', { endsOn: '2027-03-31' }, 1],
    ['20 years of an orchard that lives 20', { endsOn: '2039-12-31', perennialLifeYears: 20 }, 0],
    ['20 years of an orchard that lives 19', { endsOn: '2039-12-31', perennialLifeYears: 19 }, 1],
    ['25 years of one that lives 40', { endsOn: '2044-12-31', perennialLifeYears: 40 }, 0],
    ['more than 25 of one that lives 40', { endsOn: '2045-01-01', perennialLifeYears: 40 }, 1],
    ['10 years of berries that live 3', { perennialLifeYears: 3 }, 0],
    ['everything at once', { written: false, beginsOn: '2000-01-01', endsOn: '2020-01-01' }, 3],
  ])('%s', (_, more, findings) => {
    expect(leaseFindings({ ...lease, ...more }, on)).toHaveLength(findings);
  });

  it('A13: services only are no lease; risk, possession or economic interest make one', () => {
    const services = { bearsRisk: false, hasUseOrPossession: false, hasEconomicInterest: false };
    expect(countsAsLease(services)).toBe(false);
    expect(countsAsLease({ ...services, bearsRisk: true })).toBe(true);
    expect(countsAsLease({ ...services, hasUseOrPossession: true })).toBe(true);
    expect(countsAsLease({ ...services, hasEconomicInterest: true })).toBe(true);
  });
});

describe('A15: a religious or charitable unit is a recipient of its own', () => {
  it('when it farms itself, gives to charity, and no individual benefits', () => {
    const unit = { farmsItself: true, produceOrProceedsToCharity: true, individualBenefits: false };
    expect(isRecipientOfItsOwn(unit)).toBe(true);
    expect(isRecipientOfItsOwn({ ...unit, farmsItself: false })).toBe(false);
    expect(isRecipientOfItsOwn({ ...unit, produceOrProceedsToCharity: false })).toBe(false);
    expect(isRecipientOfItsOwn({ ...unit, individualBenefits: true })).toBe(false);
  });
});

describe('A17: mixed water', () => {
  const mix = [
    { name: 'Central Valley Project', project: true, acreFeet: '300' },
    { name: 'wells', project: false, acreFeet: '100' },
  ];

  it('counts only the project’s part in non-federal facilities, all of it in federally funded ones', () => {
    expect(limitedAcreFeet('40', mix, false).toFixed()).toBe('30');
    expect(limitedAcreFeet('40', mix, true).toFixed()).toBe('40');
    expect(limitedAcreFeet('40', mix.slice(1), true).toFixed()).toBe('0');
    expect(limitedAcreFeet('40', [], false).toFixed()).toBe('0');
  });
});

describe('A19: the district’s category', () => {
  it.each([
    ['discretionary and current', 'discretionary', null, on, 1],
    ['prior law', 'prior-law', null, on, 2],
    ['withdrawn, to the end of the water year', 'discretionary', '2026-06-01', '2027-02-28', 1],
    ['withdrawn, after it', 'discretionary', '2026-06-01', '2027-03-01', 2],
  ] as const)('%s', (_, applicability, withdrawnOn, day, category) => {
    expect(categoryOn({ applicability, withdrawnOn }, day)).toBe(category);
  });
});

describe('A26: farm operators', () => {
  it.each([
    ['960', false],
    ['960.01', true],
  ])('of %s acres serviced file: %s; a part owner only of land that was theirs as excess', (servicedAcres, files) => {
    expect(operatorMustFile({ servicedAcres }, on)).toBe(files);
    expect(partOwnerMustFile({ servicedAcres, soldItAsExcess: true }, on)).toBe(files);
    expect(partOwnerMustFile({ servicedAcres, soldItAsExcess: false }, on)).toBe(false);
  });

  it('former excess land serviced by its seller takes no water', () => {
    expect(eligibleUnderOperator('ana', 'ana')).toBe(false);
    expect(eligibleUnderOperator('ana', 'ben')).toBe(true);
    expect(eligibleUnderOperator(null, 'ben')).toBe(true);
  });
});

describe('A32: interest on underpayments', () => {
  it('runs by days from the due date until paid, to the cent, half up', () => {
    expect(underpaymentInterest('36500.00', '5', '2027-01-01', '2027-01-02')).toBe('5.00');
    expect(underpaymentInterest('36500.00', '5', '2027-01-01', '2028-01-01')).toBe('1825.00');
    expect(underpaymentInterest('36.50', '5', '2027-01-01', '2027-01-02')).toBe('0.01');
    expect(underpaymentInterest('100.00', '5', '2027-01-01', '2027-01-01')).toBe('0.00');
  });

  it('is never negative', () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(fc.property(day, day, (due, paid) => Number(underpaymentInterest('1000.00', '4.25', due, paid)) >= 0));
  });
});

describe('A34: appeals', () => {
  it('to the Commissioner within 30 days, brief within 60, then 30 to Hearings and Appeals', () => {
    expect(appealDates('2027-01-01')).toEqual({ appealBy: '2027-01-31', briefBy: '2027-03-02' });
    expect(hearingsAppealBy('2027-06-01')).toBe('2027-07-01');
  });
});
