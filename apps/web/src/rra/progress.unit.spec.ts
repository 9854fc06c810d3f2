import { describe, expect, it } from '@jest/globals';
import type { Campaign } from '../api/rra.ts';
import { duration, holdInWords, partsOfCampaign, percentOf, stateInWords, yearToStart } from './progress.ts';

const campaign: Campaign = {
  formYear: 2027,
  state: 'opening',
  askedBy: 'technician',
  startedAt: '2026-11-02T14:00:00Z',
  finishedAt: null,
  planned: 5000,
  opened: 1200,
  notRequired: 310,
  accepted: 0,
  rate: 25,
  perSecond: '24.8',
  secondsLeft: 154,
  readyAt: '2026-11-02T14:05:00Z',
  fault: null,
  refused: [],
  byStatus: { open: { value: 1200, query: '/cases?type=rra-certification&formYear=2027&status=open' } },
  byStage: {},
  asOf: '2026-11-02T14:01:00Z',
};

describe('a campaign as the desk tells of it', () => {
  it('says what is left, how fast it goes and how long it takes', () => {
    expect(stateInWords(campaign)).toBe('Opening 3800 more cases, 24.8 a second; the rest takes about 3 min.');
  });

  it('says why it stands still and what to do', () => {
    expect(stateInWords({ ...campaign, state: 'stopped', fault: 'two owners in a circle' })).toBe(
      'Two owners in a circle. Put it right, then start the campaign again.',
    );
  });

  it('is done only when the last is done', () => {
    expect([percentOf(4999, 5000), percentOf(5000, 5000), percentOf(0, 0)]).toEqual([99, 100, 100]);
  });

  it.each([
    [59, '59 s'],
    [60, '1 min'],
    [3599, '1 h 0 min'],
    [4800, '1 h 20 min'],
  ])('%s seconds are %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });

  it('leads from each count to its list', () => {
    expect(partsOfCampaign(campaign)).toEqual([
      {
        title: 'Cases by status',
        figures: [
          {
            title: 'Open',
            value: 1200,
            query: '/cases?type=rra-certification&formYear=2027&status=open',
            before: null,
          },
        ],
      },
    ]);
  });

  it('says why a parcel is held, each reason once with its rules', () => {
    const held = { landholder: 'ana', name: 'Ana', opened: true, caseNumber: null, rules: ['A20', 'F16', 'A6'] };
    expect(holdInWords(held)).toBe('form not accepted (A20, F16); full cost not paid (A6)');
  });

  it.each([
    ['2026-10-31', 2026],
    ['2026-11-01', 2027],
  ])('A23: on %s it would start the campaign of %s', (today, year) => {
    expect(yearToStart(today)).toBe(year);
  });
});
