import { describe, expect, it } from '@jest/globals';
import { compileCalendar, legalHolidays } from '../calendar/index.ts';
import { addDays, instantOf, millis } from '../time/index.ts';
import { businessDayAfter, districtDays, isBusinessDay, shutOffVerdict, timelyThrough } from './index.ts';
import { lawfulDwelling, lawfulTurnout } from './shut-off.fixture.ts';

const facts = { ...lawfulDwelling, paymentsThrough: undefined };

function earliest(at: string, of = facts): string | null {
  return shutOffVerdict(of, at).earliest;
}

function expectShut(at: string, next: string, of = facts) {
  const verdict = shutOffVerdict(of, at);
  expect(verdict.unmet.map(({ rule }) => rule)).toEqual(['B19']);
  expect(verdict.earliest).toBe(instantOf(millis(next)));
}

describe('no water is shut off (B19, F3)', () => {
  it.each([
    ['before the office opens', '2027-06-02T07:59:59.999-07:00', '2027-06-02T08:00:00-07:00'],
    ['when it closes for lunch', '2027-06-02T12:00:00-07:00', '2027-06-02T13:00:00-07:00'],
    ['in its lunch interval', '2027-06-02T12:59:59.999-07:00', '2027-06-02T13:00:00-07:00'],
    ['when it closes for the day', '2027-06-02T17:00:00-07:00', '2027-06-03T08:00:00-07:00'],
    ['after it closes on a Friday', '2027-06-04T17:00:00-07:00', '2027-06-07T08:00:00-07:00'],
    ['on a Saturday', '2027-06-05T10:00:00-07:00', '2027-06-07T08:00:00-07:00'],
    ['on a Sunday', '2027-06-06T10:00:00-07:00', '2027-06-07T08:00:00-07:00'],
    ['on Memorial Day, after the weekend', '2027-05-29T10:00:00-07:00', '2027-06-01T08:00:00-07:00'],
    ['on Independence Day, a Sunday kept on Monday', '2027-07-05T10:00:00-07:00', '2027-07-06T08:00:00-07:00'],
    [
      'on Thanksgiving and the day after, which the board keeps',
      '2027-11-25T10:00:00-08:00',
      '2027-11-29T08:00:00-08:00',
    ],
  ])('%s', (_when, at, next) => {
    expectShut(at, next);
  });

  it.each([
    '2027-06-02T08:00:00-07:00',
    '2027-06-02T11:59:59.999-07:00',
    '2027-06-02T13:00:00-07:00',
    '2027-06-02T16:59:59.999-07:00',
    '2027-06-04T16:00:00-07:00',
  ])('but it may be at %s, Fridays too', (at) => {
    expect(earliest(at)).toBe(instantOf(millis(at)));
  });

  it.each(legalHolidays(2028).map(({ on, name }) => [name, on]))('on %s, %s, whatever the service', (_name, on) => {
    const noon = `${on}T19:30:00Z`;
    const start = addDays(on, -200);
    const served = {
      ...lawfulTurnout,
      billMailedOn: addDays(start, -40),
      dueOn: start,
      noticeMailedAt: `${addDays(start, 5)}T19:30:00Z`,
    };
    expect(shutOffVerdict(served, noon).unmet.map(({ rule }) => rule)).toEqual(['B19']);
  });

  it('while the office is shut for an emergency', () => {
    const hours = [['08:00', '17:00']] as const;
    const office = compileCalendar({
      name: 'district',
      versions: [
        {
          timeZone: 'America/Los_Angeles',
          hours: { tue: hours, wed: hours, thu: hours, sat: hours },
          closures: [{ from: '2027-06-02T10:00:00-07:00', to: '2027-06-02T14:00:00-07:00', reason: 'fire' }],
        },
      ],
    });
    const days = { ...districtDays, office };
    const during = shutOffVerdict(facts, '2027-06-02T11:00:00-07:00', days);
    expect(during.earliest).toBe('2027-06-02T21:00:00.000Z');
    const saturday = shutOffVerdict(facts, '2027-06-05T10:00:00-07:00', days);
    expect(saturday.earliest).toBe('2027-06-08T15:00:00.000Z');
  });

  it('on a legal holiday on which the office is open all the same', () => {
    const hours = [['08:00', '17:00']] as const;
    const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
    const office = compileCalendar({ name: 'open', versions: [{ timeZone: 'America/Los_Angeles', hours: week }] });
    const verdict = shutOffVerdict(facts, '2027-05-31T10:00:00-07:00', { ...districtDays, office });
    expect(verdict.unmet).toEqual([{ rule: 'B19', text: '2027-05-31 is Memorial Day' }]);
    expect(verdict.earliest).toBe('2027-06-01T15:00:00.000Z');
    expect(isBusinessDay('2027-05-31', { ...districtDays, office })).toBe(false);
  });

  it('ever, where the office never opens', () => {
    const office = compileCalendar({ name: 'none', versions: [{ timeZone: 'America/Los_Angeles', hours: {} }] });
    expect(shutOffVerdict(facts, '2027-06-02T11:00:00-07:00', { ...districtDays, office }).earliest).toBeNull();
  });
});

describe('business days', () => {
  it('are no weekends, legal holidays or days on which the office is shut', () => {
    expect(isBusinessDay('2027-11-24', districtDays)).toBe(true);
    expect(isBusinessDay('2027-11-25', districtDays)).toBe(false);
    expect(isBusinessDay('2027-11-26', districtDays)).toBe(false);
    expect(isBusinessDay('2027-11-27', districtDays)).toBe(false);
    expect(businessDayAfter('2027-11-24', 1, districtDays)).toBe('2027-11-29');
  });

  it('let a payment due on a day off be made on the next one (F21)', () => {
    expect(timelyThrough('2027-07-04')).toBe('2027-07-06');
    expect(timelyThrough('2027-07-03')).toBe('2027-07-06');
    expect(timelyThrough('2027-07-02')).toBe('2027-07-02');
  });
});
