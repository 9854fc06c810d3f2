import { describe, expect, it } from '@jest/globals';
import { acceptableForms } from './acceptable-forms.ts';
import { acceptanceRefusal, completenessFindings } from './completeness.ts';
import type { FormExpected, FormReceived, Signature } from './form-received.ts';
import { countsAsFiled } from './form-standing.ts';
import type { FilingQuestion } from './forms-required.ts';

const signed = (signer: string, more: Partial<Signature> = {}): Signature => ({
  signer,
  manner: 'wet',
  on: '2027-01-15',
  ...more,
});
const received: FormReceived = {
  form: '7-2180',
  edition: 2027,
  signatures: [signed('ana'), signed('ben')],
  supplements: [],
  blankItems: [],
};
const expected: FormExpected = {
  formYear: 2027,
  acceptable: ['7-2180EZ', '7-2180'],
  signatories: { signers: ['ana'], spouse: 'ben' },
  hasExcess: false,
  hasFullCost: false,
  hasInvoluntaryExcess: false,
};
const rulesFound = (form: Partial<FormReceived>, wanted: Partial<FormExpected> = {}) =>
  completenessFindings({ ...received, ...form }, { ...expected, ...wanted }).map(({ rule }) => rule);

describe('F16: a form is complete', () => {
  it('with the right type and edition and every signature by hand', () => {
    expect(rulesFound({})).toEqual([]);
  });

  it.each<[string, string[], Partial<FormReceived>, Partial<FormExpected>]>([
    ['A25: of another type', ['A25'], { form: '7-2181' }, {}],
    ['A25: a verification that is not allowed', ['A25'], { form: '7-21VERIFY' }, {}],
    ['A23: of last year’s edition', ['A23'], { edition: 2026 }, {}],
    ['A23: of next year’s edition', ['A23'], { edition: 2028 }, {}],
    ['A24: without the spouse’s signature', ['A24'], { signatures: [signed('ana')] }, {}],
    ['A24: without the landholder’s own', ['A24'], { signatures: [signed('ben')] }, {}],
    ['A24: without any', ['A24', 'A24'], { signatures: [] }, {}],
    ['A24: signed by somebody else', ['A24', 'A24'], { signatures: [signed('eve')] }, {}],
    ['A24: digitally signed', ['A24'], { signatures: [signed('ana', { manner: 'digital' }), signed('ben')] }, {}],
    ['A24: a copy of a signature', ['A24'], { signatures: [signed('ana'), signed('ben', { manner: 'copied' })] }, {}],
    ['A24: one of two trustees', ['A24'], { signatures: [signed('t1')] }, { signatories: { signers: ['t1', 't2'] } }],
    ['A24: with nobody on record who signs', ['A24'], {}, { signatories: { signers: [] } }],
    ['A7: excess land not designated', ['A7'], {}, { hasExcess: true }],
    ['A6: full-cost land not selected', ['A6'], {}, { hasFullCost: true }],
    ['A16: involuntary acquisition not declared', ['A16'], {}, { hasInvoluntaryExcess: true }],
    ['F16: with two items blank', ['F16', 'F16'], { blankItems: ['4', '7b'] }, {}],
  ])('but not %s', (_, rules, form, wanted) => {
    expect(rulesFound(form, wanted)).toEqual(rules);
  });

  it('with its supplements, and with a later signature by hand beside an earlier digital one', () => {
    const signatures = [signed('ana', { manner: 'digital' }), signed('ana'), signed('ben')];
    const supplements = ['7-21XS', '7-21FC'] as const;
    expect(rulesFound({ signatures, supplements }, { hasExcess: true, hasFullCost: true })).toEqual([]);
  });

  it.each([
    ['2026-10-31', ['A23']],
    ['2026-11-01', []],
    ['2027-12-31', []],
    ['2028-01-01', ['A23']],
  ])('A23: the edition of 2027 signed on %s', (on, rules) => {
    expect(rulesFound({ signatures: [signed('ana', { on }), signed('ben')] })).toEqual(rules);
  });

  it('a verification leans on the supplements of its standard form', () => {
    const wanted = { acceptable: ['7-21VERIFY', '7-2180'], hasExcess: true, hasFullCost: true } as const;
    expect(rulesFound({ form: '7-21VERIFY' }, wanted)).toEqual([]);
  });
});

describe('F16: a form is accepted', () => {
  it.each([
    [1, false],
    [2, true],
    [3, true],
  ] as const)('by a specialist of level %d: %s', (level, accepted) => {
    expect(acceptanceRefusal([], level) === null).toBe(accepted);
  });

  it('never while anything is missing', () => {
    expect(acceptanceRefusal([{ rule: 'A24', text: 'ana has not signed' }], 3)).toMatchObject({ rule: 'F16' });
  });

  it('A20: and only an accepted form of the year counts as filed', () => {
    const accepted = { state: 'accepted', acceptedOn: '2027-02-01', formYear: 2027 } as const;
    expect([countsAsFiled(accepted, 2027), countsAsFiled(accepted, 2028)]).toEqual([true, false]);
    expect(countsAsFiled({ state: 'awaited' }, 2027)).toBe(false);
    expect(countsAsFiled({ state: 'under-review', receivedOn: '2027-02-01' }, 2027)).toBe(false);
    expect(countsAsFiled({ state: 'returned', returnedOn: '2027-02-01' }, 2027)).toBe(false);
  });
});

describe('A22, F19: the forms that may be filed', () => {
  const question: FilingQuestion = {
    landholder: { kind: 'qualified', holder: 'individual' },
    applicability: 'discretionary',
    category: 1,
    westwideAcres: '300',
    districtCount: 1,
    changedSinceStandardForm: false,
    hasStandardForm: true,
  };

  it('are the one that suffices first, then those that say more', () => {
    expect(acceptableForms(question, '2027-01-01')).toEqual(['7-21VERIFY', '7-2180EZ', '7-2180']);
    expect(acceptableForms({ ...question, hasStandardForm: false }, '2027-01-01')).toEqual(['7-2180EZ', '7-2180']);
    expect(acceptableForms({ ...question, districtCount: 2 }, '2027-01-01')).toEqual(['7-21VERIFY', '7-2180']);
  });

  it('A26: for a farm operator the declaration alone', () => {
    const operator = { ...question, landholder: { kind: 'qualified', holder: 'farm-operator' } } as const;
    expect(acceptableForms(operator, '2027-01-01')).toEqual(['7-21FARMOP']);
  });
});
