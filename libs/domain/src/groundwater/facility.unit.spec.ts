import { describe, expect, it } from '@jest/globals';
import { decimal } from '../money/index.ts';
import { determinationStands, determineProduction, protestThrough } from './determination.ts';
import {
  type FacilityState,
  facilityStates,
  mayBecome,
  owesStatements,
  registrationDue,
  unfiledStatements,
} from './facility.ts';
import { statementQuestions } from './statement-checks.ts';

describe('C23: the states of a facility', () => {
  it.each<[FacilityState, boolean]>([
    ['proposed', false],
    ['registered-active', true],
    ['inactive', true],
    ['abandonment-noticed', true],
    ['verified-destroyed', false],
    ['closed', false],
  ])('%s owes statements: %s (C7, C9)', (state, owes) => {
    expect(owesStatements(state)).toBe(owes);
  });

  it('no facility is destroyed without notice, nor closed without a look in the field', () => {
    const before = (state: FacilityState) => facilityStates.filter((from) => mayBecome(from, state));
    expect(before('verified-destroyed')).toEqual(['abandonment-noticed']);
    expect(before('closed')).toEqual(['proposed', 'verified-destroyed']);
    expect(mayBecome('closed', 'proposed')).toBe(true);
  });

  it('C2: registration within 30 days of completion or re-establishment', () => {
    expect(registrationDue('2027-01-31')).toBe('2027-03-02');
  });
});

describe('C6, C23: statements that are past due', () => {
  const duty = { since: '2026-03-01', until: null };

  it.each([
    ['2026-07-31', []],
    ['2026-08-01', ['2026-H1']],
    ['2027-01-31', ['2026-H1']],
    ['2027-02-01', ['2026-H1', '2026-H2']],
  ])('as of %s: %j', (asOf, owed) => {
    expect(unfiledStatements(duty, new Set(), asOf)).toEqual(owed);
  });

  it('filed ones are not among them, and the end of the duty erases none', () => {
    expect(unfiledStatements(duty, new Set(['2026-H1']), '2027-02-01')).toEqual(['2026-H2']);
    expect(unfiledStatements({ ...duty, until: '2026-07-01' }, new Set(), '2028-01-01')).toEqual([
      '2026-H1',
      '2026-H2',
    ]);
    expect(unfiledStatements({ ...duty, until: '2026-06-30' }, new Set(), '2028-01-01')).toEqual(['2026-H1']);
  });
});

describe('C12: the district fixes a production', () => {
  it.each([
    ['below capacity', '99', '100', '99', false],
    ['at capacity', '100', '100', '100', false],
    ['above capacity', '101', '100', '100', true],
  ])('%s', (_, found, capacity, productionAf, capped) => {
    const fixed = determineProduction({ kind: 'no-statement' }, found, capacity);
    expect(fixed).toEqual({ kind: 'fixed', productionAf: decimal(productionAf), cappedAtCapacity: capped });
  });

  it('but not against a permanently attached meter, unless it has shown the error', () => {
    const doubt = { kind: 'meter-doubted', districtHasShownError: false } as const;
    expect(determineProduction(doubt, '99', '100').kind).toBe('refused');
    expect(determineProduction({ ...doubt, districtHasShownError: true }, '99', '100').kind).toBe('fixed');
  });
});

describe('C13, F21: protest within 10 days of mailing', () => {
  it.each([
    ['no protest, day 10', null, '2027-03-11', 'open-to-protest'],
    ['no protest, day 11', null, '2027-03-12', 'conclusive'],
    ['a protest on day 10', '2027-03-11', '2027-04-01', 'board-hearing'],
    ['a protest on day 11', '2027-03-12', '2027-04-01', 'conclusive'],
  ])('%s', (_, protestedOn, on, stands) => {
    expect(protestThrough('2027-03-01')).toBe('2027-03-11');
    expect(determinationStands('2027-03-01', protestedOn, on)).toBe(stands);
  });
});

describe('C24: questions before posting', () => {
  const ask = (production: string, lastYearAf: string | null, capacityAf: string | null) =>
    statementQuestions({ productionAf: decimal(production), lastYearAf, capacityAf }, '2027-07-31').length;

  it.each([
    ['half as much again as last year', '150', '100', null, 0],
    ['more than that', '150.01', '100', null, 1],
    ['half of last year', '50', '100', null, 0],
    ['less than that', '49.99', '100', null, 1],
    ['nothing to compare', '49.99', null, null, 0],
    ['at capacity', '100', null, '100', 0],
    ['above capacity', '100.01', null, '100', 1],
    ['both', '300', '100', '200', 2],
  ])('%s', (_, production, lastYear, capacity, count) => {
    expect(ask(production, lastYear, capacity)).toBe(count);
  });
});
