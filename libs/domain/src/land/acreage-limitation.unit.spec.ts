import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acreageLimitationCalculator as calculator } from './acreage-calculator.ts';
import { acreageLimitation, type Recipient } from './acreage-limitation.ts';

const today = '2027-04-01';
const calculate = (landholder: Recipient, holdings: readonly object[]) =>
  calculator.run(calculator.input.parse({ landholder, holdings }), today);
const owned = (acres: string, more: object = {}) => ({ parcel: `owned ${acres}`, acres, tenure: 'owned', ...more });
const leased = (acres: string, more: object = {}) => ({ parcel: `leased ${acres}`, acres, tenure: 'leased', ...more });

const qualified: Recipient = { kind: 'qualified' };
const limited: Recipient = { kind: 'limited' };
const limitedBy1981: Recipient = { kind: 'limited', receivedWaterBy1981: true };
const priorLaw = (kind: Recipient['priorLaw']): Recipient => ({ kind: 'prior-law', priorLaw: kind });

describe('A3, A5: owned land above the ownership entitlement is excess', () => {
  it.each<[string, Recipient, string, string, string]>([
    ['qualified at 960', qualified, '960', '960', '0'],
    ['qualified above 960', qualified, '960.01', '960', '0.01'],
    ['limited at 640', limitedBy1981, '640', '640', '0'],
    ['limited above 640', limitedBy1981, '641', '640', '1'],
    ['limited without water by 1981 at 640', limited, '640', '640', '0'],
    ['prior law individual at 160', priorLaw('individual'), '160', '160', '0'],
    ['prior law individual above 160', priorLaw('individual'), '160.5', '160', '0.5'],
    ['prior law married couple at 320', priorLaw('married-couple'), '320', '320', '0'],
    ['prior law married couple above 320', priorLaw('married-couple'), '321', '320', '1'],
    ['prior law entity above 160', priorLaw('entity'), '161', '160', '1'],
    ['prior law recipient of unknown kind', priorLaw(undefined), '161', '160', '1'],
  ])('%s', (_, landholder, acres, ownershipEntitlement, excessAcres) => {
    const { result } = calculate(landholder, [owned(acres)]);
    expect(result).toMatchObject({ ownedAcres: acres, ownershipEntitlement, excessAcres });
  });

  it('leased land is never excess', () => {
    expect(calculate(qualified, [leased('5000')]).result).toMatchObject({ excessAcres: '0', ownedAcres: '0' });
  });
});

describe('A4, F17: owned and leased land above the nonfull-cost entitlement is full-cost land', () => {
  it.each<[string, Recipient, string, string, string, string]>([
    ['qualified at 960 owned', qualified, '960', '0', '960', '0'],
    ['qualified at 960 owned and leased', qualified, '500', '460', '960', '0'],
    ['qualified above 960 owned and leased', qualified, '500', '460.25', '960', '0.25'],
    ['qualified leasing alone above 960', qualified, '0', '1000', '960', '40'],
    ['excess land is not also full-cost land', qualified, '1200', '0', '960', '0'],
    ['excess land beside a lease: only the lease is at full cost', qualified, '1200', '100', '960', '100'],
    ['limited with water by 1981 at 320', limitedBy1981, '300', '20', '320', '0'],
    ['limited with water by 1981 above 320', limitedBy1981, '300', '21', '320', '1'],
    ['limited with water by 1981 at its ownership entitlement', limitedBy1981, '640', '0', '320', '320'],
    ['limited with excess land beside', limitedBy1981, '700', '0', '320', '320'],
    ['limited without water by 1981: every acre', limited, '1', '0', '0', '1'],
    ['limited without water by 1981, owned and leased', limited, '700', '50', '0', '690'],
    ['prior law individual at its entitlement', priorLaw('individual'), '160', '0', '160', '0'],
    ['prior law individual may go over with leased land', priorLaw('individual'), '160', '40', '160', '40'],
    ['prior law individual leasing up to it', priorLaw('individual'), '100', '60', '160', '0'],
    ['prior law couple', priorLaw('married-couple'), '320', '0.5', '320', '0.5'],
  ])('%s', (_, landholder, ownedAcres, leasedAcres, nonFullCostEntitlement, fullCostAcres) => {
    const { result } = calculate(landholder, [owned(ownedAcres), leased(leasedAcres)]);
    expect(result).toMatchObject({ nonFullCostEntitlement, fullCostAcres });
  });
});

describe('A9–A11: which acres count', () => {
  it('A9: exempt land counts in neither test and is shown with zero', () => {
    const { result, steps } = calculate(qualified, [owned('960'), owned('500', { nonexempt: false })]);
    expect(result).toMatchObject({ ownedAcres: '960', totalAcres: '960', excessAcres: '0', fullCostAcres: '0' });
    expect(steps).toContainEqual(expect.objectContaining({ rule: 'A9', value: '0' }));
  });

  it.each([
    ['0.8', '1200', '960', '0'],
    ['0.8', '1201', '960.8', '0.8'],
    ['1', '960', '960', '0'],
  ])('A10: Class 1 ratio %s on %s acres counts %s', (class1Ratio, acres, ownedAcres, excessAcres) => {
    expect(calculate(qualified, [owned(acres, { class1Ratio })]).result).toMatchObject({ ownedAcres, excessAcres });
  });

  it('A11: a half interest counts for half', () => {
    const { result } = calculate(qualified, [owned('1920', { share: '0.5' }), leased('10', { share: '0.25' })]);
    expect(result).toMatchObject({ ownedAcres: '960', totalAcres: '962.5', excessAcres: '0', fullCostAcres: '2.5' });
  });

  it.each([
    ['a share above 1', owned('1', { share: '1.01' })],
    ['negative acres', owned('-1')],
    ['acres as a number', { ...owned('1'), acres: 1 }],
    ['an unknown tenure', { ...owned('1'), tenure: 'rented' }],
    ['an unknown key', { ...owned('1'), colour: 'green' }],
    ['NaN', owned('NaN')],
    ['an exponent', owned('1e3')],
  ])('refuses %s', (_, holding) => {
    expect(calculator.input.safeParse({ landholder: qualified, holdings: [holding] }).success).toBe(false);
  });

  it('a landholder without land has neither excess nor full-cost land', () => {
    expect(calculate(qualified, []).result).toMatchObject({ totalAcres: '0', excessAcres: '0', fullCostAcres: '0' });
  });
});

describe('properties of the two tests', () => {
  const acres = fc.integer({ min: 0, max: 400_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
  const holding = fc.record({
    parcel: fc.constant('p'),
    acres,
    tenure: fc.constantFrom('owned' as const, 'leased' as const),
    share: fc.constantFrom('1', '0.5', '0.333333333333'),
    class1Ratio: fc.constantFrom('1', '0.8', '0.65'),
    nonexempt: fc.boolean(),
  });
  const recipient = fc.record({
    kind: fc.constantFrom('qualified' as const, 'limited' as const, 'prior-law' as const),
    receivedWaterBy1981: fc.boolean(),
    priorLaw: fc.constantFrom('individual' as const, 'married-couple' as const, 'entity' as const),
  });

  it('every acre is excess, at full cost, or within the entitlement, and none is two of these', () => {
    fc.assert(
      fc.property(recipient, fc.array(holding, { maxLength: 6 }), (landholder, holdings) => {
        const found = acreageLimitation(landholder, holdings, today);
        const within = found.total.minus(found.excess).minus(found.fullCost);
        expect(found.excess.gte(0) && found.fullCost.gte(0)).toBe(true);
        expect(within.gte(0) && within.lte(found.nonFullCostEntitlement)).toBe(true);
        if (found.fullCost.gt(0)) expect(within.equals(found.nonFullCostEntitlement)).toBe(true);
      }),
    );
  });

  it('more land never lowers excess or full cost', () => {
    fc.assert(
      fc.property(recipient, fc.array(holding, { maxLength: 4 }), holding, (landholder, holdings, another) => {
        const before = acreageLimitation(landholder, holdings, today);
        const after = acreageLimitation(landholder, [...holdings, another], today);
        expect(after.excess.gte(before.excess) && after.fullCost.gte(before.fullCost)).toBe(true);
      }),
    );
  });
});
