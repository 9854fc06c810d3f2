import { describe, expect, it } from '@jest/globals';
import { lawfulAt, ordered, readyForOrder, refusedBy, staff } from './desk.steps.ts';

const approved = { approved: true };

describe('two persons approve an order (F11)', () => {
  const once = () => readyForOrder().work('order-review', 'specialist3', approved);

  it('who are different ones', () => {
    expect(refusedBy(() => once().work('order-review', 'specialist3', approved))).toBe('F11');
    expect(refusedBy(() => once().work('order-review', 'supervisor', approved))).toBeNull();
  });

  it('who may approve, or are the named deputy of one who may, while that one is away', () => {
    const deputy = once().at(lawfulAt);
    expect(refusedBy(() => deputy.work('order-review', 'specialist1', approved))).toBeNull();
    expect(deputy.last('order-approved')).toMatchObject({ by: 'specialist1' });
    const back = once().at('2027-09-01T10:00:00-07:00');
    expect(refusedBy(() => back.work('order-review', 'specialist1', approved))).toBe('forbidden');
  });

  it('by telephone with the number that was called back, written down by a third person', () => {
    const word = { approved: true, approver: 'manager', calledBack: '831-555-0100' };
    const desk = once().work('order-review', 'specialist1', word);
    expect(desk.last('order-approved')).toMatchObject({
      by: 'manager',
      writtenDownBy: 'specialist1',
      calledBack: '831-555-0100',
    });
    expect(refusedBy(() => once().work('order-review', 'specialist1', { ...word, calledBack: undefined }))).toBe('F11');
    expect(refusedBy(() => once().work('order-review', 'specialist3', word))).toBe('F11');
    expect(refusedBy(() => once().work('order-review', 'specialist1', { ...word, approver: 'technician' }))).toBe(
      'forbidden',
    );
  });

  it('and what is heard meanwhile makes the first approval void', () => {
    const desk = once().hear('payment', { amount: '0.01' }).work('order-review', 'supervisor', approved);
    desk.work('confirm-payments', 'accounting', {});
    expect(refusedBy(() => desk.handOff('shut-off'))).toBe('F11');
  });
});

describe('fresh money (F5)', () => {
  it('is the word of accounting of the same morning', () => {
    const desk = readyForOrder()
      .work('order-review', 'specialist3', approved)
      .work('order-review', 'supervisor', approved);
    expect(refusedBy(() => desk.handOff('shut-off'))).toBe('F5');
    desk.work('confirm-payments', 'accounting', { through: '2027-06-01T23:59:00-07:00' });
    expect(refusedBy(() => desk.handOff('shut-off'))).toBe('F5');
    desk.work('confirm-payments', 'accounting', { through: '2027-06-02T00:00:00-07:00' });
    expect(refusedBy(() => desk.handOff('shut-off'))).toBeNull();
  });

  it('is stale once a payment was seen at the counter, and stops the order at once', () => {
    const { desk } = ordered();
    desk.hear('payment-seen', {}, staff('specialist1'));
    expect(desk.last('shut-off-withdrawn')).toMatchObject({ reason: 'payment-seen', rules: ['F5'] });
    desk.work('order-review', 'specialist3', approved).work('order-review', 'supervisor', approved);
    expect(refusedBy(() => desk.handOff('shut-off'))).toBe('F5');
  });

  it('is told by those who post payments, not by the crew', () => {
    const { desk } = ordered();
    expect(refusedBy(() => desk.hear('payments-through', {}, staff('operations')))).toBe('forbidden');
    expect(refusedBy(() => desk.hear('payments-through', {}, staff('accounting')))).toBeNull();
  });
});

describe('the crew (F5, F6)', () => {
  const done = { ending: 'done' };

  it('shuts within fifteen minutes of its check, or with the release code', () => {
    const claimed = () => {
      const { desk, taskId } = ordered();
      return { desk: desk.do({ kind: 'claim', taskId }, staff('operations')), taskId };
    };
    const within = claimed();
    within.desk.at('2027-06-02T10:15:00-07:00');
    expect(refusedBy(() => within.desk.complete(within.taskId, 'operations', done))).toBeNull();
    const { desk, taskId } = claimed();
    desk.at('2027-06-02T10:15:01-07:00');
    expect(refusedBy(() => desk.complete(taskId, 'operations', done))).toBe('F5');
    desk.hear('release-code', {}, staff('supervisor'));
    const { code } = desk.last('release-code-given') ?? { code: '' };
    expect(refusedBy(() => desk.complete(taskId, 'operations', { ...done, releaseCode: 'wrong' }))).toBe('F5');
    expect(refusedBy(() => desk.complete(taskId, 'operations', { ...done, releaseCode: code }))).toBeNull();
  });

  it('never shuts in the lunch hour, after closing, or on another day (B19, F3)', () => {
    for (const at of ['2027-06-02T12:00:00-07:00', '2027-06-02T12:59:00-07:00', '2027-06-02T17:00:00-07:00']) {
      const { desk, taskId } = ordered();
      expect(refusedBy(() => desk.at(at).complete(taskId, 'operations', done))).toBe('B19');
    }
    const { desk, taskId } = ordered();
    expect(refusedBy(() => desk.at('2027-06-03T10:00:00-07:00').complete(taskId, 'operations', done))).toBe('F5');
  });

  it.each(['payment-offered', 'medical-claim', 'occupant-is-tenant'])(
    'ends its visit by %s, and the gate opens again',
    (ending) => {
      const { desk, taskId } = ordered();
      desk.complete(taskId, 'operations', { ending });
      expect(desk.last('visit-ended')).toMatchObject({ ending, rules: ['F6'] });
      desk.work('confirm-payments', 'accounting', {});
      expect(refusedBy(() => desk.handOff('shut-off'))).not.toBeNull();
    },
  );
});

describe('an order in force', () => {
  it.each([
    ['payment', { amount: '0.01' }, 'B2'],
    ['appeal', { by: 'an adult at the residence' }, 'B9'],
    ['dispute', { text: 'the meter' }, 'B16'],
    ['extension', { until: '2027-06-20' }, 'B16'],
    ['medical-certificate', { provider: 'Dr. Lee' }, 'B10'],
    ['arrangement', { instalments: [{ on: '2027-06-20', amount: '120.50' }] }, 'B11'],
    ['stay', { kind: 'bankruptcy' }, 'F7'],
    ['mail-returned', {}, 'F14'],
    ['payment-returned', { amount: '10.00' }, 'F9'],
  ] as const)('is gone with its task as soon as %s is heard', (happening, data, rule) => {
    const { desk, taskId } = ordered();
    desk.hear(happening, data);
    expect(desk.last('shut-off-withdrawn')?.rules).toContain(rule);
    expect(desk.state.tasks.get(taskId)?.status).toBe('withdrawn');
    expect(refusedBy(() => desk.complete(taskId, 'operations', { ending: 'done' }))).toBe('task-ended');
  });

  it('has a certificate in which each condition says its rule, its fact and since when', () => {
    const { desk } = ordered();
    const { certificate } = desk.last('shut-off-ordered') ?? {};
    const of = (rule: string) => certificate?.conditions.filter((each) => each.rule === rule);
    expect(of('B4')).toMatchObject([{ metSince: '2027-06-01T07:00:00.000Z' }]);
    expect(of('B5')).toMatchObject([{ metSince: '2027-04-14T07:00:00.000Z' }]);
    expect(of('B18')).toMatchObject([
      { metSince: '2027-05-25T07:00:00.000Z' },
      { metSince: '2027-06-02T16:00:00.000Z' },
    ]);
    expect(certificate?.approvedBy).toEqual(['specialist3', 'supervisor']);
  });
});
