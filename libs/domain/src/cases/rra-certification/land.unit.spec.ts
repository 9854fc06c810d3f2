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
    expect(turns('2027-03-02')).toEqual(['landowner']);
    expect(turns('2027-03-04')).toEqual(['landowner', 'district']);
    expect(turns('2027-04-01')).toEqual(['landowner', 'district']);
    expect(turns('2027-04-03')).toEqual(['landowner', 'district', 'reclamation']);
  });

  it('across districts is the landowner’s for 60 days, then Reclamation’s (A7)', () => {
    const turns = (through: string) => notified({ districtCount: 2 }).passTo(through).all('designation-turn');
    expect(turns('2027-04-01').map(({ by }) => by)).toEqual(['landowner']);
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

describe('full-cost land', () => {
  const details = {
    recipientKind: 'limited',
    holder: 'entity',
    receivedWaterBy1981: true,
    westwideAcres: '420',
    parcels: ['P1', 'P2'],
    holdings: [owned('P1', '300'), leased('P2', '120')],
  };
  const select = (acres: string, parcel = 'P2') => ({
    form: '7-2181',
    supplements: ['7-21FC'],
    fullCost: [{ parcel, acres }],
  });
  const accepted = () => new RraCase(details).receive('2027-01-12', select('100')).check('2027-01-12');
  const invoiced = () => {
    const filed = accepted();
    const task = filed.handOff('full-cost-invoice', '2027-01-13');
    return filed.complete(task, { acreFeet: '250', rate: '40.00' }, '2027-01-13', 'accounting');
  };

  it('is selected in full, or the form goes back (A6)', () => {
    const rules = (form: FormValues) =>
      new RraCase(details)
        .receive('2027-01-12', form)
        .all('form-logged')[0]
        ?.findings.map(({ rule }) => rule);
    expect(rules({ form: '7-2181' })).toEqual(['A6']);
    expect(rules(select('99.99'))).toEqual(['A6']);
    expect(rules(select('100'))).toEqual([]);
  });

  it('selected on the last standard form is invoiced on its verification too (A6, A22)', () => {
    const verify = (more: object) =>
      new RraCase({ ...details, hasStandardForm: true, ...more }).receive('2027-01-12', { form: '7-21VERIFY' });
    expect(
      verify({})
        .all('form-logged')[0]
        ?.findings.map(({ rule }) => rule),
    ).toEqual(['A6']);
    const onFile = verify({ fullCostOnFile: [{ parcel: 'P2', acres: '100' }] }).check('2027-01-12');
    expect(onFile.held).toEqual(['P2']);
  });

  it('is selected for the contract water year, which is not the form year (A6, A23)', () => {
    expect(accepted().all('full-cost-selected')[0]?.waterYear).toBe(2027);
    const other = accepted().receive('2027-06-01', select('100', 'P1'));
    expect(
      other
        .all('form-logged')
        .at(-1)
        ?.findings.map(({ rule }) => rule),
    ).toEqual(['A6']);
    const nextYear = accepted().receive('2028-03-01', { ...select('100', 'P1'), receivedOn: '2028-03-01' });
    expect(
      nextYear
        .all('form-logged')
        .at(-1)
        ?.findings.map(({ rule }) => rule),
    ).not.toContain('A6');
  });

  it('waits for its payment in full, the rest of the land does not (A6, F18)', () => {
    const paying = invoiced();
    expect(paying.all('full-cost-invoiced')[0]?.amount).toBe('10000.00');
    expect(paying.held).toEqual(['P2']);
    expect(paying.hear('full-cost-paid', { amount: '9999.99' }, '2027-02-01').held).toEqual(['P2']);
    expect(paying.hear('full-cost-paid', { amount: '0.01' }, '2027-02-02').held).toEqual([]);
  });

  it('is not unlocked before it is paid: neither claimed nor done (F18)', () => {
    const unlocks = (paid: string) => {
      const paying = invoiced().hear('full-cost-paid', { amount: paid }, '2027-02-01');
      const task = paying.handOff('unlock-turnouts', '2027-02-02', { parcels: ['P2'] });
      return refusalOf(() => paying.complete(task, { unlockedOn: '2027-02-02' }, '2027-02-02', 'operations'));
    };
    expect(unlocks('9999.99')).toEqual({ code: 'still-held', rule: 'A6' });
    expect(unlocks('10000.00')).toBeNull();
  });

  it('is invoiced only after a form that selects it is accepted, and once', () => {
    const early = () => new RraCase(details).handOff('full-cost-invoice', '2027-01-12');
    expect(refusalOf(early)).toEqual({ code: 'nothing-selected', rule: 'A6' });
    expect(refusalOf(() => invoiced().handOff('full-cost-invoice', '2027-01-14'))?.code).toBe('invoiced-already');
    expect(refusalOf(() => accepted().hear('full-cost-paid', { amount: '1.00' }, '2027-02-01'))?.code).toBe(
      'not-invoiced',
    );
  });
});

describe('locks', () => {
  it('are asked for only where water is held (A30)', () => {
    const lock = (filed: RraCase) => {
      const task = filed.handOff('lock-turnouts', '2027-03-11', { parcels: ['P1'] });
      return refusalOf(() => filed.complete(task, { lockedOn: '2027-03-11' }, '2027-03-11', 'operations'))?.code;
    };
    expect(lock(new RraCase())).toBeUndefined();
    expect(lock(new RraCase().receive('2027-01-12').check('2027-01-12'))).toBe('not-held');
  });

  it('that are still to be made are withdrawn in the transaction that frees the land (F16)', () => {
    const filed = new RraCase();
    const task = filed.handOff('lock-turnouts', '2027-03-11', { parcels: ['P1'] });
    filed.receive('2027-03-11').check('2027-03-11');
    expect(filed.state.tasks.get(task)?.status).toBe('withdrawn');
  });

  it('stay when a hold falls before the unlock is done (F18)', () => {
    const filed = new RraCase().receive('2027-01-12').check('2027-01-12');
    const task = filed.handOff('unlock-turnouts', '2027-04-01', { parcels: ['P1'] });
    filed.hear('land-changed', { changedOn: '2027-04-01', inSeason: false }, '2027-04-01');
    expect(filed.state.tasks.get(task)?.status).toBe('withdrawn');
  });
});

describe('water before the form', () => {
  it('is assessed once in a year, however often it ran (A31)', () => {
    const early = new RraCase()
      .hear('first-delivery', { on: '2027-02-18' }, '2027-02-18')
      .hear('water-delivered', { on: '2027-02-19' }, '2027-02-20');
    expect(early.all('assessment-counted')).toMatchObject([
      { kind: 'delivery-before-form', landholder: 'lh-1', year: 2027 },
    ]);
  });

  it('is no failing when the form is accepted, or the delivery only planned', () => {
    const filed = new RraCase().receive('2027-01-12').check('2027-01-12');
    expect(filed.hear('water-delivered', { on: '2027-03-15' }, '2027-03-15').all('assessment-counted')).toEqual([]);
    const planned = new RraCase().hear('first-delivery', { on: '2027-03-15' }, '2027-02-01');
    expect(planned.all('assessment-counted')).toEqual([]);
  });
});
