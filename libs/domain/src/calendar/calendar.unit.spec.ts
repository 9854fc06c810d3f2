import { describe, expect, it } from '@jest/globals';
import { calendarBook } from './book.ts';
import { compileCalendar } from './compile.ts';
import { districtCalendar, isOfficeOpen } from './district.ts';
import { isLegalHoliday, legalHolidays } from './legal-holidays.ts';
import { dueOf } from './targets.ts';
import type { CalendarRules } from './types.ts';

const ms = (text: string) => Date.parse(text);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const calendar = (rules: Partial<CalendarRules>) =>
  compileCalendar({ name: 'tried', versions: [{ timeZone: 'America/Los_Angeles', hours: {}, ...rules }] });
const minutes = (count: number) => count * 60_000;

describe('A calendar', () => {
  it('counts 60 minutes from 01:15 to 01:45 in the night of the fall change, and 30 in any other', () => {
    const night = calendar({ hours: { sun: [['01:15', '01:45']] } });
    expect(night.between(ms('2027-11-07T00:00:00-07:00'), ms('2027-11-08T00:00:00-08:00'))).toBe(minutes(60));
    expect(night.between(ms('2027-10-31T00:00:00-07:00'), ms('2027-11-01T00:00:00-07:00'))).toBe(minutes(30));
  });

  it('counts an hour less over the spring change', () => {
    const night = calendar({ hours: { sun: [['01:30', '03:30']] } });
    expect(night.between(ms('2027-03-14T00:00:00-08:00'), ms('2027-03-15T00:00:00-07:00'))).toBe(minutes(60));
  });

  it('follows a zone that shifts by half an hour', () => {
    const night = calendar({ timeZone: 'Australia/Lord_Howe', hours: { sun: [['01:00', '03:00']] } });
    expect(night.between(ms('2027-04-03T12:00:00Z'), ms('2027-04-04T12:00:00Z'))).toBe(minutes(150));
    expect(night.between(ms('2027-10-02T12:00:00Z'), ms('2027-10-03T12:00:00Z'))).toBe(minutes(90));
  });

  it('lets an interval run over midnight into the next day', () => {
    const shift = calendar({ hours: { mon: [['22:00', '06:00']] } });
    expect(shift.between(ms('2027-04-05T00:00:00-07:00'), ms('2027-04-07T00:00:00-07:00'))).toBe(minutes(480));
    expect(shift.isOpen(ms('2027-04-06T05:59:59-07:00'))).toBe(true);
    expect(shift.isOpen(ms('2027-04-06T06:00:00-07:00'))).toBe(false);
  });

  it('counts the start of an interval and not its end', () => {
    expect(isOfficeOpen('2027-04-05T07:59:59.999-07:00')).toBe(false);
    expect(isOfficeOpen('2027-04-05T08:00:00-07:00')).toBe(true);
    expect(isOfficeOpen('2027-04-05T11:59:59.999-07:00')).toBe(true);
    expect(isOfficeOpen('2027-04-05T12:00:00-07:00')).toBe(false);
    expect(isOfficeOpen('2027-04-05T13:00:00-07:00')).toBe(true);
    expect(isOfficeOpen('2027-04-05T17:00:00-07:00')).toBe(false);
  });

  it('knows part-day holidays, recurrences and emergency closures, and says why nothing counts', () => {
    const office = calendar({
      hours: { fri: [['08:00', '17:00']], thu: [['08:00', '17:00']] },
      holidays: [
        { weekday: 'fri', nth: 2, name: 'second Friday off' },
        { on: '2027-12-24', name: 'Christmas Eve', closed: [['12:00', '24:00']] },
      ],
      closures: [{ from: '2027-04-01T10:00:00-07:00', to: '2027-04-01T11:00:00-07:00', reason: 'main break' }],
    });
    expect(office.verdictAt(ms('2027-04-09T10:00:00-07:00'))).toMatchObject({
      counted: false,
      name: 'second Friday off',
    });
    expect(office.isOpen(ms('2027-04-16T10:00:00-07:00'))).toBe(true);
    expect(office.isOpen(ms('2027-12-24T11:59:00-08:00'))).toBe(true);
    expect(office.verdictAt(ms('2027-12-24T12:00:00-08:00'))).toMatchObject({ counted: false, name: 'Christmas Eve' });
    expect(office.verdictAt(ms('2027-04-01T10:30:00-07:00'))).toMatchObject({ reason: 'closure', name: 'main break' });
    expect(office.verdictAt(ms('2027-04-03T10:30:00-07:00'))).toMatchObject({ reason: 'no-hours' });
    expect(office.verdictAt(ms('2027-04-02T07:30:00-07:00'))).toMatchObject({ reason: 'outside-hours' });
  });

  it('is closed by an emergency only from the instant at which that was declared', () => {
    const closure = {
      from: '2027-04-05T08:00:00-07:00',
      to: '2027-04-05T12:00:00-07:00',
      reason: 'flood',
      declaredAt: '2027-04-05T10:00:00-07:00',
    };
    const office = calendar({ hours: { mon: [['08:00', '12:00']] }, closures: [closure] });
    expect(office.between(ms('2027-04-05T00:00:00-07:00'), ms('2027-04-06T00:00:00-07:00'))).toBe(minutes(120));
  });

  it('keeps the past as it was when an edit begins', () => {
    const edited = compileCalendar({
      name: 'edited',
      versions: [
        { timeZone: 'America/Los_Angeles', hours: { mon: [['08:00', '17:00']] } },
        { from: '2027-04-05T12:00:00-07:00', timeZone: 'America/Los_Angeles', hours: { mon: [['08:00', '13:00']] } },
      ],
    });
    expect(edited.between(ms('2027-03-29T00:00:00-07:00'), ms('2027-03-30T00:00:00-07:00'))).toBe(minutes(540));
    expect(edited.between(ms('2027-04-05T00:00:00-07:00'), ms('2027-04-06T00:00:00-07:00'))).toBe(minutes(300));
  });

  it('cuts any stretch of time into parts that add up', () => {
    const parts = districtCalendar.segments(ms('2027-03-29T09:13:07.123-07:00'), ms('2027-04-06T18:00:00-07:00'));
    expect(parts.every((part, i) => i === 0 || part.from === parts[i - 1]!.to)).toBe(true);
    const counted = parts.filter((part) => part.counted).reduce((sum, part) => sum + part.to - part.from, 0);
    expect(counted).toBe(districtCalendar.between(parts[0]!.from, parts.at(-1)!.to));
  });

  it('goes back as it goes on', () => {
    const due = ms('2027-04-05T08:30:00-07:00');
    expect(iso(districtCalendar.add(due, -minutes(60)))).toBe('2027-04-02T23:30:00.000Z');
    expect(iso(districtCalendar.nextOpening(ms('2027-04-02T17:00:00-07:00')))).toBe('2027-04-05T15:00:00.000Z');
  });

  it('that never opens has no due and no next opening', () => {
    const shut = calendar({});
    expect(shut.nextOpening(0)).toBeNull();
    expect(dueOf({ businessMinutes: 1 }, 0, shut)).toBeNull();
    expect(dueOf({ businessDays: 1, endOfDay: true }, 0, shut)).toBeNull();
  });

  it('is found by its name', () => {
    expect(calendarBook()('district')).toBe(districtCalendar);
    expect(calendarBook()('nowhere')).toBeUndefined();
  });
});

describe('A target', () => {
  const due = (target: Parameters<typeof dueOf>[0], start: string) => iso(dueOf(target, ms(start), districtCalendar));

  it('of business time that is filled exactly at a closing is due at the closing', () => {
    expect(due({ businessMinutes: 480 }, '2027-04-05T08:00:00-07:00')).toBe('2027-04-06T00:00:00.000Z');
    expect(due({ businessMinutes: 240 }, '2027-04-05T08:00:00-07:00')).toBe('2027-04-05T19:00:00.000Z');
    expect(due({ businessMinutes: 481 }, '2027-04-05T08:00:00-07:00')).toBe('2027-04-06T15:01:00.000Z');
  });

  it('of business days ends with the n-th business day after the day of its start', () => {
    const twoDays = { businessDays: 2, endOfDay: true };
    expect(due(twoDays, '2027-03-29T15:30:00-07:00')).toBe('2027-04-02T00:00:00.000Z');
    expect(due(twoDays, '2027-04-03T09:00:00-07:00')).toBe('2027-04-07T00:00:00.000Z');
    expect(due({ businessDays: 1, endOfDay: true }, '2027-04-02T19:00:00-07:00')).toBe('2027-04-06T00:00:00.000Z');
  });

  it('of business days without an end of day keeps the time of day, within office hours', () => {
    expect(due({ businessDays: 2 }, '2027-04-05T15:30:00-07:00')).toBe('2027-04-07T22:30:00.000Z');
    expect(due({ businessDays: 1 }, '2027-04-05T12:30:00-07:00')).toBe('2027-04-06T19:00:00.000Z');
    expect(due({ businessDays: 1 }, '2027-04-05T06:00:00-07:00')).toBe('2027-04-06T15:00:00.000Z');
    expect(due({ businessDays: 1 }, '2027-04-05T20:00:00-07:00')).toBe('2027-04-07T00:00:00.000Z');
  });

  it('of calendar days counts every day and keeps the time of day over a change of the clocks', () => {
    expect(due({ calendarDays: 7 }, '2027-03-10T09:00:00-08:00')).toBe('2027-03-17T16:00:00.000Z');
    expect(due({ calendarDays: 4 }, '2027-03-30T09:00:00-07:00')).toBe('2027-04-03T16:00:00.000Z');
    expect(due({ calendarDays: 4, roll: 'next-business-day' }, '2027-03-30T09:00:00-07:00')).toBe(
      '2027-04-05T16:00:00.000Z',
    );
  });

  it('of a fixed date ends with the office day, or at midnight when the office is shut', () => {
    expect(due({ fixedOn: '2027-04-05' }, '2027-03-30T09:00:00-07:00')).toBe('2027-04-06T00:00:00.000Z');
    expect(due({ fixedOn: '2027-04-04' }, '2027-03-30T09:00:00-07:00')).toBe('2027-04-05T07:00:00.000Z');
  });
});

describe('Rule F3: the legal holidays', () => {
  it('are the list of Gov. Code 6700 in the years on both sides of a Sunday', () => {
    expect(legalHolidays(2027).map(({ on }) => on)).toEqual([
      '2027-01-01',
      '2027-01-18',
      '2027-02-12',
      '2027-02-15',
      '2027-03-31',
      '2027-05-31',
      '2027-07-04',
      '2027-07-05',
      '2027-09-06',
      '2027-09-09',
      '2027-09-24',
      '2027-10-11',
      '2027-11-11',
      '2027-11-25',
      '2027-12-25',
    ]);
    expect(
      legalHolidays(2028)
        .filter(({ on }) => on.startsWith('2028-07'))
        .map(({ on }) => on),
    ).toEqual(['2028-07-04']);
  });

  it('are kept on Monday when they fall on a Sunday, and not moved from a Saturday', () => {
    expect(isLegalHoliday('2027-07-05')).toBe(true);
    expect(isLegalHoliday('2027-07-06')).toBe(false);
    expect(isLegalHoliday('2027-12-24')).toBe(false);
    expect(isLegalHoliday('2027-12-27')).toBe(false);
    expect(isLegalHoliday('2023-01-02')).toBe(true);
  });

  it('fall on the fourth Thursday and the fourth Friday, also when the month begins with that day', () => {
    expect(isLegalHoliday('2029-11-22')).toBe(true);
    expect(isLegalHoliday('2029-11-29')).toBe(false);
    expect(isLegalHoliday('2028-09-22')).toBe(true);
    expect(isLegalHoliday('2028-09-29')).toBe(false);
  });

  it('do not hold the board’s own day, on which the office is shut all the same', () => {
    expect(isLegalHoliday('2027-11-26')).toBe(false);
    expect(isOfficeOpen('2027-11-26T10:00:00-08:00')).toBe(false);
    expect(isOfficeOpen('2027-11-24T10:00:00-08:00')).toBe(true);
  });

  it('can be told for any year from 2000 to 2100', () => {
    for (let year = 2000; year <= 2100; year += 1) expect(legalHolidays(year).length).toBeGreaterThanOrEqual(14);
  });
});
