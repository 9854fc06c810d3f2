import { describe, expect, it } from '@jest/globals';
import { nextMove } from './course/index.ts';
import { Desk, readyForOrder, refusedBy, shutOff, staff } from './desk.steps.ts';

const move = (desk: Desk) => nextMove(desk.state, desk.moment());

describe('an arrangement (B10, B11, F1)', () => {
  const instalments = [
    { on: '2027-04-15', amount: '60.25' },
    { on: '2027-05-14', amount: '60.25' },
  ];
  const arranged = () => new Desk().hear('arrangement', { instalments });

  it('may take twelve months and no day more (B17)', () => {
    const agree = (on: string) => () => new Desk().hear('arrangement', { instalments: [{ on, amount: '120.50' }] });
    expect(refusedBy(agree('2028-04-05'))).toBeNull();
    expect(refusedBy(agree('2028-04-06'))).toBe('B17');
  });

  it('is broken by a current charge that is not paid beside the instalments (B11)', () => {
    const desk = arranged().hear('current-charge', { dueOn: '2027-05-03', amount: '80.00' });
    desk.at('2027-04-15T10:00:00-07:00').hear('payment', { amount: '60.25' });
    desk.at('2027-05-03T17:00:00-07:00').do({ kind: 'tick', deadline: desk.moment().now }, staff('supervisor'));
    expect(desk.last('arrangement-broken')).toBeUndefined();
    desk.at('2027-05-04T00:00:00-07:00').do({ kind: 'tick', deadline: desk.moment().now }, staff('supervisor'));
    expect(desk.last('arrangement-broken')).toMatchObject({ since: '2027-05-04' });
  });

  it('that is broken gets the conditions of cure, then sixty full days, then the final posting (F9, B11)', () => {
    const desk = arranged().at('2027-04-16T09:00:00-07:00');
    expect(move(desk).move).toBe('tell-cure');
    desk.write('cure-notice');
    expect(refusedBy(() => desk.at('2027-04-18T08:59:00-07:00').handOff('post-final-notice'))).toBe('F9');
    expect(refusedBy(() => desk.at('2027-04-18T09:00:00-07:00').handOff('post-final-notice'))).toBeNull();
    const waiting = arranged().at('2027-04-16T09:00:00-07:00').write('cure-notice').at('2027-05-05T09:00:00-07:00');
    expect(move(waiting)).toMatchObject({ move: 'wait', at: '2027-06-15T15:00:00.000Z' });
    expect(move(waiting.at('2027-06-15T08:00:00-07:00')).move).toBe('post-final-notice');
  });
});

describe('what bars collection', () => {
  it('is health with all three conditions, and not with two (B10)', () => {
    const shown = [
      ['medical-certificate', { provider: 'Dr. Lee' }],
      ['inability-to-pay', { basis: 'wic' }],
      ['willing-to-arrange', {}],
    ] as const;
    for (const missing of shown) {
      const desk = readyForOrder();
      for (const [kind, data] of shown.filter((each) => each !== missing)) desk.hear(kind, data);
      expect(move(desk).move).toBe('order');
      const [kind, data] = missing;
      expect(move(desk.hear(kind, data)).move).toBe('offer-arrangement');
    }
  });

  it('is an appeal, late or in time, until it is decided (B9, B17)', () => {
    const appeal = (at: string) => new Desk().at(at).hear('appeal', { by: 'an adult' });
    expect(appeal('2027-04-05T09:00:00-07:00').last('appeal-opened')).toMatchObject({ inTime: false, rules: ['B9'] });
    const early = new Desk({ billedOn: '2027-03-26' }, '2027-04-05T09:00:00-07:00').hear('appeal', { by: 'x' });
    expect(early.last('appeal-opened')).toMatchObject({ inTime: true, rules: ['B9', 'B17'] });
    const noticed = readyForOrder().at('2027-05-23T09:00:00-07:00').hear('appeal', { by: 'x' });
    expect(noticed.last('appeal-opened')).toMatchObject({ inTime: true });
    const late = readyForOrder().hear('appeal', { by: 'x' });
    expect(late.last('appeal-opened')).toMatchObject({ inTime: false });
    expect(move(late).move).toBe('review-appeal');
  });

  it('of a water user is the hearing that was asked for, by no law of dwellings (F12)', () => {
    const desk = new Desk({ service: 'irrigation', dwelling: 'no' }).hear('appeal', { by: 'the water user' });
    expect(desk.last('appeal-opened')).toMatchObject({ rules: ['F12'] });
    expect(move(desk).move).toBe('review-appeal');
  });

  it('is reviewed by another person than who decided (F11)', () => {
    const desk = readyForOrder().do({ kind: 'assign', assignee: 'manager' }, staff('supervisor'));
    desk.hear('appeal', { by: 'x' });
    const taskId = desk.handOff('appeal-review');
    expect(refusedBy(() => desk.complete(taskId, 'manager', { upheld: false }))).toBe('F11');
  });

  it('is each stay: one that ends lifts no other, and the supervisor alone lifts them, with a reason (F7)', () => {
    const desk = readyForOrder().hear('stay', { kind: 'bankruptcy' });
    desk.hear('stay', { kind: 'military-service', until: '2027-06-03' }).at('2027-06-04T10:00:00-07:00');
    expect(move(desk)).toMatchObject({ move: 'wait', at: null });
    expect(refusedBy(() => desk.hear('stay-lifted', { reason: 'x' }, staff('specialist3')))).toBe('forbidden');
    expect(refusedBy(() => desk.hear('stay-lifted', {}, staff('supervisor')))).toBe('invalid-input');
    desk.hear('stay-lifted', { reason: 'discharged' }, staff('supervisor'));
    expect(move(desk).move).toBe('order');
  });

  it('is an extension through its last day, and a shorter one takes nothing back (B16)', () => {
    const desk = readyForOrder().hear('extension', { until: '2027-06-03' }).hear('extension', { until: '2027-06-02' });
    expect(move(desk).move).toBe('wait');
    expect(move(desk.at('2027-06-03T16:59:00-07:00')).move).toBe('wait');
    expect(move(desk.at('2027-06-04T08:00:00-07:00')).move).toBe('order');
  });

  it('is mail that came back: every date is planned anew (F14)', () => {
    const desk = readyForOrder().hear('mail-returned').at('2027-06-03T08:00:00-07:00');
    expect(move(desk).move).toBe('contact');
    expect(refusedBy(() => desk.handOff('shut-off'))).toBe('B5');
  });
});

describe('money', () => {
  it('paid to the last cent of the principal ends the case, with penalty and interest unpaid (B2)', () => {
    const desk = readyForOrder().hear('payment', { amount: '120.49' });
    expect(desk.last('payment-applied')).toMatchObject({ principal: '0.01', penalty: '12.05', interest: '3.62' });
    expect(desk.state.status).toBe('open');
    expect(desk.hear('payment', { amount: '0.01' }).state).toMatchObject({ status: 'resolved', outcome: 'paid' });
  });

  it('that is returned revives the case at a new notice (F9)', () => {
    const desk = readyForOrder().hear('payment', { amount: '120.50' }).hear('payment-returned', { amount: '120.50' });
    expect(desk.state.status).toBe('open');
    expect(move(desk.at('2027-06-03T08:00:00-07:00')).move).toBe('contact');
  });

  it('has its interest waived on request for low income, once in twelve months (B12, F13)', () => {
    expect(refusedBy(() => readyForOrder().hear('interest-waiver'))).toBe('B12');
    const desk = readyForOrder().hear('inability-to-pay', { basis: 'calfresh' }).hear('interest-waiver');
    expect(desk.last('interest-waived')).toMatchObject({ on: '2027-06-02', interest: '3.62' });
    expect(desk.hear('payment', { amount: '1.00' }).last('payment-applied')).toMatchObject({ interest: '0.00' });
    expect(refusedBy(() => desk.hear('interest-waiver'))).toBe('F13');
    const lately = (interestWaivedOn: string) => () =>
      readyForOrder({ lowIncome: true, interestWaivedOn }).hear('interest-waiver');
    expect(refusedBy(lately('2026-06-03'))).toBe('F13');
    expect(refusedBy(lately('2026-06-02'))).toBeNull();
  });
});

describe('water that is off', () => {
  it('is reconnected for low income at no more than the cap, by the hour (B12)', () => {
    const paid = (details: Record<string, unknown>, at: string, actualCost?: string) =>
      shutOff(details)
        .hear('payment', { amount: '120.50' })
        .at(at)
        .work('reconnect', 'operations', { reconnected: true, ...(actualCost ? { actualCost } : {}) })
        .last('reconnected');
    const low = { lowIncome: true };
    expect(paid(low, '2027-06-02T16:59:00-07:00')).toMatchObject({ fee: '50.00' });
    expect(paid(low, '2027-06-02T17:00:00-07:00')).toMatchObject({ fee: '150.00' });
    expect(paid(low, '2027-06-02T16:59:00-07:00', '31.20')).toMatchObject({ fee: '31.20' });
    expect(paid({}, '2027-06-02T16:59:00-07:00', '31.20')).toMatchObject({ fee: '50.00' });
  });

  it('wrongfully is restored without a fee, and the supervisor’s deputy is told while the supervisor is away (F10)', () => {
    const desk = shutOff().hear('wrongful-shut-off', { reason: 'the wrong meter' });
    expect(desk.last('message-queued')).toMatchObject({
      template: 'delinquency/wrongful-shut-off',
      audience: 'staff',
      to: { address: 'specialist1@example.org' },
    });
    expect(move(desk)).toMatchObject({ move: 'reconnect', facts: { wrongful: true } });
    desk.work('reconnect', 'operations', { reconnected: false });
    expect(move(desk).move).toBe('reconnect');
    desk.work('reconnect', 'operations', { reconnected: true });
    expect(desk.last('reconnected')).toMatchObject({ fee: '0.00', wrongful: true });
    expect(move(desk).move).toBe('make-good');
  });

  it('had its fee of reconnection charged in vain: it is cancelled (F10)', () => {
    const on = shutOff().hear('payment', { amount: '120.50' }).work('reconnect', 'operations', { reconnected: true });
    expect(on.state).toMatchObject({ status: 'resolved', outcome: 'shut-off-and-reconnected' });
    on.hear('wrongful-shut-off', { reason: 'posted late' });
    expect(on.last('fee-cancelled')).toMatchObject({ amount: '50.00' });
    expect(move(on).move).toBe('make-good');
  });

  it('although all had been paid the day before was wrongful, and known late is known (F10)', () => {
    const before = shutOff().hear('payment', { amount: '120.50' }, undefined, '2027-06-01T12:00:00-07:00');
    expect(before.count('shut-off-was-wrongful')).toBe(1);
    const after = shutOff().hear('payment', { amount: '120.50' });
    expect(after.count('shut-off-was-wrongful')).toBe(0);
    const part = shutOff().hear('payment', { amount: '120.49' }, undefined, '2027-06-01T12:00:00-07:00');
    expect(part.count('shut-off-was-wrongful')).toBe(0);
  });
});

describe('the land that owes (B22, F12)', () => {
  it('is tied out anew when the county’s deadline has passed before the board resolved', () => {
    const desk = shutOffOfLand().at('2027-08-03T09:00:00-07:00');
    desk.write('shut-off-notice');
    expect(move(desk).move).toBe('tie-out');
    desk.work('tie-out', 'accounting', { amount: '120.50' }).write('lien-notice', 'landowner');
    desk.at('2027-08-11T09:00:00-07:00');
    expect(move(desk).move).toBe('tie-out');
  });
});

/** A turnout that is locked by due process. */
function shutOffOfLand(): Desk {
  const land = { service: 'irrigation', dwelling: 'no', amount: '120.50' };
  const desk = new Desk(land)
    .write('irrigation-notice')
    .write('landowner-notice', 'landowner')
    .at('2027-06-02T10:00:00-07:00');
  desk.work('refuse-water', 'technician', { refused: true });
  desk.work('field-check', 'operations', { cropAtRisk: false, livestockAtRisk: false });
  desk.work('order-review', 'specialist3', { approved: true }).work('order-review', 'supervisor', { approved: true });
  desk.work('confirm-payments', 'accounting', {});
  return desk.complete(desk.handOff('shut-off'), 'operations', { ending: 'done' });
}
