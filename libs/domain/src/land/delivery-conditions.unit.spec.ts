import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../money/index.ts';
import { deliveryHold, type Landholding, type ParcelStanding } from './delivery-conditions.ts';

const filed: Landholding = { landholder: 'ana', formYear: 2027, accepted: true };
const standing: ParcelStanding = {
  parcel: '011-100-020',
  applicability: 'discretionary',
  owners: [filed],
  lessees: [{ ...filed, landholder: 'bell' }],
  excessIneligible: false,
  fullCostDue: decimal('0'),
  fullCostPaid: decimal('0'),
};
const held = (more: Partial<ParcelStanding>, on = '2027-05-01') =>
  deliveryHold({ ...standing, ...more }, on).map(({ rule }) => rule);

describe('F16, F18: a parcel is held until every owner’s and lessee’s form is accepted', () => {
  it('and not a moment longer', () => {
    expect(held({})).toEqual([]);
  });

  it.each<[string, Partial<ParcelStanding>, string[]]>([
    ['one of two owners not accepted', { owners: [filed, { ...filed, accepted: false }] }, ['F16']],
    ['the lessee not accepted', { lessees: [{ ...filed, accepted: false }] }, ['F16']],
    ['the lessee without a form', { lessees: [{ ...filed, formYear: null, accepted: false }] }, ['A20', 'F16']],
    ['last year’s accepted form', { owners: [{ ...filed, formYear: 2026 }] }, ['A20']],
    [
      'A18: an owner under the threshold',
      { owners: [{ landholder: 's', formYear: null, accepted: false, underThreshold: true }] },
      [],
    ],
    ['A5: ineligible excess land', { excessIneligible: true }, ['A5']],
    ['A6: full cost a cent short', { fullCostDue: decimal('10'), fullCostPaid: decimal('9.99') }, ['A6']],
    ['A6: full cost paid', { fullCostDue: decimal('10'), fullCostPaid: decimal('10') }, []],
    ['A36: an exempt district asks nothing', { applicability: 'exempt', owners: [], excessIneligible: true }, []],
  ])('%s', (_, more, rules) => {
    expect(held(more)).toEqual(rules);
  });

  it.each([
    [true, '2027-06-30', []],
    [true, '2027-07-01', ['F18']],
    [false, '2027-05-01', ['A21']],
  ])('A21: an unreported change of 1 May (in season: %s) on %s', (inSeason, on, rules) => {
    const changedOn = '2027-05-01';
    const owners = [{ ...filed, unreportedChanges: [{ changedOn, inSeason }] }];
    expect(held({ owners }, on)).toEqual(rules);
  });

  it('the hold falls exactly when anything is missing, whoever it is', () => {
    const holder = fc.record({
      landholder: fc.constant('x'),
      formYear: fc.constantFrom(2026, 2027),
      accepted: fc.boolean(),
    });
    const people = fc.array(holder, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(people, people, (owners, lessees) => {
        const complete = [...owners, ...lessees].every(({ formYear, accepted }) => formYear === 2027 && accepted);
        expect(held({ owners, lessees }).length === 0).toBe(complete);
      }),
    );
  });
});
