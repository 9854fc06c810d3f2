import { Refusal } from '@headgate/domain/case';
import { describe, expect, it } from '@jest/globals';
import { readHolidaysFile } from './holidays-file.ts';

const file = (...events: string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//a county//holidays//EN',
    ...events.flatMap((lines, i) => ['BEGIN:VEVENT', `UID:${i}@county.example`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const read = (text: string) => readHolidaysFile(text, { timeZone: 'America/Los_Angeles', now: '2027-04-05T16:00:00Z' });
const eachYear = (name: string, length: number) =>
  Array.from({ length }, (_, i) => expect.objectContaining({ on: expect.stringContaining(String(2026 + i)), name }));

describe('A file of holidays', () => {
  it('holds whole days, and runs of days whose end is the day after', () => {
    const text = file(
      ['DTSTART;VALUE=DATE:20270705', 'SUMMARY:Independence Day\\, observed'],
      ['DTSTART;VALUE=DATE:20271224', 'DTEND;VALUE=DATE:20271227', 'SUMMARY:Winter break'],
    );
    expect(read(text)).toEqual([
      { on: '2027-07-05', name: 'Independence Day, observed' },
      { on: '2027-12-24', name: 'Winter break' },
      { on: '2027-12-25', name: 'Winter break' },
      { on: '2027-12-26', name: 'Winter break' },
    ]);
  });

  it('holds recurrences, without the dates that it leaves out and with those that it moves', () => {
    const yearly = file([
      'DTSTART;VALUE=DATE:20200331',
      'RRULE:FREQ=YEARLY',
      'EXDATE;VALUE=DATE:20280331',
      'SUMMARY:Cesar Chavez Day',
    ]);
    const days = read(yearly).map((day) => ('on' in day ? day.on : ''));
    expect(days).toHaveLength(11);
    expect(days).toContain('2027-03-31');
    expect(days).not.toContain('2028-03-31');
    const fridays = [
      'DTSTART;VALUE=DATE:20270108',
      'RRULE:FREQ=MONTHLY;BYDAY=2FR;UNTIL=20270401',
      'SUMMARY:Flex Friday',
    ];
    expect(read(file(fridays))).toEqual([
      { on: '2027-01-08', name: 'Flex Friday' },
      { on: '2027-02-12', name: 'Flex Friday' },
      { on: '2027-03-12', name: 'Flex Friday' },
    ]);
    const moved = file(fridays).replace(
      'END:VCALENDAR',
      [
        'BEGIN:VEVENT',
        'UID:0@county.example',
        'RECURRENCE-ID;VALUE=DATE:20270212',
        'DTSTART;VALUE=DATE:20270211',
        'SUMMARY:Flex Thursday',
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
    );
    expect(read(moved)[1]).toEqual({ on: '2027-02-11', name: 'Flex Thursday' });
  });

  it('holds hours of a day as a part-day holiday, on the wall of the office', () => {
    const text = file(
      ['DTSTART:20271224T200000Z', 'DTEND:20271225T010000Z', 'SUMMARY:Closing at noon'],
      ['DTSTART:20271231T120000', 'DTEND:20280101T000000', 'SUMMARY:New Year’s Eve'],
    );
    expect(read(text)).toEqual([
      { on: '2027-12-24', name: 'Closing at noon', closed: [['12:00', '17:00']] },
      { on: '2027-12-31', name: 'New Year’s Eve', closed: [['12:00', '24:00']] },
    ]);
  });

  it('knows the zones that it describes, each file its own', () => {
    const zone = (offset: string) =>
      [
        'BEGIN:VTIMEZONE',
        'TZID:Office',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        `TZOFFSETFROM:${offset}`,
        `TZOFFSETTO:${offset}`,
        'END:STANDARD',
        'END:VTIMEZONE',
      ].join('\r\n');
    const of = (offset: string) =>
      file(['DTSTART;TZID=Office:20271224T150000', 'DTEND;TZID=Office:20271224T180000', 'SUMMARY:Party']).replace(
        'BEGIN:VEVENT',
        `${zone(offset)}\r\nBEGIN:VEVENT`,
      );
    expect(read(of('-0500'))).toEqual([{ on: '2027-12-24', name: 'Party', closed: [['12:00', '15:00']] }]);
    expect(read(of('-0600'))).toEqual([{ on: '2027-12-24', name: 'Party', closed: [['13:00', '16:00']] }]);
  });

  it('leaves out what was cancelled and what is long past', () => {
    const text = file(
      ['DTSTART;VALUE=DATE:20270705', 'STATUS:CANCELLED', 'SUMMARY:Not kept'],
      ['DTSTART;VALUE=DATE:20190705', 'SUMMARY:Long ago'],
    );
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['no text', ''],
    ['another format', '{"holidays":[]}'],
    ['an event without a date', file(['SUMMARY:Some day'])],
    ['a recurrence without end or measure', file(['DTSTART:20270101T000000', 'RRULE:FREQ=SECONDLY', 'SUMMARY:Always'])],
    ['a cut file', file(['DTSTART;VALUE=DATE:20270705', 'SUMMARY:x']).slice(0, 90)],
  ])('that is %s is refused, with its field named', (_, text) => {
    expect(() => read(text)).toThrow(Refusal);
    expect(() => read(text)).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ path: 'file' })] }));
  });

  it('names each of many years once', () => {
    const text = file(['DTSTART;VALUE=DATE:20261225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas Day']);
    expect(read(text)).toEqual(eachYear('Christmas Day', 12));
  });
});
