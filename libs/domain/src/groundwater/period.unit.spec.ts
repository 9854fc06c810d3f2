import { describe, expect, it } from '@jest/globals';
import { isLegalHoliday } from '../calendar/index.ts';
import { completedMonths } from './charges.ts';
import { daysOf, periodDueNext, statementDueOn, timelyThrough } from './period.ts';

describe('half years of production', () => {
  it('C6: cover the six months before the month in which they are due', () => {
    expect(daysOf('2027-H1')).toEqual({ first: '2027-01-01', last: '2027-06-30' });
    expect(daysOf('2027-H2')).toEqual({ first: '2027-07-01', last: '2027-12-31' });
    expect(() => statementDueOn('2027-H3')).toThrow(RangeError);
  });

  it.each([
    ['2027-01-31', '2026-H2'],
    ['2027-02-01', '2027-H1'],
    ['2027-07-31', '2027-H1'],
    ['2027-08-01', '2027-H2'],
  ])('C6: on %s the statement of %s falls due next', (on, period) => {
    expect(periodDueNext(on)).toBe(period);
  });
});

describe('F21: the last timely day', () => {
  it.each([
    ['2027-07-30', '2027-07-30', 'a Friday'],
    ['2027-09-04', '2027-09-07', 'the Saturday before Labor Day'],
    ['2027-11-11', '2027-11-12', 'Veterans Day'],
    ['2028-02-12', '2028-02-14', 'Lincoln Day on a Saturday'],
    ['2027-12-25', '2027-12-27', 'Christmas Day on a Saturday'],
    ['2028-01-01', '2028-01-03', 'New Year’s Day on a Saturday'],
  ])('for %s is %s (%s)', (dueOn, through) => {
    expect(timelyThrough(dueOn, isLegalHoliday)).toBe(through);
  });
});

describe('F13: completed months', () => {
  it.each([
    ['2027-07-31', '2027-07-31', 0],
    ['2027-07-31', '2027-07-01', 0],
    ['2027-01-31', '2027-02-27', 0],
    ['2027-01-31', '2027-02-28', 1],
    ['2027-01-31', '2028-01-31', 12],
    ['2027-12-15', '2028-01-14', 0],
    ['2027-12-15', '2028-01-15', 1],
  ])('from %s to %s are %d', (from, to, months) => {
    expect(completedMonths(from, to)).toBe(months);
  });
});
