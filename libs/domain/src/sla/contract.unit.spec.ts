import { describe, expect, it } from '@jest/globals';
import { defaultClockBook } from './default-policies.ts';
import { previewClocks } from './preview.ts';
import { slaPreviewInput } from './preview-input.ts';
import type { Clock } from './types.ts';

const preview = (input: Record<string, unknown>): Clock[] =>
  previewClocks(slaPreviewInput.parse({ events: [], ...input }), defaultClockBook);
const one = (input: Record<string, unknown>): Clock => preview(input)[0]!;

/** A wall time in Los Angeles in April 2027, when it is seven hours behind UTC. */
const april = (day: number, time: string) => `2027-04-${String(day).padStart(2, '0')}T${time}:00-07:00`;
const minutes = (businessMinutes: number) => ({ metric: 'resolve', target: { businessMinutes } });
const roundTheClock = [['00:00', '24:00']];
const everyDay = (hours: readonly unknown[]) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, hours]));
const losAngeles = (hours: Record<string, unknown>, more = {}) => ({ timeZone: 'America/Los_Angeles', hours, ...more });

describe('Business minutes, worked out by hand', () => {
  const due = (openedAt: string, target: number, more = {}) =>
    one({ ...minutes(target), openedAt, now: openedAt, ...more }).dueAt;

  it('leave out lunch, the night, the weekend and a holiday', () => {
    expect(due(april(5, '11:30'), 60)).toBe('2027-04-05T20:30:00.000Z');
    expect(due(april(5, '16:30'), 60)).toBe('2027-04-06T15:30:00.000Z');
    expect(due(april(9, '16:30'), 60)).toBe('2027-04-12T15:30:00.000Z');
    expect(due('2027-03-30T16:00:00-07:00', 120)).toBe('2027-04-01T16:00:00.000Z');
  });

  it('begin with the next opening when the case is opened at lunch, at night or at the very closing', () => {
    expect(due(april(5, '12:15'), 30)).toBe('2027-04-05T20:30:00.000Z');
    expect(due(april(5, '22:00'), 30)).toBe('2027-04-06T15:30:00.000Z');
    expect(due(april(9, '17:00'), 30)).toBe('2027-04-12T15:30:00.000Z');
    expect(due(april(10, '10:00'), 30)).toBe('2027-04-12T15:30:00.000Z');
  });

  it('filled exactly at a closing are due at the closing', () => {
    expect(due(april(5, '08:00'), 240)).toBe('2027-04-05T19:00:00.000Z');
    expect(due(april(9, '16:00'), 60)).toBe('2027-04-10T00:00:00.000Z');
  });

  it('of none at all are due at once, also at night', () => {
    expect(one({ ...minutes(0), openedAt: april(5, '20:00'), now: april(5, '20:00') })).toMatchObject({
      dueAt: '2027-04-06T03:00:00.000Z',
      state: 'breached',
      percent: 100,
    });
  });

  it('count what really passes over both changes of the clocks', () => {
    const calendar = losAngeles(everyDay(roundTheClock));
    expect(due('2027-03-13T20:00:00-08:00', 600, { calendar })).toBe('2027-03-14T14:00:00.000Z');
    expect(due('2027-11-06T20:00:00-07:00', 600, { calendar })).toBe('2027-11-07T13:00:00.000Z');
    const sundayAtOne = losAngeles({ sun: [['01:00', '02:00']] });
    expect(due('2027-11-07T00:00:00-07:00', 90, { calendar: sundayAtOne })).toBe('2027-11-07T09:30:00.000Z');
    const sundayToFour = losAngeles({ sun: [['01:00', '04:00']] });
    expect(due('2027-03-14T00:00:00-08:00', 120, { calendar: sundayToFour })).toBe('2027-03-14T11:00:00.000Z');
  });

  it('lose no minute at midnight where a day ends at 24:00, and one where it is written as 23:59', () => {
    const calendar = losAngeles(everyDay(roundTheClock));
    expect(due(april(5, '23:30'), 60, { calendar })).toBe('2027-04-06T07:30:00.000Z');
    const short = losAngeles(everyDay([['00:00', '23:59']]));
    expect(due(april(5, '23:30'), 60, { calendar: short })).toBe('2027-04-06T07:31:00.000Z');
  });

  it('run over midnight in an interval that ends on the next day', () => {
    const night = losAngeles({ mon: [['22:00', '06:00']] });
    expect(due(april(5, '23:00'), 180, { calendar: night })).toBe('2027-04-06T09:00:00.000Z');
    expect(due(april(6, '05:00'), 90, { calendar: night })).toBe('2027-04-13T05:30:00.000Z');
  });

  it('keep to a zone half an hour off, and to one that shifts by half an hour', () => {
    const kolkata = { timeZone: 'Asia/Kolkata', hours: everyDay([['09:00', '17:00']]) };
    expect(due('2027-04-05T16:30:00+05:30', 60, { calendar: kolkata })).toBe('2027-04-06T04:00:00.000Z');
    const lordHowe = { timeZone: 'Australia/Lord_Howe', hours: { sun: [['01:00', '02:30']] } };
    // The 4 April 2027 repeats 01:30 to 02:00 there: the interval holds 120 minutes, from 14:00 UTC to 16:00 UTC.
    expect(due('2027-04-03T14:00:00Z', 120, { calendar: lordHowe })).toBe('2027-04-03T16:00:00.000Z');
  });

  it('leave out the dates that a calendar names, and nothing when it names none', () => {
    const hours = everyDay([['08:00', '16:00']]);
    const openedAt = '2027-07-02T15:00:00-07:00';
    expect(due(openedAt, 120, { calendar: losAngeles(hours, { holidays: ['2027-07-03'] }) })).toBe(
      '2027-07-04T16:00:00.000Z',
    );
    expect(due(openedAt, 120, { calendar: losAngeles(hours) })).toBe('2027-07-03T16:00:00.000Z');
  });
});

describe('Days, worked out by hand', () => {
  const day = (target: Record<string, unknown>, openedAt: string, more = {}) =>
    one({ metric: 'resolve', target, openedAt, now: openedAt, ...more });

  it('end with the n-th business day after the day on which the case was opened', () => {
    const twoDays = { businessDays: 2, endOfDay: true };
    expect(day(twoDays, april(8, '10:00'))).toMatchObject({ dueAt: '2027-04-13T00:00:00.000Z', targetSeconds: 79_200 });
    expect(day({ businessDays: 1, endOfDay: true }, april(8, '18:00')).dueAt).toBe('2027-04-10T00:00:00.000Z');
    expect(day({ businessDays: 1, endOfDay: true }, april(10, '09:00')).dueAt).toBe('2027-04-13T00:00:00.000Z');
  });

  it('count a leap day like any other', () => {
    const opened = '2028-02-28T10:00:00-08:00';
    expect(day({ businessDays: 1, endOfDay: true }, opened).dueAt).toBe('2028-03-01T01:00:00.000Z');
    expect(day({ calendarDays: 2 }, opened).dueAt).toBe('2028-03-01T18:00:00.000Z');
  });

  it('of the calendar run through weekends and holidays', () => {
    expect(day({ calendarDays: 10 }, '2027-12-20T09:00:00-08:00')).toMatchObject({
      dueAt: '2027-12-30T17:00:00.000Z',
      targetSeconds: 864_000,
    });
  });

  it('of the calendar keep the time of day over a change of the clocks', () => {
    expect(day({ calendarDays: 7 }, '2027-03-10T09:00:00-08:00')).toMatchObject({
      dueAt: '2027-03-17T16:00:00.000Z',
      targetSeconds: 601_200,
    });
    expect(day({ calendarDays: 7 }, '2027-11-03T09:00:00-07:00')).toMatchObject({
      dueAt: '2027-11-10T17:00:00.000Z',
      targetSeconds: 608_400,
    });
  });
});

describe('A hold, worked out by hand', () => {
  const held = (events: readonly unknown[], now: string, target = 240, openedAt = april(5, '15:00')) =>
    one({ ...minutes(target), openedAt, events, now });
  const hold = (at: string, more = {}) => ({ type: 'hold', at, ...more });
  const resume = (at: string) => ({ type: 'resume', at });

  it('over a closing takes away only what would have counted', () => {
    const events = [hold(april(5, '16:30')), resume(april(6, '08:30'))];
    expect(held(events, april(6, '09:00'))).toMatchObject({
      dueAt: '2027-04-06T18:00:00.000Z',
      elapsedSeconds: 7_200,
      state: 'running',
      percent: 50,
    });
  });

  it('outside of office hours changes nothing', () => {
    const events = [hold(april(5, '18:00')), resume(april(6, '07:00'))];
    expect(held(events, april(6, '07:30')).dueAt).toBe(held([], april(6, '07:30')).dueAt);
  });

  it('leaves no due while it lasts, and keeps the one that is past', () => {
    expect(held([hold(april(5, '16:00'))], april(6, '12:00'))).toMatchObject({
      state: 'paused',
      dueAt: null,
      elapsedSeconds: 3_600,
    });
    expect(held([hold(april(6, '15:00'))], april(6, '16:00'))).toMatchObject({
      state: 'breached',
      dueAt: '2027-04-06T17:00:00.000Z',
    });
  });

  it('that began before the case was opened holds it from the opening', () => {
    const events = [hold(april(5, '07:00')), resume(april(5, '09:00'))];
    expect(held(events, april(5, '09:30'), 60, april(5, '08:00'))).toMatchObject({
      dueAt: '2027-04-05T17:00:00.000Z',
      elapsedSeconds: 1_800,
    });
  });

  it('moves a due of calendar days by its own length, round the clock', () => {
    const clock = one({
      metric: 'resolve',
      target: { calendarDays: 3 },
      openedAt: april(5, '09:00'),
      events: [hold(april(6, '09:00')), resume(april(6, '21:00'))],
      now: april(7, '09:00'),
    });
    expect(clock).toMatchObject({ dueAt: '2027-04-09T04:00:00.000Z', elapsedSeconds: 129_600 });
  });

  it('is over at its end though nobody resumes', () => {
    expect(held([hold(april(5, '16:00'), { until: april(6, '10:00') })], april(6, '11:00'))).toMatchObject({
      state: 'running',
      elapsedSeconds: 7_200,
    });
  });

  it('ends with the case: what is resolved while on hold has stopped then', () => {
    const events = [hold(april(5, '16:00')), { type: 'resolve', at: april(6, '16:00') }];
    expect(held(events, april(7, '09:00'))).toMatchObject({ state: 'met', elapsedSeconds: 3_600 });
  });
});

describe('Change and repetition, worked out by hand', () => {
  const byPriority = {
    clocks: [
      {
        metric: 'resolve',
        target: {
          low: { businessMinutes: 960 },
          normal: { businessMinutes: 480 },
          high: { businessMinutes: 240 },
          urgent: { businessMinutes: 60 },
        },
      },
    ],
  };

  it('a higher priority keeps what has elapsed, and a due that lies in the past then is the true one', () => {
    const raised = (at: string) =>
      one({
        policy: byPriority,
        openedAt: april(5, '08:00'),
        events: [{ type: 'reprioritise', at, priority: 'urgent' }],
        now: april(5, '11:00'),
      });
    expect(raised(april(5, '08:30'))).toMatchObject({ dueAt: '2027-04-05T16:00:00.000Z', targetSeconds: 3_600 });
    expect(raised(april(5, '10:00'))).toMatchObject({ dueAt: '2027-04-05T16:00:00.000Z', state: 'breached' });
  });

  it('a lower priority gives more time, and a breach of before is none any more', () => {
    const clock = one({
      policy: byPriority,
      priority: 'urgent',
      openedAt: april(5, '08:00'),
      events: [{ type: 'reprioritise', at: april(5, '10:00'), priority: 'normal' }],
      now: april(5, '11:00'),
    });
    expect(clock).toMatchObject({ state: 'running', dueAt: '2027-04-06T00:00:00.000Z', elapsedSeconds: 10_800 });
  });

  it('a hold survives a change of priority', () => {
    const clock = one({
      policy: byPriority,
      openedAt: april(5, '08:00'),
      events: [
        { type: 'hold', at: april(5, '09:00') },
        { type: 'reprioritise', at: april(5, '09:30'), priority: 'high' },
        { type: 'resume', at: april(5, '10:00') },
      ],
      now: april(5, '11:00'),
    });
    expect(clock).toMatchObject({ elapsedSeconds: 7_200, targetSeconds: 14_400, dueAt: '2027-04-05T21:00:00.000Z' });
  });

  it('a case that is opened again counts from there, and the cycle before stays as it was', () => {
    const clocks = preview({
      ...minutes(60),
      openedAt: april(5, '08:00'),
      events: [
        { type: 'resolve', at: april(5, '10:00') },
        { type: 'reopen', at: april(6, '08:00') },
      ],
      now: april(6, '08:20'),
    });
    expect(clocks.map(({ state, elapsedSeconds, dueAt }) => [state, elapsedSeconds, dueAt])).toEqual([
      ['breached', 7_200, '2027-04-05T16:00:00.000Z'],
      ['running', 1_200, '2027-04-06T16:00:00.000Z'],
    ]);
  });

  it('work that comes back has a clock for each visit', () => {
    const clocks = preview({
      metric: 'hand-off',
      target: { businessMinutes: 60 },
      openedAt: april(5, '08:00'),
      events: [
        { type: 'task-opened', at: april(5, '08:00'), visit: 'first' },
        { type: 'task-returned', at: april(5, '08:30') },
        { type: 'task-opened', at: april(5, '11:30'), visit: 'second' },
        { type: 'task-done', at: april(5, '13:40') },
      ],
      now: april(5, '17:00'),
    });
    expect(clocks.map(({ scope, state, elapsedSeconds }) => [scope, state, elapsedSeconds])).toEqual([
      ['first', 'met', 1_800],
      ['second', 'breached', 4_200],
    ]);
  });

  it('a customer sees a reply and no note, and what comes after now has not happened', () => {
    const response = (events: readonly unknown[]) =>
      one({
        metric: 'first-response',
        target: { businessMinutes: 60 },
        openedAt: april(5, '08:00'),
        events,
        now: april(5, '08:45'),
      });
    const reply = (time: string, visibility: string) => ({ type: 'reply', at: april(5, time), visibility });
    expect(response([reply('08:10', 'internal')])).toMatchObject({ state: 'running', percent: 75 });
    expect(response([reply('08:10', 'customer')])).toMatchObject({ state: 'met', elapsedSeconds: 600 });
    expect(response([reply('08:50', 'customer')])).toMatchObject({ state: 'running' });
  });

  it('a share of the target is cut off, never rounded up', () => {
    const clock = one({ ...minutes(100_000), openedAt: april(5, '08:00'), now: '2027-04-05T08:00:01-07:00' });
    expect(clock.percent).toBe(0);
    const almost = one({ ...minutes(60), openedAt: april(5, '08:00'), now: '2027-04-05T08:59:59.999-07:00' });
    expect(almost).toMatchObject({ percent: 99.999, state: 'running', elapsedSeconds: 3_599 });
  });

  it('the policy of a case type answers all its clocks, and a metric beside it only that one', () => {
    const whole = { policy: 'service-high-consumption', openedAt: april(5, '10:00'), now: april(5, '10:00') };
    expect(preview(whole).map(({ metric, dueAt }) => [metric, dueAt])).toEqual([
      ['acknowledge', '2027-04-07T00:00:00.000Z'],
      ['first-response', '2027-04-08T00:00:00.000Z'],
      ['resolve', '2027-04-20T00:00:00.000Z'],
    ]);
    expect(preview({ ...whole, metric: 'acknowledge' }).map(({ metric }) => metric)).toEqual(['acknowledge']);
  });

  it('a case that is opened after now has no clocks yet', () => {
    expect(preview({ ...minutes(60), openedAt: april(6, '08:00'), now: april(5, '08:00') })).toEqual([]);
  });
});
