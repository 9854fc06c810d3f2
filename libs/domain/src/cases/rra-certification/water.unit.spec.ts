import { describe, expect, it } from '@jest/globals';
import type { FormValues } from '../../forms/index.ts';
import { RraCase, refusalOf } from './law.steps.ts';

const owned = (parcel: string, acres: string, more: object = {}) => ({ parcel, acres, tenure: 'owned', ...more });
const leased = (parcel: string, acres: string, more: object = {}) => ({ parcel, acres, tenure: 'leased', ...more });
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

  it('in another district is that district’s to invoice; here the case is over (A6)', () => {
    const elsewhere = new RraCase({ ...details, parcels: ['P1'] })
      .receive('2027-01-12', select('100'))
      .check('2027-01-12');
    expect(elsewhere.held).toEqual([]);
    expect(elsewhere.next('money', '2027-01-12')).toMatchObject({ move: 'end', outcome: 'accepted' });
    expect(accepted().next('money', '2027-01-12')).toMatchObject({ move: 'invoice', facts: { acres: '100' } });
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

  it('is none of the form year when it ran on 31 December before it (A23)', () => {
    const drawn = (on: string) =>
      new RraCase({}, '2026-11-16').hear('water-delivered', { on }, '2027-01-10').all('assessment-counted').length;
    expect([drawn('2026-12-31'), drawn('2027-01-01')]).toEqual([0, 1]);
  });

  it('of a change is assessed too once the hold has fallen (A21, A31)', () => {
    const changed = (on: string) =>
      new RraCase()
        .receive('2027-01-12')
        .check('2027-01-12')
        .hear('land-changed', { changedOn: '2027-05-01', inSeason: true }, '2027-05-10')
        .passTo(on)
        .hear('water-delivered', { on }, on)
        .all('assessment-counted').length;
    expect([changed('2027-06-30'), changed('2027-07-01')]).toEqual([0, 1]);
  });

  it('is no failing when the form is accepted, or the delivery only planned', () => {
    const filed = new RraCase().receive('2027-01-12').check('2027-01-12');
    expect(filed.hear('water-delivered', { on: '2027-03-15' }, '2027-03-15').all('assessment-counted')).toEqual([]);
    const planned = new RraCase().hear('first-delivery', { on: '2027-03-15' }, '2027-02-01');
    expect(planned.all('assessment-counted')).toEqual([]);
  });
});

describe('a form that comes in shortly before the first delivery', () => {
  const priorityOn = (day: string) => new RraCase({ firstDeliveryOn: '2027-03-15' }).receive(day).state.priority;

  it('is urgent where five business days would not do (E6)', () => {
    expect(priorityOn('2027-03-05')).toBe('normal');
    expect(priorityOn('2027-03-08')).toBe('urgent');
  });
});

describe('an ending set by hand', () => {
  const ends = (c: RraCase, outcome: string) => refusalOf(() => c.resolve(outcome, '2027-02-01'))?.rule ?? null;

  it('is never “accepted” without an accepted form, nor “not required” while one is due (A20, F16)', () => {
    expect(ends(new RraCase(), 'accepted')).toBe('F16');
    expect(ends(new RraCase(), 'not-required')).toBe('A20');
    expect(ends(new RraCase().receive('2027-01-12').check('2027-01-12'), 'accepted')).toBeNull();
    expect(ends(new RraCase({ applicability: 'exempt' }), 'not-required')).toBeNull();
  });
});
