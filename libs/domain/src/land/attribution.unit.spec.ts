import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acreageLimitation } from './acreage-limitation.ts';
import { attributedHoldings, servicedAcres, westwideAcres } from './attribution.ts';
import { type Landholder, type LandRecord, landRegister } from './land-register.ts';
import { filers } from './who-must-file.ts';

const on = '2027-04-01';
const qualified = { kind: 'qualified' } as const;
const person = (id: string, more: Partial<Landholder> = {}): Landholder => ({
  id,
  holder: 'individual',
  recipient: qualified,
  ...more,
});
const entity = (id: string, more: Partial<Landholder> = {}) => person(id, { holder: 'entity', ...more });
const land = (landholder: string, acres: string, more: Partial<LandRecord> = {}): LandRecord => ({
  landholder,
  parcel: `${landholder} ${acres}`,
  acres,
  tenure: 'owned',
  share: '1',
  class1Ratio: '1',
  nonexempt: true,
  district: 'ours',
  ...more,
});
const acresOf = (landholders: Landholder[], records: LandRecord[], id: string) =>
  westwideAcres(attributedHoldings(landRegister(landholders, records), id));

describe('A11: land is attributed up the chain', () => {
  it('owned land to the owner, leased land to the lessee: both hold it', () => {
    const records = [land('owner', '100'), land('lessee', '100', { tenure: 'leased' })];
    const people = [person('owner'), person('lessee')];
    expect(acresOf(people, records, 'owner')).toBe('100');
    expect(acresOf(people, records, 'lessee')).toBe('100');
  });

  it('of an entity to its part owners by their shares, and through entities of entities', () => {
    const people = [
      person('ana', { interests: [{ in: 'holding', share: '0.5' }] }),
      entity('holding', { interests: [{ in: 'farm', share: '0.4' }] }),
      entity('farm'),
    ];
    const records = [land('farm', '1000'), land('holding', '10'), land('ana', '1')];
    expect(acresOf(people, records, 'farm')).toBe('1000');
    expect(acresOf(people, records, 'holding')).toBe('410');
    expect(acresOf(people, records, 'ana')).toBe('206');
    expect(attributedHoldings(landRegister(people, records), 'ana').map(({ through }) => through)).toEqual([
      [],
      ['holding'],
      ['holding', 'farm'],
    ]);
  });

  it('refuses owners that own each other', () => {
    const circle = [
      entity('a', { interests: [{ in: 'b', share: '1' }] }),
      entity('b', { interests: [{ in: 'a', share: '1' }] }),
    ];
    expect(() => acresOf(circle, [], 'a')).toThrow(RangeError);
  });

  it('A2: spouse and dependents count with a qualified recipient', () => {
    const people = [person('ana'), person('ben', { householdOf: 'ana' }), person('eve', { householdOf: 'ana' })];
    const records = [land('ana', '80', { share: '0.5' }), land('ben', '80', { share: '0.5' }), land('eve', '5')];
    expect(acresOf(people, records, 'ana')).toBe('85');
  });

  it('land leased from a public entity counts against the lessee’s ownership entitlement', () => {
    const records = [land('ana', '900'), land('ana', '100', { tenure: 'leased', fromPublicEntity: true })];
    const holdings = attributedHoldings(landRegister([person('ana')], records), 'ana');
    expect(acreageLimitation(qualified, holdings, on).excess.toFixed()).toBe('40');
  });

  it('A18: the threshold counts plain acres, the entitlement Class 1 acres', () => {
    const holdings = attributedHoldings(landRegister([person('a')], [land('a', '240', { class1Ratio: '0.5' })]), 'a');
    expect(westwideAcres(holdings)).toBe('240');
    expect(acreageLimitation(qualified, holdings, on).owned.toFixed()).toBe('120');
  });
});

describe('A14: the land of a trust', () => {
  const trustWith = (trust: Landholder['trust']) => [
    person('grantor'),
    person('child', { interests: [{ in: 'trust', share: '0.25' }] }),
    person('trust', { holder: 'trust', trust }),
  ];
  const records = [land('trust', '400')];

  it.each<[string, Landholder['trust'], string, string]>([
    ['written with identified beneficiaries: to them by interest', { writtenAndIdentified: true }, '0', '100'],
    ['not identified: to no beneficiary', { writtenAndIdentified: false }, '0', '0'],
    ['revocable: to the grantor', { writtenAndIdentified: true, revocableBy: 'grantor' }, '400', '0'],
  ])('%s', (_, terms, grantor, child) => {
    expect(acresOf(trustWith(terms), records, 'grantor')).toBe(grantor);
    expect(acresOf(trustWith(terms), records, 'child')).toBe(child);
    expect(acresOf(trustWith(terms), records, 'trust')).toBe('400');
  });
});

describe('who must file in this district', () => {
  const district = { name: 'ours', applicability: 'discretionary', category: 1 } as const;

  it('A18, A20: counts land westwide but asks only those with land here', () => {
    const people = [person('here'), person('elsewhere'), person('small')];
    const records = [
      land('here', '10'),
      land('here', '230', { district: 'theirs' }),
      land('elsewhere', '900', { district: 'theirs' }),
      land('small', '239.99'),
    ];
    const found = filers(landRegister(people, records), district, [], on);
    expect(found.map(({ landholder, duty }) => [landholder, duty.forms])).toEqual([
      ['here', ['7-2180']],
      ['small', []],
    ]);
  });

  it('A18: an indirect holder files beside the entity', () => {
    const people = [person('ana', { interests: [{ in: 'farm', share: '0.5' }] }), entity('farm')];
    const found = filers(landRegister(people, [land('farm', '480')]), district, [], on);
    expect(found.map(({ landholder, westwideAcres: acres, duty }) => [landholder, acres, duty.forms])).toEqual([
      ['ana', '240', ['7-2180EZ']],
      ['farm', '480', ['7-2181']],
    ]);
  });

  it('A2, A24: a household files once; A22: unchanged since a standard form it verifies', () => {
    const people = [person('ana'), person('ben', { householdOf: 'ana' })];
    const register = landRegister(people, [land('ana', '200'), land('ben', '200')]);
    const unchanged = [{ landholder: 'ana', changedSince: false }];
    expect(filers(register, district, unchanged, on).map(({ duty }) => duty.forms)).toEqual([['7-21VERIFY']]);
    const changed = [{ landholder: 'ana', changedSince: true }];
    expect(filers(register, district, changed, on).map(({ duty }) => duty.forms)).toEqual([['7-2180EZ']]);
  });

  it.each([
    ['960', false],
    ['960.01', true],
  ])(
    'A26: an operator of %s acres of trusts and entities; the land of individuals is not counted',
    (acres, mustFile) => {
      const people = [person('op', { holder: 'farm-operator' }), entity('farm'), person('ana')];
      const records = [land('farm', acres, { operator: 'op' }), land('ana', '500', { operator: 'op' })];
      const register = landRegister(people, records);
      expect(servicedAcres(register, 'op')).toBe(acres);
      expect(filers(register, district, [], on).find(({ landholder }) => landholder === 'op')?.duty.mustFile).toBe(
        mustFile,
      );
    },
  );

  it('A9: exempt land brings nobody into the district', () => {
    expect(filers(landRegister([person('a')], [land('a', '900', { nonexempt: false })]), district, [], on)).toEqual([]);
  });

  it('refuses two landholders with one id', () => {
    expect(() => landRegister([person('a'), person('a')], [])).toThrow(RangeError);
  });

  it('land passed on in shares that add to 1 is neither lost nor doubled', () => {
    const share = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 100_000 }), (thousandths, acres) => {
        const part = (n: number) => (n / 1000).toFixed(3);
        const people = [
          person('a', { interests: [{ in: 'e', share: part(thousandths) }] }),
          person('b', { interests: [{ in: 'e', share: part(1000 - thousandths) }] }),
          entity('e'),
        ];
        const records = [land('e', String(acres))];
        expect(Number(acresOf(people, records, 'a')) + Number(acresOf(people, records, 'b'))).toBeCloseTo(acres, 6);
      }),
    );
  });
});
