import { describe, expect, it } from '@jest/globals';
import { changeAsScheduled, mayTurnOn, timeObjections } from './order-window.ts';

const placed = (placedAt: string, startAt = '2027-05-10T08:00:00-07:00', stopAt = '2027-05-12T08:00:00-07:00') =>
  timeObjections({ placedAt, startAt, stopAt }).length;

describe('D20: when orders are taken', () => {
  it.each([
    ['at 8:00', '2027-05-03T08:00:00-07:00', 0],
    ['a second before', '2027-05-03T07:59:59-07:00', 1],
    ['just before 12:30', '2027-05-03T12:29:59-07:00', 0],
    ['at 12:30', '2027-05-03T12:30:00-07:00', 1],
    ['on a Friday', '2027-05-07T09:00:00-07:00', 0],
    ['on a Saturday', '2027-05-08T09:00:00-07:00', 1],
    ['in universal time, at 8:00 on the wall', '2027-05-03T15:00:00Z', 0],
  ])('%s', (_, placedAt, objections) => {
    expect(placed(placedAt)).toBe(objections);
  });

  it('at least 24 hours before delivery', () => {
    const order = '2027-05-03T09:00:00-07:00';
    expect(placed(order, '2027-05-04T09:00:00-07:00')).toBe(0);
    expect(placed(order, '2027-05-04T08:59:59-07:00')).toBe(1);
  });

  it('for a delivery that stops after it starts; every objection is named', () => {
    const start = '2027-05-10T08:00:00-07:00';
    expect(placed('2027-05-03T09:00:00-07:00', start, start)).toBe(1);
    expect(placed('2027-05-09T09:00:00-07:00', start, start)).toBe(3);
  });
});

describe('D20: at the turnout', () => {
  const scheduledAt = '2027-05-10T08:00:00-07:00';
  const [before, after] = ['2027-05-10T07:59:59-07:00', '2027-05-10T08:00:01-07:00'];

  it.each([
    ['decrease', before, true],
    ['decrease', scheduledAt, true],
    ['decrease', after, false],
    ['increase', before, false],
    ['increase', scheduledAt, true],
    ['increase', after, true],
  ] as const)('a %s at %s is as scheduled: %s', (kind, madeAt, asScheduled) => {
    expect(changeAsScheduled({ kind, scheduledAt, madeAt })).toBe(asScheduled);
  });

  it('nothing is turned on before the district has approved', () => {
    expect(mayTurnOn(null, scheduledAt)).toBe(false);
    expect(mayTurnOn(after, scheduledAt)).toBe(false);
    expect(mayTurnOn(scheduledAt, scheduledAt)).toBe(true);
  });
});
