import { readScenario, rehearseAlone, type TimelineEntry } from '@headgate/worker';
import { beforeAll, describe, expect, it } from '@jest/globals';

/** The same debt from the same morning, a Thursday: of a home, and of a turnout. */
const scenario = (accountNumber: string, details: object) =>
  readScenario({
    type: 'delinquency',
    openAt: '2027-04-01T09:00:00-07:00',
    until: '2027-05-05',
    intake: {
      subject: 'Past due',
      accountNumber,
      details: { amount: '500.00', billedOn: '2027-02-10', dueOn: '2027-03-03', ...details },
    },
  });

const told = (timeline: readonly TimelineEntry[], event: string) =>
  timeline
    .filter((entry) => entry.event === event)
    .map(({ at, data }) => ({ at, data: data as Record<string, unknown> }));

const letters = (timeline: readonly TimelineEntry[]) =>
  told(timeline, 'message-queued')
    .filter(({ data }) => data.audience === 'customer')
    .map(({ at, data }) => [at, String(data.template).split('/')[1]]);

let home: TimelineEntry[];
let turnout: TimelineEntry[];

describe('a home and a turnout, past due with the same bill', () => {
  beforeAll(async () => {
    home = await rehearseAlone(scenario('100002', { service: 'residential', dwelling: 'yes' }));
    turnout = await rehearseAlone(scenario('100003', { service: 'irrigation', dwelling: 'no' }));
  }, 240_000);

  it('are told by different letters, at different times (B5, B18, F12)', () => {
    expect(letters(home)).toEqual([
      ['2027-04-01T16:00:00.000Z', 'written-notice'],
      ['2027-04-12T15:00:00.000Z', 'ten-day-notice'],
      ['2027-05-03T15:00:00.000Z', 'shut-off-notice'],
    ]);
    expect(letters(turnout).slice(0, 4)).toEqual([
      ['2027-04-01T16:00:00.000Z', 'irrigation-notice'],
      ['2027-04-01T16:00:00.000Z', 'landowner-notice'],
      ['2027-04-16T15:00:00.000Z', 'water-refused'],
      ['2027-04-16T15:00:00.000Z', 'shut-off-notice'],
    ]);
  });

  it('are shut off on the 61st day after the due date (B4, F1), and after fifteen days of notice (F12, B28)', () => {
    expect(told(home, 'shut-off-carried-out').map(({ at }) => at)).toEqual(['2027-05-03T15:00:00.000Z']);
    expect(told(turnout, 'shut-off-carried-out').map(({ at }) => at)).toEqual(['2027-04-16T15:00:00.000Z']);
  });

  it('have orders that rest on different rules', () => {
    const rules = (timeline: readonly TimelineEntry[]) => told(timeline, 'shut-off-ordered')[0]?.data.rules;
    const both = ['F4', 'B2', 'F7', 'F5', 'B19', 'F11'];
    expect(rules(home)).toEqual(expect.arrayContaining([...both, 'B4', 'B5', 'B18', 'B13', 'F8', 'B9', 'B10', 'B11']));
    expect(rules(turnout)).toEqual(expect.arrayContaining([...both, 'B21', 'B28', 'F12']));
    expect(rules(turnout)).not.toEqual(expect.arrayContaining(['B4']));
    expect(rules(home)).not.toEqual(expect.arrayContaining(['B21']));
  });

  it('owe a penalty of ten percent once and one and a half a month, as of their own days (B21, F13)', () => {
    const charges = (timeline: readonly TimelineEntry[]) => {
      const notice = told(timeline, 'message-queued').findLast(
        ({ data }) => data.template === 'delinquency/shut-off-notice',
      );
      const { amount, penalty, interest } = (notice?.data.data ?? {}) as Record<string, string>;
      return [amount, penalty, interest];
    };
    expect(charges(home)).toEqual(['500.00', '50.00', '15.00']);
    expect(charges(turnout)).toEqual(['500.00', '50.00', '7.50']);
  });
});
