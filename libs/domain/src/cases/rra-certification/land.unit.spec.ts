import { describe, expect, it } from '@jest/globals';
import type { FormValues } from '../../forms/index.ts';
import { RraCase, refusalOf } from './law.steps.ts';

const owned = (parcel: string, acres: string, more: object = {}) => ({ parcel, acres, tenure: 'owned', ...more });
const leased = (parcel: string, acres: string, more: object = {}) => ({ parcel, acres, tenure: 'leased', ...more });
const testOf = (details: FormValues) => new RraCase({ westwideAcres: '2000', ...details }).all('land-tested')[0];

describe('the two tests of acreage limitation', () => {
  it('part excess from full-cost acres at the qualified recipient’s 960 (A3–A5, F17)', () => {
    expect(testOf({ holdings: [owned('P1', '960')] })).toMatchObject({ excessAcres: '0', fullCostAcres: '0' });
    expect(testOf({ holdings: [owned('P1', '960.5')] })).toMatchObject({ excessAcres: '0.5', fullCostAcres: '0' });
    expect(testOf({ holdings: [owned('P1', '900'), leased('P2', '60')] })).toMatchObject({ fullCostAcres: '0' });
    expect(testOf({ holdings: [owned('P1', '1100'), leased('P2', '60')] })).toMatchObject({
      excessAcres: '140',
      fullCostAcres: '60',
    });
  });

  it('measure a limited recipient by its water before 1981 (A3, A4)', () => {
    const details = { recipientKind: 'limited', holder: 'entity', holdings: [owned('P1', '400')] };
    expect(testOf(details)).toMatchObject({ excessAcres: '0', fullCostAcres: '400' });
    expect(testOf({ ...details, receivedWaterBy1981: true })).toMatchObject({ fullCostAcres: '80' });
  });

  it('count Class 1 equivalent acres, and none of exempt land (A9, A10)', () => {
    expect(testOf({ holdings: [owned('P1', '1200', { class1Ratio: '0.75' })] })?.excessAcres).toBe('0');
    expect(testOf({ holdings: [owned('P1', '1200', { class1Ratio: '0.81' })] })?.excessAcres).toBe('12');
    expect(testOf({ holdings: [owned('P1', '1200', { nonexempt: false })] })?.ownedAcres).toBe('0');
  });

  it('leave involuntarily acquired land its five years, and land under recordable contract apart (A16, F17)', () => {
    const acquired = (on: string) =>
      testOf({ holdings: [owned('P1', '960'), owned('P2', '100', { acquiredInvoluntarilyOn: on })] });
    expect(acquired('2022-01-11')).toMatchObject({ excessAcres: '100', ineligibleAcres: '0', involuntaryAcres: '100' });
    expect(acquired('2022-01-10')).toMatchObject({ excessAcres: '100', ineligibleAcres: '100', involuntaryAcres: '0' });
    expect(testOf({ holdings: [owned('P1', '1060')], recordableContractAcres: '40' })?.ineligibleAcres).toBe('60');
  });
});

describe('excess land', () => {
  const excess = { westwideAcres: '1100', parcels: ['P1', 'P2'], holdings: [owned('P1', '960'), owned('P2', '140')] };
  const form = { form: '7-2180' };
  const missed = (details = {}) =>
    new RraCase({ ...excess, ...details }).receive('2027-01-12', form).check('2027-01-12', { complete: false });
  const notified = (details = {}) =>
    missed(details).hear('designation-notice', { notifiedOn: '2027-02-01' }, '2027-02-01');

  it('is designated on the form, in full, or the form goes back (A7)', () => {
    const findings = (supplement: object) =>
      new RraCase(excess).receive('2027-01-12', { ...form, ...supplement }).all('form-logged')[0]?.findings;
    expect(findings({})?.map(({ rule }) => rule)).toEqual(['A7']);
    const acres = (all: string) => ({ supplements: ['7-21XS'], excess: [{ parcel: 'P2', acres: all }] });
    expect(findings(acres('139.9'))?.map(({ text }) => text)).toEqual(['0.1 excess acres are not designated']);
    expect(findings(acres('140'))).toEqual([]);
  });

  it('on file from the last standard form carries a verification, else a verification goes back (A7, A22)', () => {
    const verify = (more: object) =>
      new RraCase({ ...excess, hasStandardForm: true, ...more }).receive('2027-01-12', { form: '7-21VERIFY' });
    expect(
      verify({})
        .all('form-logged')[0]
        ?.findings.map(({ rule }) => rule),
    ).toEqual(['A7']);
    const onFile = verify({ excessOnFile: [{ parcel: 'P2', acres: '140' }] }).check('2027-01-12');
    expect(onFile.rulesOf('P2')).toEqual(['A5']);
    expect(onFile.held).toEqual(['P2']);
  });

  it('takes no water when the form is accepted; the rest does (A5)', () => {
    const designated = new RraCase(excess).receive('2027-01-12', {
      ...form,
      supplements: ['7-21XS'],
      excess: [{ parcel: 'P2', acres: '140' }],
    });
    expect(designated.check('2027-01-12').held).toEqual(['P2']);
    expect(designated.rulesOf('P2')).toEqual(['A5']);
  });

  it('of one district is the landowner’s to designate for 30 days, then the district’s for 30, then Reclamation’s (A7)', () => {
    const turns = (through: string) =>
      notified()
        .passTo(through)
        .all('designation-turn')
        .map(({ by }) => by);
    expect(turns('2027-03-03')).toEqual(['landowner']);
    expect(turns('2027-03-04')).toEqual(['landowner', 'district']);
    expect(turns('2027-04-02')).toEqual(['landowner', 'district']);
    expect(turns('2027-04-03')).toEqual(['landowner', 'district', 'reclamation']);
  });

  it('across districts is the landowner’s for 60 days, then Reclamation’s (A7)', () => {
    const turns = (through: string) => notified({ districtCount: 2 }).passTo(through).all('designation-turn');
    expect(turns('2027-04-02').map(({ by }) => by)).toEqual(['landowner']);
    expect(turns('2027-04-03').map(({ by }) => by)).toEqual(['landowner', 'reclamation']);
    expect(turns('2027-04-03')[0]?.through).toBe('2027-04-02');
  });

  it('is designated by the district in its turn alone (A7)', () => {
    const designates = (day: string) =>
      refusalOf(() => notified().passTo(day).handOff('district-designation', day))?.code;
    expect(designates('2027-03-03')).toBe('not-their-turn');
    expect(designates('2027-03-04')).toBeUndefined();
    expect(designates('2027-04-03')).toBe('not-their-turn');
  });

  it('is designated once: that binds the land (A7)', () => {
    const bound = notified().hear(
      'designation',
      { by: 'landowner', parcels: [{ parcel: 'P2', acres: '140' }] },
      '2027-02-10',
    );
    const again = () =>
      bound.hear('designation', { by: 'reclamation', parcels: [{ parcel: 'P1', acres: '140' }] }, '2027-04-10');
    expect(refusalOf(again)).toEqual({ code: 'designated-already', rule: 'A7' });
  });

  it('that took water is charged the compensation rate, and assessed (A8, A31)', () => {
    const watered = notified()
      .hear('designation', { by: 'landowner', parcels: [{ parcel: 'P2', acres: '140' }] }, '2027-02-10')
      .receive('2027-02-11', form)
      .check('2027-02-11')
      .hear('water-delivered', { on: '2027-05-09', parcel: 'P2', acreFeet: '20' }, '2027-05-10');
    expect(watered.all('assessment-counted').map(({ kind }) => kind)).toEqual(['delivery-to-excess']);
    const charge = { acreFeet: '20', rate: '88.10', alreadyPaid: '762.00' };
    watered.complete(watered.handOff('compensation-charge', '2027-05-11'), charge, '2027-05-11', 'accounting');
    expect(watered.all('compensation-charged')[0]?.amount).toBe('1000.00');
  });

  it('that its former owner services takes no water whoever files (A26)', () => {
    const holdings = [owned('P1', '300', { operatedByFormerOwner: true }), owned('P2', '20')];
    const filed = new RraCase({ parcels: ['P1', 'P2'], holdings }).receive('2027-01-12').check('2027-01-12');
    expect(filed.rulesOf('P1')).toEqual(['A26']);
    expect(filed.held).toEqual(['P1']);
  });
});
