import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './judging.ts';
import {
  ApplicationCase,
  accepted,
  appointed,
  appointmentAt,
  estimated,
  granted,
  installed,
  metered,
  paid,
  refusalOf,
  staff,
} from './law.steps.ts';

const reasons = (c: ApplicationCase) => {
  const verdict = verdictOf(c.state, '2027-04-01');
  return verdict.is === 'refused' ? verdict.reasons.map(({ code }) => code) : verdict.is;
};

describe('F20: may the applicant be served?', () => {
  it('is answered when both have looked, whoever is first', () => {
    expect(reasons(new ApplicationCase().work('eligibility-check'))).toBe('pending');
    expect(reasons(new ApplicationCase().work('availability-check'))).toBe('pending');
    expect(reasons(granted())).toBe('granted');
  });

  it.each([
    ['outside the district', { insideDistrict: false }, ['outside-district']],
    ['annexed', { insideDistrict: false, annexedOn: '2027-04-01' }, 'granted'],
    ['a cent of own debt', { applicantOwes: '0.01' }, ['own-debt']],
    ['no debt', { applicantOwes: '0.00' }, 'granted'],
    ['a predecessor’s debt with a lien (B13)', { parcelOwes: '900.00', parcelDebtBinds: 'lien' }, 'granted'],
    ['everything at once', { insideDistrict: false, applicantOwes: '5.00' }, ['outside-district', 'own-debt']],
  ])('%s', (_, outcome, expected) => {
    expect(reasons(new ApplicationCase().work('eligibility-check', outcome).work('availability-check'))).toEqual(
      expected,
    );
  });

  it('a parcel’s debt with a lien bars irrigation, without one it does not', () => {
    const farm = (parcelDebtBinds: string) =>
      new ApplicationCase({ use: 'agricultural' })
        .work('eligibility-check', { parcelOwes: '900.00', parcelDebtBinds })
        .work('availability-check');
    expect(reasons(farm('lien'))).toEqual(['parcel-debt']);
    expect(reasons(farm('no'))).toBe('granted');
  });

  it('a tenant needs the owner’s consent, an owner none', () => {
    const asked = (applicant: string, consentOn?: string) =>
      new ApplicationCase({ applicant })
        .work('eligibility-check', consentOn ? { consentOn } : {}, { applicant: 'owner' })
        .work('availability-check');
    expect(reasons(asked('owner'))).toBe('granted');
    expect(reasons(asked('tenant'))).toBe('incomplete');
    expect(reasons(asked('tenant', '2027-04-01'))).toBe('granted');
    expect(refusalOf(() => asked('tenant', '2027-04-02'))).toBe('day-ahead D17');
  });
});

describe('F20, F11: a refusal', () => {
  const refused = () =>
    new ApplicationCase()
      .work('eligibility-check', { applicantOwes: '84.10' })
      .work('availability-check')
      .stage('refused');

  it('names its rule and the last day of its appeal', () => {
    const told = refused().events.find(({ type }) => type === 'service-refused');
    expect(told?.data).toMatchObject({ rules: ['F20'], appealBy: '2027-05-01' });
  });

  it('may be appealed through its last day, once', () => {
    const appeal = (c: ApplicationCase) => refusalOf(() => c.hear('appeal', { by: 'Ann' }));
    expect(appeal(refused().at('2027-05-01T23:59:00-07:00'))).toBeNull();
    expect(appeal(refused().at('2027-05-02T00:00:00-07:00'))).toBe('appeal-late F20');
    expect(appeal(refused().hear('appeal', { by: 'Ann' }))).toBe('appealed-already F20');
    expect(appeal(granted())).toBe('nothing-refused F20');
  });

  it('is reviewed by another person than who decided', () => {
    const c = refused().hear('appeal', { by: 'Ann' });
    const { id: taskId } = c.handOff('refusal-review');
    const outcome = { upheld: true, reason: 'r' };
    const supervisor = { kind: 'staff', name: 'specialist-2', role: 'supervisor' } as const;
    expect(refusalOf(() => c.do({ kind: 'complete', taskId, outcome }, supervisor))).toBe('own-review F11');
    expect(refusalOf(() => c.do({ kind: 'complete', taskId, outcome }, staff('manager')))).toBeNull();
    expect(c.application.granted).not.toBeNull();
    expect(c.told()).toContain('new-service/appeal-decision');
  });

  it('for an own debt falls with its last cent', () => {
    const c = refused().hear('debt-paid', { amount: '84.09', reference: 'D1' });
    expect(reasons(c)).toEqual(['own-debt']);
    expect(refusalOf(() => c.hear('debt-paid', { amount: '0.02', reference: 'D2' }))).toBe('more-than-due F20');
    expect(refusalOf(() => c.hear('debt-paid', { amount: '0.01', reference: 'D1' }))).toBe('receipt-known F20');
    expect(c.hear('debt-paid', { amount: '0.01', reference: 'D2' }).application.granted).not.toBeNull();
  });
});

describe('D17: the deposit and the fees', () => {
  const pay = (c: ApplicationCase, amount: string, reference = 'R9') =>
    refusalOf(() => c.hear('deposit-received', { amount, reference }));

  it('begin with the design deposit: one home the lowest, anything else the highest', () => {
    expect(granted().due).toBe('500.00');
    expect(granted({ dwellings: 1 }).due).toBe('500.00');
    expect(granted({ dwellings: 2 }).due).toBe('5000.00');
    expect(granted({ use: 'commercial' }).due).toBe('5000.00');
  });

  it('are not taken before the application is granted, nor after it is paid', () => {
    expect(pay(new ApplicationCase(), '1.00')).toBe('nothing-due D17');
    expect(pay(paid(), '0.01')).toBe('nothing-due D17');
  });

  it.each([
    ['exactly', '5908.00', null, '0.00'],
    ['a cent less', '5907.99', null, '0.01'],
    ['a cent more', '5908.01', 'more-than-due D17', '5908.00'],
  ])('never exceed the accepted estimate: %s', (_, amount, refusal, due) => {
    const c = accepted();
    expect(pay(c, amount)).toBe(refusal);
    expect(c.due).toBe(due);
  });

  it('of nothing are no payment', () => {
    expect(pay(accepted(), '0.00')).toBe('invalid-input');
  });

  it('count each receipt once', () => {
    const c = accepted().hear('deposit-received', { amount: '100.00', reference: 'R2' });
    expect(pay(c, '100.00', 'R2')).toBe('receipt-known D17');
    expect(c.due).toBe('5808.00');
  });

  it('paid in full take the cashier’s task away, with a receipt', () => {
    const c = accepted();
    const { id } = c.handOff('collect-payment', { amount: '5908.00' });
    c.hear('deposit-received', { amount: '5908.00', reference: 'R2' });
    expect(c.state.tasks.get(id)?.status).toBe('withdrawn');
    expect(c.told().at(-1)).toBe('new-service/deposit-receipt');
  });

  it('returned by the bank are due anew, and keep the crew at home', () => {
    const c = appointed().hear('payment-returned', { reference: 'R2' });
    expect(c.due).toBe('5908.00');
    expect(c.application.appointment).toBeNull();
    expect(refusalOf(() => c.hear('payment-returned', { reference: 'R2' }))).toBe('no-such-receipt D17');
  });

  it('not paid by their last day let the application lapse at its end', () => {
    const c = granted();
    expect(refusalOf(() => c.at('2027-05-01T23:59:00-07:00').hear('payment-overdue'))).toBe('not-overdue D17');
    expect(c.tick().application.over).toBeNull();
    expect(c.at('2027-05-02T00:00:00-07:00').tick().application.over).toBe('lapsed');
  });
});

describe('D19: the estimate', () => {
  it('is reckoned by line, valid for ninety days', () => {
    expect(estimated().application.estimate).toMatchObject({
      overhead: '288.00',
      capacityFee: '4200.00',
      total: '6408.00',
      validUntil: '2027-06-30',
    });
  });

  it('accepted through its last day counts, a day later it is refused and asked for anew', () => {
    const on = (at: string) => estimated().at(at).hear('accepted').application.estimate?.state;
    expect(on('2027-06-30T23:59:00-07:00')).toBe('accepted');
    expect(on('2027-07-01T00:00:00-07:00')).toBe('asked-anew');
  });

  it('that has lapsed is not accepted at the desk either', () => {
    const c = estimated();
    const answer = c.handOff('customer-answer');
    c.at('2027-07-01T09:00:00-07:00');
    expect(refusalOf(() => c.finish(answer, { answeredOn: '2027-07-01' }))).toBe('estimate-lapsed D19');
    expect(refusalOf(() => c.finish(answer, { answeredOn: '2027-06-30' }))).toBeNull();
  });

  it('lapses by itself at the end of its last day', () => {
    const c = estimated();
    expect(c.at('2027-06-30T23:59:59-07:00').tick().application.estimate?.state).toBe('open');
    expect(c.at('2027-07-01T00:00:00-07:00').tick().application.estimate?.state).toBe('lapsed');
    expect(c.told().at(-1)).toBe('new-service/estimate-lapsed');
  });

  it('is answered once', () => {
    expect(refusalOf(() => accepted().hear('accepted'))).toBe('no-estimate D19');
    expect(refusalOf(() => accepted().hear('declined'))).toBe('no-estimate D19');
    expect(refusalOf(() => granted().hear('accepted'))).toBe('no-estimate D19');
  });

  it('D18: needs a meter that the capacity table has', () => {
    const design = (meterSize: string, meterType: string) => () =>
      granted().work('collect-payment', {}, { amount: '500.00' }).work('meter-design', { meterSize, meterType });
    expect(refusalOf(design('1', 'turbine'))).toBe('no-capacity-ratio D18');
    expect(refusalOf(design('2', 'turbine'))).toBeNull();
    expect(refusalOf(design('1', 'displacement'))).toBeNull();
  });
});

describe('D17, F20: no crew digs before everything is there', () => {
  const dig = (c: ApplicationCase) => refusalOf(() => c.at(appointmentAt).handOff('installation'));

  it('the estimate accepted, all paid, the permit given, the appointment come, the ticket in force', () => {
    expect(dig(appointed())).toBeNull();
    expect(dig(estimated())).toContain('not-accepted D19');
    expect(dig(accepted())).toContain('not-paid D17');
    expect(dig(paid())).toBe('no-permit D17');
    expect(dig(paid().work('permit'))).toBe('no-appointment D17');
    expect(dig(appointed().hear('payment-returned', { reference: 'R2' }))).toContain('not-paid D17');
  });

  it('a cent short is not paid', () => {
    const c = accepted().hear('deposit-received', { amount: '5907.99', reference: 'R2' });
    expect(refusalOf(() => c.handOff('permit'))).toBe('not-paid D17');
    expect(
      refusalOf(() => c.hear('deposit-received', { amount: '0.01', reference: 'R3' }).handOff('permit')),
    ).toBeNull();
  });

  it('not a minute before the hour of the appointment', () => {
    expect(refusalOf(() => appointed().at('2027-04-05T07:59:59-07:00').handOff('installation'))).toBe(
      'no-appointment D17',
    );
    expect(refusalOf(() => appointed().at(appointmentAt).handOff('installation'))).toBeNull();
  });

  it('nor does a crew go on that has the task already, when a payment is returned', () => {
    const c = appointed().at(appointmentAt);
    const { id: taskId } = c.handOff('installation');
    c.hear('payment-returned', { reference: 'R2' });
    expect(refusalOf(() => c.do({ kind: 'claim', taskId }, staff('operations')))).toBe('task-ended');
  });

  it('is done only when it was inspected', () => {
    const c = appointed().at(appointmentAt);
    const task = c.handOff('installation');
    expect(refusalOf(() => c.finish(task, { inspectedOn: undefined }))).toBe('not-inspected D17');
    expect(refusalOf(() => c.finish(task))).toBeNull();
  });
});

describe('the meter, the route book, the account', () => {
  it('D17: each waits for the one before', () => {
    expect(refusalOf(() => appointed().handOff('meter-set'))).toBe('not-installed D17');
    expect(refusalOf(() => installed().handOff('route-book'))).toBe('no-meter D17');
    expect(refusalOf(() => metered().handOff('activate-account'))).toBe('no-route D17');
    expect(
      refusalOf(() => metered().work('route-book', { route: 'R01', sequence: 10 }).handOff('activate-account')),
    ).toBeNull();
  });

  it('D11: a first reading fits its register', () => {
    const set = (firstReading: string) =>
      refusalOf(() => installed().work('meter-set', { firstReading, registerDigits: 4 }));
    expect(set('9999.999')).toBeNull();
    expect(set('10000')).toBe('reading-beyond-register D11');
  });

  it('nothing is reported that has not come', () => {
    expect(refusalOf(() => installed().work('meter-set', { setOn: '2027-04-06' }))).toBe('day-ahead D17');
    expect(refusalOf(() => installed().work('meter-set', { setOn: '2027-04-05' }))).toBeNull();
  });
});

describe('D17: a withdrawal refunds what is owed, to the cent', () => {
  const refund = (c: ApplicationCase) => c.hear('withdrawn', { reason: 'r' }).stage('settlement').application.settled;

  it.each([
    ['before the deposit', granted, '0.00', '0.00'],
    ['after the design', estimated, '443.90', '56.10'],
    ['after paying', paid, '443.90', '5964.10'],
    ['before the hour of the appointment', appointed, '443.90', '5964.10'],
  ])('%s', (_, until, actual, due) => {
    expect(refund(until())).toMatchObject({ actual, refund: due, due: '0.00' });
  });

  it('after the crew has the work waits for what it took', () => {
    const c = appointed().at(appointmentAt);
    const { id: taskId } = c.handOff('installation');
    c.do({ kind: 'claim', taskId }, staff('operations'));
    expect(refund(c)).toBeNull();
    c.work('report-costs', { laborHours: '3', equipmentHours: '1', materials: '95.00' });
    expect(c.application.settled).toMatchObject({ actual: '1047.08', refund: '5360.92' });
  });

  it('is paid once, exactly', () => {
    const c = estimated().hear('withdrawn', { reason: 'r' }).stage('settlement');
    const pay = (amount: string) => refusalOf(() => c.work('pay-refund', { amount }));
    expect(pay('56.09')).toBe('not-the-refund D17');
    expect(pay('56.11')).toBe('not-the-refund D17');
    expect(pay('56.10')).toBeNull();
    expect(refusalOf(() => c.handOff('pay-refund'))).toBe('no-refund-owed D17');
  });

  it('takes every open task away, and comes once', () => {
    const c = paid();
    c.handOff('permit');
    c.hear('withdrawn', { reason: 'r' });
    expect([...c.state.tasks.values()].filter(({ status }) => status === 'open')).toEqual([]);
    expect(refusalOf(() => c.hear('withdrawn', { reason: 'r' }))).toBe('over D17');
    expect(refusalOf(() => metered().hear('withdrawn', { reason: 'r' }))).toBe('meter-is-set D17');
  });

  it('nobody closes, cancels or retypes the case over the applicant’s money', () => {
    const supervisor = staff('supervisor');
    const cancel = { kind: 'cancel', reason: 'r' } as const;
    expect(refusalOf(() => estimated().do(cancel, supervisor))).toBe('holds-money D17');
    expect(refusalOf(() => estimated().do({ kind: 'resolve', outcome: 'lapsed', note: '' }, supervisor))).toBe(
      'holds-money D17',
    );
    expect(refusalOf(() => granted().do(cancel, supervisor))).toBeNull();
  });
});
