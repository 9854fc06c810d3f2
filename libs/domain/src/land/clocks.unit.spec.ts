import { describe, expect, it } from '@jest/globals';
import { applicabilityOn } from './applicability.ts';
import { changeDates, changeHolds } from './change-clock.ts';
import { incompleteFormDue, requestedCorrectionDates } from './correction-clocks.ts';
import { type DesignationTurn, designationTurn } from './designation.ts';
import { excessIneligible, involuntaryEligibleThrough } from './involuntary-acquisition.ts';
import { type KeptForm, mayBeDestroyedFrom } from './retention.ts';
import { campaignDates, contractWaterYearOn, formYearOn, remindersFor } from './rra-year.ts';

describe('A23, F18: the RRA year', () => {
  it('the form year is the calendar year, the contract water year begins on 1 March', () => {
    expect([formYearOn('2027-01-01'), formYearOn('2027-12-31')]).toEqual([2027, 2027]);
    expect([contractWaterYearOn('2027-02-28'), contractWaterYearOn('2027-03-01')]).toEqual([2026, 2027]);
    expect([contractWaterYearOn('2028-02-29'), contractWaterYearOn('2027-09-30', '10-01')]).toEqual([2027, 2026]);
  });

  it('F18: forms on 1 November, mailing by the 15th, reminder on 15 December, all of the year before', () => {
    const dates = { formsPostedOn: '2026-11-01', mailedBy: '2026-11-15', remindOn: '2026-12-15' };
    expect(campaignDates(2027)).toEqual(dates);
  });

  it.each([
    ['unknown', null, ['2026-12-15']],
    ['in spring', '2027-03-31', ['2026-12-15', '2027-03-01', '2027-03-21']],
    ['on 14 January: the thirtieth day before is the December reminder', '2027-01-14', ['2026-12-15', '2027-01-04']],
    ['on 1 January', '2027-01-01', ['2026-12-02', '2026-12-15', '2026-12-22']],
    ['before the December reminder', '2026-12-10', ['2026-11-10', '2026-11-30']],
  ])('F18: reminders when the first delivery is %s', (_, firstDelivery, days) => {
    expect(remindersFor(2027, firstDelivery).map(({ on }) => on)).toEqual(days);
  });
});

describe('A21, F18: a change of ownership or lease', () => {
  it('in the season: notice in 30 days, forms in 60, the hold falls on day 61', () => {
    const change = { changedOn: '2027-05-01', inSeason: true };
    expect(changeDates(change)).toEqual({ notifyBy: '2027-05-31', formsBy: '2027-06-30', holdFrom: '2027-07-01' });
    expect([changeHolds(change, '2027-06-30'), changeHolds(change, '2027-07-01')]).toEqual([false, true]);
  });

  it('outside the season: no delivery after the change before new forms', () => {
    const change = { changedOn: '2027-01-10', inSeason: false };
    expect(changeDates(change)).toEqual({ notifyBy: null, formsBy: null, holdFrom: '2027-01-10' });
    expect([changeHolds(change, '2027-01-09'), changeHolds(change, '2027-01-10')]).toEqual([false, true]);
  });
});

describe('F16, A31: two correction clocks', () => {
  it.each([
    ['2027-03-01', '2027-03-15', 'no holiday between'],
    ['2027-03-24', '2027-04-08', 'over Cesar Chavez Day'],
    ['2026-12-21', '2027-01-06', 'over Christmas and New Year'],
  ])('a form returned on %s is due back on %s (%s)', (returnedOn, due) => {
    expect(incompleteFormDue(returnedOn)).toBe(due);
  });

  it('a calendar that never opens has no due date', () => {
    expect(() => incompleteFormDue('2027-03-01', { businessDayAfter: () => null })).toThrow(RangeError);
  });

  it('a correction that Reclamation requests: target day 45, day 60 in time, assessed from day 61', () => {
    const dates = { targetOn: '2027-02-15', dueOn: '2027-03-02', assessedFrom: '2027-03-03' };
    expect(requestedCorrectionDates('2027-01-01')).toEqual(dates);
  });
});

describe('A7: who designates excess land', () => {
  const one = { districts: 1, contractProcedure: false, notifiedOn: '2027-01-01' };

  it.each<[string, object, string, DesignationTurn]>([
    ['day 30', one, '2027-01-31', { by: 'landowner', through: '2027-01-31' }],
    ['day 31', one, '2027-02-01', { by: 'district', through: '2027-03-02' }],
    ['day 60', one, '2027-03-02', { by: 'district', through: '2027-03-02' }],
    ['day 61', one, '2027-03-03', { by: 'reclamation' }],
    ['several districts, day 60', { ...one, districts: 2 }, '2027-03-02', { by: 'landowner', through: '2027-03-02' }],
    ['several districts, day 61', { ...one, districts: 2 }, '2027-03-03', { by: 'reclamation' }],
    ['a contract procedure', { ...one, contractProcedure: true }, '2027-03-03', { by: 'contract-procedure' }],
    [
      'a contract procedure does not bind land in several districts',
      { ...one, contractProcedure: true, districts: 2 },
      '2027-03-02',
      { by: 'landowner', through: '2027-03-02' },
    ],
    ['before the notice', { ...one, notifiedOn: null }, '2027-03-03', { by: 'reclamation-to-notify' }],
  ])('%s', (_, excess, on, turn) => {
    expect(designationTurn({ ...one, ...excess }, on)).toEqual(turn);
  });
});

describe('A16: involuntarily acquired land', () => {
  it('takes water for five years though it is excess', () => {
    expect(involuntaryEligibleThrough('2022-03-10')).toBe('2027-03-10');
    expect(excessIneligible('2022-03-10', '2027-03-10')).toBe(false);
    expect(excessIneligible('2022-03-10', '2027-03-11')).toBe(true);
    expect(excessIneligible(null, '2027-03-10')).toBe(true);
  });
});

describe('A28: a superseded form is kept six years', () => {
  const form: KeptForm = {
    receivedOn: '2019-01-10',
    supersededOn: '2021-02-01',
    lastVerifiedOn: null,
    legalHold: false,
    reclamationKeepsThrough: null,
  };

  it.each<[string, Partial<KeptForm>, string | null]>([
    ['superseded', {}, '2027-02-02'],
    ['still the last standard form', { supersededOn: null }, null],
    ['leaned on by an earlier verification', { lastVerifiedOn: '2020-02-01' }, '2027-02-02'],
    ['leaned on by a later verification', { lastVerifiedOn: '2021-03-01' }, '2027-03-02'],
    ['under legal hold', { legalHold: true }, null],
    ['asked for by Reclamation for longer', { reclamationKeepsThrough: '2030-12-31' }, '2031-01-01'],
    ['asked for by Reclamation for less', { reclamationKeepsThrough: '2025-12-31' }, '2027-02-02'],
  ])('%s', (_, more, from) => {
    expect(mayBeDestroyedFrom({ ...form, ...more })).toBe(from);
  });
});

describe('A36: the district’s standing', () => {
  const versions = [
    { applicability: 'discretionary', from: '1990-01-01', source: 'contract of 1990' },
    { applicability: 'exempt', from: '2027-06-01', source: 'paid out' },
  ] as const;

  it('is the version in force that day', () => {
    expect(applicabilityOn(versions, '2027-05-31').applicability).toBe('discretionary');
    expect(applicabilityOn([...versions].reverse(), '2027-06-01').applicability).toBe('exempt');
    expect(() => applicabilityOn(versions, '1989-12-31')).toThrow(RangeError);
  });
});
