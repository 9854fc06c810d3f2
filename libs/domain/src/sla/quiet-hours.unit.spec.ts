import { describe, expect, it } from '@jest/globals';
import { compileCalendar, districtHours } from '../calendar/index.ts';
import { instantOf } from '../time/index.ts';
import { quietUntil } from './quiet-hours.ts';

const calendar = compileCalendar(districtHours);
const night = { calendar: 'district', from: '20:00', to: '07:00', daysOff: false };
const until = (at: string, hours = night) => {
  const end = quietUntil(Date.parse(at), hours, calendar);
  return end === null ? null : instantOf(end);
};

describe('quiet hours', () => {
  it('end at their time on the wall, also in the nights in which the clocks change', () => {
    expect(until('2027-03-14T01:30:00-08:00')).toBe('2027-03-14T14:00:00.000Z');
    expect(until('2027-11-07T01:30:00-07:00')).toBe('2027-11-07T15:00:00.000Z');
  });

  it('may lie within one day, and are none when they begin and end at once', () => {
    const noon = { ...night, from: '12:00', to: '13:00' };
    expect(until('2027-04-05T12:59:59-07:00', noon)).toBe('2027-04-05T20:00:00.000Z');
    expect(until('2027-04-05T13:00:00-07:00', noon)).toBeNull();
    expect(until('2027-04-05T23:00:00-07:00', { ...night, to: '20:00' })).toBeNull();
  });

  it('go over days off where the district says so, from Friday evening to Monday morning', () => {
    const weekend = { ...night, daysOff: true };
    expect(until('2027-04-09T21:00:00-07:00', weekend)).toBe('2027-04-12T14:00:00.000Z');
    expect(until('2027-04-10T12:00:00-07:00', weekend)).toBe('2027-04-12T14:00:00.000Z');
    expect(until('2027-04-10T12:00:00-07:00')).toBeNull();
  });
});
