import { describe, expect, it } from '@jest/globals';
import { nextMove } from './course/index.ts';
import { Desk, readyForOrder, refusedBy, shutOff } from './desk.steps.ts';

const move = (desk: Desk) => nextMove(desk.state, desk.moment()).move;
const reached = (offersMade: boolean) => new Desk().work('phone-contact', 'specialist1', { reached: true, offersMade });

describe('the customer is reached', () => {
  it('first of all in writing, which acknowledges the case', () => {
    expect(new Desk().write('written-notice').state.acknowledgedAt).not.toBeNull();
    expect(new Desk().write('ten-day-notice').state.acknowledgedAt).toBeNull();
  });

  it('by a call in which the policy and the options were offered (B5, B6)', () => {
    expect(move(reached(false))).toBe('contact');
    expect(move(reached(true))).not.toBe('contact');
  });

  it('by a call that reached somebody: one that reached nobody is none (F2)', () => {
    expect(move(new Desk().work('phone-contact', 'specialist1', { reached: false }))).toBe('contact');
  });

  it('in writing, and the occupant too where bills go elsewhere, counted from the later notice (B7)', () => {
    const written = new Desk({ mailingDiffers: true }).write('written-notice');
    expect(move(written)).toBe('contact');
    written.at('2027-05-21T10:00:00-07:00').write('occupant-notice', 'occupant').write('ten-day-notice');
    written.at('2027-06-07T09:00:00-07:00').work('final-contact', 'specialist1', { reached: true });
    expect(contactLawfulFrom(written)).toBe('2027-06-02T07:00:00.000Z');
  });

  it('by a visit where neither telephone nor mail gets there (B8)', () => {
    const desk = new Desk().write('written-notice').hear('mail-returned').at('2027-04-06T09:00:00-07:00');
    expect(move(desk)).toBe('contact');
    desk.work('phone-contact', 'specialist1', { reached: false });
    expect(move(desk)).toBe('visit');
    desk.work('visit', 'operations', { noticeLeft: false });
    expect(move(desk)).toBe('visit');
    desk.work('visit', 'operations', { noticeLeft: true });
    expect(desk.last('visit-made')).toMatchObject({ rules: ['B8'] });
    expect(move(desk)).not.toBe('visit');
  });
});

describe('tenants who are not the customer (B13, B15)', () => {
  it('are told that they may become customers, ten days before', () => {
    const desk = readyForOrder({ tenantOccupied: true });
    expect(move(desk)).toBe('tell-tenants');
    desk.write('tenant-notice', 'occupant');
    expect(desk.last('tenant-notice')).toMatchObject({ rules: ['B13', 'B15'] });
    expect(move(desk.at('2027-06-11T16:00:00-07:00'))).toBe('wait');
    expect(move(desk.at('2027-06-14T08:00:00-07:00'))).toBe('order');
  });

  it('are found at the door, and told then (F6)', () => {
    const desk = readyForOrder();
    desk.work('order-review', 'specialist3', { approved: true }).work('order-review', 'supervisor', { approved: true });
    desk.work('confirm-payments', 'accounting', {}).work('shut-off', 'operations', { ending: 'occupant-is-tenant' });
    expect(move(desk)).toBe('tell-tenants');
  });
});

describe('the notice of ten days (B18, F2)', () => {
  it('goes out on paper not before the nineteenth day after the bill', () => {
    const desk = new Desk({ billedOn: '2027-05-20', dueOn: '2027-05-21' }, '2027-06-07T09:00:00-07:00');
    desk.write('written-notice').write('ten-day-notice');
    expect(nextMove(desk.state, desk.moment()).move).toBe('wait');
    desk.at('2027-06-30T09:00:00-07:00');
    expect(move(desk)).toBe('mail-notice');
  });
});

describe('a turnout that a dwelling drinks from (F4, F12)', () => {
  it('is collected on as a dwelling, and crop and livestock are looked at before the order', () => {
    const farm = readyForOrder({ service: 'irrigation', dwelling: 'unknown' });
    expect(nextMove(farm.state, farm.moment())).toMatchObject({ path: 'residential', move: 'look-at-fields' });
    farm.work('field-check', 'operations', { cropAtRisk: true, livestockAtRisk: false });
    expect(nextMove(farm.state, farm.moment())).toMatchObject({ move: 'order', facts: { fieldsAtRisk: true } });
  });

  it('answers with its land all the same: the owner is told of the lien (B22)', () => {
    const farm = readyForOrder({ service: 'irrigation', dwelling: 'unknown' });
    farm.work('tie-out', 'accounting', { amount: '120.50' }).write('lien-notice', 'landowner');
    expect(farm.last('lien-owner-told')).toMatchObject({ rules: ['F12', 'B22'] });
  });
});

describe('after the shut-off', () => {
  it('the customer is told how water is restored (B12)', () => {
    const desk = shutOff();
    expect(move(desk)).toBe('tell-how-to-restore');
    expect(move(desk.write('shut-off-notice'))).toBe('wait');
  });

  it('the charge of a home is no lien on land (F12, B22, B23)', () => {
    expect(refusedBy(() => shutOff().handOff('list-lien'))).toBe('F12');
  });
});

/** From when the contact allows a shut-off, as the certificate would say. */
function contactLawfulFrom(desk: Desk): string | undefined {
  desk.work('order-review', 'specialist3', { approved: true }).work('order-review', 'supervisor', { approved: true });
  desk.at('2027-06-08T09:00:00-07:00').work('confirm-payments', 'accounting', {}).handOff('shut-off');
  const { conditions } = desk.last('shut-off-ordered')?.certificate ?? { conditions: [] };
  return conditions.find(({ rule }) => rule === 'B5')?.metSince ?? undefined;
}
