import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputFault } from '../calculators/input-fault.ts';
import { waterOrderEligibilityCalculator as calculator } from './eligibility-calculator.ts';

const filed = (landholder: string) => ({ landholder, formYear: 2027, accepted: true });
const plain = {
  at: '2027-05-03T09:00:00-07:00',
  parcel: '011-100-020',
  orderAf: '12',
  district: { applicability: 'discretionary' },
  owners: [filed('Avila')],
  lessees: [],
  delinquent: false,
  applicationOnFile: true,
  allocationLeftAf: '12',
  cropReportIn: true,
  excessIneligible: false,
};
const calculate = (more: object) => calculator.run(calculator.input.parse({ ...plain, ...more }), '2027-05-03');
const rulesAgainst = (more: object) => calculate(more).result.reasons.map(({ rule }) => rule);

describe('D23: an order is eligible when every condition holds', () => {
  it('is eligible with forms, application, allocation, crop report and no debt', () => {
    expect(calculate({}).result).toEqual({ eligible: true, reasons: [] });
  });

  it.each([
    ['A20', 'the owner’s form is of last year', { owners: [{ ...filed('Avila'), formYear: 2026 }] }],
    ['A20', 'the owner’s form is of next year', { owners: [{ ...filed('Avila'), formYear: 2028 }] }],
    ['A20', 'the lessee’s form is of last year', { lessees: [{ ...filed('Bell'), formYear: 2026 }] }],
    ['F16', 'the owner’s form is not accepted', { owners: [{ ...filed('Avila'), accepted: false }] }],
    ['F16', 'the lessee’s form is not accepted', { lessees: [{ ...filed('Bell'), accepted: false }] }],
    ['F16', 'one of two owners has no accepted form', { owners: [filed('A'), { ...filed('B'), accepted: false }] }],
    ['D23', 'no owner is on record', { owners: [] }],
    ['A5', 'the land is ineligible excess land', { excessIneligible: true }],
    ['A6', 'the full-cost charge is not paid', { fullCostDue: true, fullCostPaid: false }],
    ['A6', 'the full-cost charge is due and nothing is said of payment', { fullCostDue: true }],
    ['A6', 'a cent of the full-cost charge is missing', { fullCostDue: '100.00', fullCostPaid: '99.99' }],
    ['B21', 'charges are delinquent', { delinquent: true }],
    ['D22', 'no application is on file', { applicationOnFile: false }],
    ['D23', 'the order is more than the allocation left', { orderAf: '12.000001' }],
    ['B27', 'the crop report is missing', { cropReportIn: false }],
  ])('%s speaks against it when %s', (rule, _, more) => {
    expect(rulesAgainst(more)).toEqual([rule]);
    expect(calculate(more).result.eligible).toBe(false);
  });

  it.each([
    ['an order of exactly what is left', { orderAf: '12', allocationLeftAf: '12.00' }],
    ['full cost paid in full', { fullCostDue: '100.00', fullCostPaid: '100.00' }],
    ['full cost due and paid', { fullCostDue: true, fullCostPaid: true }],
    [
      'an owner recorded under the threshold',
      { owners: [{ landholder: 'Small', formYear: null, accepted: false, underThreshold: true }] },
    ],
    ['a form year as text', { owners: [{ ...filed('Avila'), formYear: '2027' }] }],
  ])('nothing speaks against %s', (_, more) => {
    expect(rulesAgainst(more)).toEqual([]);
  });

  it('returns every reason, not the first', () => {
    const everything = {
      owners: [{ landholder: 'A', formYear: 2026, accepted: false }],
      lessees: [{ landholder: 'B', formYear: null, accepted: false }],
      delinquent: true,
      applicationOnFile: false,
      allocationLeftAf: '0',
      cropReportIn: false,
      excessIneligible: true,
      fullCostDue: true,
    };
    const against = ['A20', 'F16', 'A20', 'F16', 'A5', 'A6', 'B21', 'D22', 'D23', 'B27'];
    expect(rulesAgainst(everything)).toEqual(against);
    expect(calculate(everything).result.reasons.every(({ text }) => text.length > 0)).toBe(true);
  });
});

describe('A36: in an exempt district', () => {
  it('no RRA condition is asked, the district’s own are', () => {
    const exempt = { district: { applicability: 'exempt' }, owners: [], excessIneligible: true, fullCostDue: true };
    expect(calculate(exempt).result.eligible).toBe(true);
    expect(rulesAgainst({ ...exempt, delinquent: true })).toEqual(['B21']);
  });

  it('a prior law district asks all of them', () => {
    expect(rulesAgainst({ district: { applicability: 'prior-law' }, excessIneligible: true })).toEqual(['A5']);
  });
});

describe('A23: the form year is the district’s calendar year', () => {
  it.each([
    ['2026-12-31T23:59:59-08:00', ['A20']],
    ['2027-01-01T07:59:59Z', ['A20']],
    ['2027-01-01T08:00:00Z', []],
    ['2027-12-31T23:59:59-08:00', []],
    ['2028-01-01T00:00:00-08:00', ['A20']],
  ])('at %s a form of 2027 meets %j', (at, against) => {
    expect(rulesAgainst({ at })).toEqual(against);
  });
});

describe('the question', () => {
  it('refuses an order of nothing', () => {
    expect(() => calculate({ orderAf: '0' })).toThrow(InputFault);
  });

  it.each([
    ['an instant without offset', { at: '2027-05-03T09:00:00' }],
    ['a negative order', { orderAf: '-1' }],
    ['no word on the crop report', { cropReportIn: undefined }],
    ['an unknown key', { weather: 'dry' }],
  ])('refuses %s', (_, more) => {
    expect(calculator.input.safeParse({ ...plain, ...more }).success).toBe(false);
  });

  it('shows a step for every rule looked at, holding or not; eligible means that all hold', () => {
    const flag = fc.boolean();
    const person = fc.record({ landholder: fc.constant('A'), formYear: fc.constantFrom(2026, 2027), accepted: flag });
    const facts = fc.record({
      owners: fc.array(person, { minLength: 1, maxLength: 3 }),
      lessees: fc.array(person, { maxLength: 3 }),
      delinquent: flag,
      applicationOnFile: flag,
      cropReportIn: flag,
      excessIneligible: flag,
      fullCostDue: flag,
      fullCostPaid: flag,
    });
    fc.assert(
      fc.property(facts, (more) => {
        const { result, steps } = calculate(more);
        expect(steps).toHaveLength(1 + 1 + 2 * (more.owners.length + more.lessees.length) + 6);
        expect(steps.filter(({ value }) => value === false)).toHaveLength(result.reasons.length);
        expect(result.eligible).toBe(result.reasons.length === 0);
      }),
    );
  });
});
