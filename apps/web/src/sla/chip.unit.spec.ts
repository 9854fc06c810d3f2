import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../api/types.ts';
import { chipOf, mostUrgent, span } from './chip.ts';

const hour = 3600;
const district = { open: true, daySeconds: 8 * hour };

const clock = (given: Partial<Clock> = {}): Clock => ({
  metric: 'first-response',
  scope: 'case',
  cycle: 1,
  state: 'running',
  startedAt: '2027-04-01T16:00:00Z',
  dueAt: '2027-04-01T23:00:00Z',
  elapsedSeconds: 0,
  targetSeconds: 8 * hour,
  percent: 0,
  policy: 'standard@1',
  calendar: 'district',
  because: 'One business day.',
  ...given,
});

const left = (seconds: number) => clock({ elapsedSeconds: 8 * hour - seconds });

describe('the chip of a clock', () => {
  it('is ample from an hour on and soon below it', () => {
    expect(chipOf(left(hour), district).stage).toBe('ample');
    expect(chipOf(left(hour - 1), district).stage).toBe('soon');
  });

  it('presses below half an hour and is breached when nothing is left', () => {
    expect(chipOf(left(1800), district).stage).toBe('soon');
    expect(chipOf(left(1799), district).stage).toBe('now');
    expect(chipOf(left(0), district).stage).toBe('breached');
  });

  it('says how late a breached clock is, with a minus sign', () => {
    const late = clock({ state: 'breached', elapsedSeconds: 10 * hour });
    expect(chipOf(late, district).text).toBe('−2 h');
    expect(chipOf(late, district).title).toContain('First response: 2 h late');
  });

  it('gives the due time with its day, zone and calendar, and why it is due then', () => {
    const { title } = chipOf(left(2 * hour), district);
    expect(title).toBe('First response: 2 h left; due Thu, Apr 1, 2027, 16:00 PDT (district); One business day.');
  });

  it('says why a paused clock stands, and that it has no due time', () => {
    const paused = chipOf(clock({ state: 'paused', dueAt: null, because: 'Paused: waits for the plumber.' }), district);
    expect(paused.text).toBe('Paused');
    expect(paused.title).toBe('First response: paused; Paused: waits for the plumber.');
  });

  it('says that the office is closed while a clock runs outside its hours, and not of a paused one', () => {
    const closed = { ...district, open: false };
    expect(chipOf(left(hour), closed).outsideHours).toBe(true);
    expect(chipOf(left(hour), closed).title).toContain('outside working hours');
    expect(chipOf(clock({ state: 'paused' }), closed).outsideHours).toBe(false);
  });
});

describe('a span of counted time', () => {
  it('has at most two units, the larger first, rounded down', () => {
    expect(span(59, 8 * hour)).toBe('0 min');
    expect(span(45 * 60, 8 * hour)).toBe('45 min');
    expect(span(2 * hour + 15 * 60 + 59, 8 * hour)).toBe('2 h 15 min');
    expect(span(7 * hour + 59 * 60, 8 * hour)).toBe('7 h 59 min');
  });

  it('counts days of the calendar: eight hours make one at the district, twenty-four around the clock', () => {
    expect(span(8 * hour, 8 * hour)).toBe('1 d');
    expect(span(27 * hour, 8 * hour)).toBe('3 d 3 h');
    expect(span(27 * hour, 24 * hour)).toBe('1 d 3 h');
  });
});

describe('the clock that a list shows', () => {
  it('is the running one with the least left', () => {
    const tight = left(600);
    expect(mostUrgent([left(hour), tight, clock({ state: 'met', elapsedSeconds: 8 * hour })])).toBe(tight);
  });

  it('is a breached one before any other, unless what it waited for has come', () => {
    const late = clock({ state: 'breached', elapsedSeconds: 9 * hour });
    expect(mostUrgent([left(600), late])).toBe(late);
    const over = { ...late, stoppedAt: '2027-04-02T16:00:00Z' };
    expect(mostUrgent([over])).toBeNull();
  });

  it('is none when every clock has ended', () => {
    expect(mostUrgent([clock({ state: 'met' }), clock({ state: 'cancelled' })])).toBeNull();
  });
});
