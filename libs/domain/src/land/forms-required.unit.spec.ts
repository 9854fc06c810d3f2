import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recipientKinds } from './acreage-limitation.ts';
import { applicabilities } from './applicability.ts';
import { holderKinds } from './form-catalogue.ts';
import { rraFormsCalculator as calculator } from './forms-calculator.ts';

const plain = {
  landholder: { kind: 'qualified', holder: 'individual' },
  applicability: 'discretionary',
  category: 1,
  westwideAcres: '500',
  districtCount: 2,
  changedSinceStandardForm: false,
  hasStandardForm: false,
};
const calculate = (more: object) => calculator.run(calculator.input.parse({ ...plain, ...more }), '2027-04-01');
const who = (kind: string, holder: string) => ({ landholder: { kind, holder } });

describe('A18, F15: the threshold, to which a form is due at exact equality', () => {
  it.each([
    ['qualified, Category 1', { ...who('qualified', 'individual'), category: 1 }, '239.999999', '240', '240.000001'],
    ['qualified, Category 2', { ...who('qualified', 'individual'), category: 2 }, '79.99', '80', '80.01'],
    ['qualified entity, Category 1', { ...who('qualified', 'entity'), category: 1 }, '239.99', '240', '241'],
    ['limited', { ...who('limited', 'entity'), category: 1 }, '39.99', '40', '40.01'],
    ['prior law', { ...who('prior-law', 'individual'), applicability: 'prior-law' }, '39.99', '40', '40.01'],
    ['public entity', { ...who('qualified', 'public-entity'), category: 1 }, '39.99', '40', '40.01'],
  ])('%s', (_, more, below, at, above) => {
    expect(calculate({ ...more, westwideAcres: below }).result).toMatchObject({ mustFile: false, forms: [] });
    expect(calculate({ ...more, westwideAcres: at }).result).toMatchObject({ mustFile: true, threshold: at });
    expect(calculate({ ...more, westwideAcres: above }).result.mustFile).toBe(true);
  });

  it('A26: a farm operator files above 960 acres serviced, not at 960', () => {
    const operator = who('qualified', 'farm-operator');
    expect(calculate({ ...operator, westwideAcres: '960' }).result).toMatchObject({
      mustFile: false,
      threshold: '960',
    });
    expect(calculate({ ...operator, westwideAcres: '960.01' }).result).toMatchObject({
      mustFile: true,
      forms: ['7-21FARMOP'],
    });
  });

  it('a district that reads the threshold as "more than" does not require a form at equality', () => {
    const policy = { thresholdComparator: 'moreThan' };
    expect(calculate({ westwideAcres: '240', policy }).result.mustFile).toBe(false);
    expect(calculate({ westwideAcres: '240.01', policy }).result.mustFile).toBe(true);
  });

  it('no policy makes a farm operator file at 960', () => {
    const policy = { thresholdComparator: 'atLeast' };
    const operator = who('qualified', 'farm-operator');
    expect(calculate({ ...operator, westwideAcres: '960', policy }).result.mustFile).toBe(false);
  });

  it('A19: a district outside the discretionary provisions is never Category 1', () => {
    const { result } = calculate({ applicability: 'prior-law', category: 1, westwideAcres: '80' });
    expect(result).toMatchObject({ mustFile: true, threshold: '80' });
  });
});

describe('A36: an exempt district', () => {
  it('asks nobody to file, however much land', () => {
    const { result, steps } = calculate({ applicability: 'exempt', westwideAcres: '100000' });
    expect(result).toEqual({ mustFile: false, threshold: null, forms: [], verificationAllowed: false });
    expect(steps).toEqual([expect.objectContaining({ rule: 'A36', value: 'exempt' })]);
  });
});

describe('A25: the form', () => {
  it.each([
    ['qualified', 'individual', '7-2180'],
    ['qualified', 'entity', '7-2181'],
    ['qualified', 'religious', '7-2184'],
    ['limited', 'entity', '7-2181'],
    ['prior-law', 'individual', '7-2190'],
    ['prior-law', 'entity', '7-2191'],
    ['prior-law', 'religious', '7-2194'],
    ['qualified', 'trust', '7-21TRUST'],
    ['prior-law', 'trust', '7-21TRUST'],
    ['qualified', 'public-entity', '7-21PE'],
    ['prior-law', 'public-entity', '7-21PE'],
  ])('%s %s files %s', (kind, holder, form) => {
    expect(calculate(who(kind, holder)).result).toMatchObject({ mustFile: true, forms: [form] });
  });

  it.each([
    ['one district, 960 acres', 'qualified', 1, '960', '7-2180EZ'],
    ['one district, more than 960 acres', 'qualified', 1, '960.01', '7-2180'],
    ['two districts', 'qualified', 2, '960', '7-2180'],
    ['prior law, one district', 'prior-law', 1, '160', '7-2190EZ'],
    ['prior law, one district, more than 960 acres', 'prior-law', 1, '961', '7-2190'],
    ['prior law, two districts', 'prior-law', 2, '160', '7-2190'],
  ])('F19: individual, %s', (_, kind, districtCount, westwideAcres, form) => {
    expect(calculate({ ...who(kind, 'individual'), districtCount, westwideAcres }).result.forms).toEqual([form]);
  });

  it('F19: whether the short form suffices is shown for individuals and only for them', () => {
    const shown = (more: object) =>
      calculate(more)
        .steps.filter(({ rule }) => rule === 'F19')
        .map(({ value }) => value);
    expect(shown({ districtCount: 1 })).toEqual([true]);
    expect(shown({ districtCount: 2 })).toEqual([false]);
    expect(shown(who('qualified', 'entity'))).toEqual([]);
  });

  it('F19: an entity has no short form', () => {
    expect(calculate({ ...who('qualified', 'entity'), districtCount: 1 }).result.forms).toEqual(['7-2181']);
  });
});

describe('A22: verification', () => {
  it.each([
    ['unchanged with a standard form', false, true, true],
    ['unchanged without one', false, false, false],
    ['changed', true, true, false],
  ])('%s', (_, changedSinceStandardForm, hasStandardForm, verificationAllowed) => {
    const { result } = calculate({ changedSinceStandardForm, hasStandardForm });
    expect(result.verificationAllowed).toBe(verificationAllowed);
    expect(result.forms).toEqual([verificationAllowed ? '7-21VERIFY' : '7-2180']);
  });

  it('A26: never of a farm operator', () => {
    const { result } = calculate({
      ...who('qualified', 'farm-operator'),
      westwideAcres: '1000',
      hasStandardForm: true,
    });
    expect(result).toMatchObject({ forms: ['7-21FARMOP'], verificationAllowed: false });
  });

  it('satisfies the year of a trust and a public entity too', () => {
    for (const holder of ['trust', 'public-entity', 'religious', 'entity']) {
      expect(calculate({ ...who('qualified', holder), hasStandardForm: true }).result.forms).toEqual(['7-21VERIFY']);
    }
  });
});

describe('the answer as a whole', () => {
  const question = fc.record({
    landholder: fc.record({ kind: fc.constantFrom(...recipientKinds), holder: fc.constantFrom(...holderKinds) }),
    applicability: fc.constantFrom(...applicabilities),
    category: fc.constantFrom(1, 2),
    westwideAcres: fc.integer({ min: 0, max: 200_000 }).map((tenths) => (tenths / 10).toFixed(1)),
    districtCount: fc.integer({ min: 0, max: 4 }),
    changedSinceStandardForm: fc.boolean(),
    hasStandardForm: fc.boolean(),
  });

  it('names exactly one form when one is due, else none, and looks at every rule', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { result, steps } = calculate(asked);
        expect(result.forms).toHaveLength(result.mustFile ? 1 : 0);
        expect(result.forms.includes('7-21VERIFY')).toBe(result.verificationAllowed);
        const rules = asked.applicability === 'exempt' ? ['A36'] : ['A36', 'A19', 'F15', 'A18', 'A22', 'A25'];
        expect(steps.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
      }),
    );
  });

  it('more land never frees anybody from filing', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 1000 }), (asked, more) => {
        const larger = { ...asked, westwideAcres: (Number(asked.westwideAcres) + more).toFixed(1) };
        if (calculate(asked).result.mustFile) expect(calculate(larger).result.mustFile).toBe(true);
      }),
    );
  });

  it.each([
    ['a category 3', { category: 3 }],
    ['acres as a number', { westwideAcres: 240 }],
    ['an unknown holder', who('qualified', 'partnership')],
    ['an unknown key', { remarks: 'none' }],
  ])('refuses %s', (_, more) => {
    expect(calculator.input.safeParse({ ...plain, ...more }).success).toBe(false);
  });
});
