import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../money/index.ts';
import { assessedTotal, assessmentAmount, assessments, type Failing } from './assessments.ts';
import { districtSummary, newSummaryDue, type SummaryEntry } from './district-summary.ts';
import { compensationCharge, fullCostCharge, mayChangeSelection, selectionShortfall } from './full-cost.ts';

describe('A31: administrative assessments against the district', () => {
  const early = (landholder: string, deliveredOn: string): Failing => ({
    kind: 'delivery-before-form',
    landholder,
    deliveredOn,
  });
  const late = (requestedOn: string, suppliedOn: string | null): Failing => ({
    kind: 'correction-late',
    landholder: 'ana',
    requestedOn,
    suppliedOn,
  });

  it('count once per landholder, year and kind, however many deliveries', () => {
    const failings: Failing[] = [
      early('ana', '2027-03-01'),
      early('ana', '2027-04-01'),
      early('ben', '2027-03-01'),
      early('ana', '2028-03-01'),
      { kind: 'delivery-to-excess', landholder: 'ana', deliveredOn: '2027-03-01' },
    ];
    const found = assessments(failings, '2028-12-31');
    expect(found).toHaveLength(4);
    expect(assessedTotal(found)).toBe('920.00');
    expect(assessments(failings, '2027-12-31')).toHaveLength(3);
  });

  it.each([
    ['supplied on day 60', '2027-03-02', '2027-12-31', 0],
    ['supplied on day 61', '2027-03-03', '2027-12-31', 1],
    ['not supplied, seen on day 60', null, '2027-03-02', 0],
    ['not supplied, seen on day 61', null, '2027-03-03', 1],
  ])('a correction requested on 1 January and %s', (_, suppliedOn, asOf, count) => {
    expect(assessments([late('2027-01-01', suppliedOn)], asOf)).toHaveLength(count);
  });

  it.each([
    ['2003-12-31', '260'],
    ['2004-01-01', '290'],
    ['2011-12-31', '290'],
    ['2012-01-01', '230'],
    ['2027-01-01', '230'],
  ])('on %s the amount is %s dollars', (on, amount) => {
    expect(assessmentAmount.on(on)).toBe(amount);
  });

  it('no failing, no assessment', () => {
    expect(assessedTotal(assessments([], '2027-01-01'))).toBe('0.00');
  });
});

describe('A29: the district summary', () => {
  const entry = (
    landholder: string,
    holder: SummaryEntry['holder'],
    more: Partial<SummaryEntry> = {},
  ): SummaryEntry => ({
    landholder,
    name: landholder,
    holder,
    summary: '7-21SUMM-C',
    form: '7-2180',
    acceptedOn: '2027-02-01',
    ownedAcres: '100.5',
    leasedAcres: '50',
    westwideAcres: '300',
    excessAcres: '0',
    fullCostAcres: '0',
    ...more,
  });
  const entries = [
    entry('zoe', 'individual'),
    entry('farm', 'entity', { excessAcres: '20', acceptedOn: null }),
    entry('ana', 'individual'),
    entry('old', 'individual', { summary: '7-21SUMM-R' }),
  ];

  it('tabulates landholders by kind and name, the two forms apart', () => {
    const summary = districtSummary('7-21SUMM-C', 2027, true, entries);
    const rows = summary.sheets.map(({ tabulation, rows: found }) => [
      tabulation,
      found.map(({ landholder }) => landholder),
    ]);
    expect(rows).toEqual([
      ['A', ['ana', 'zoe']],
      ['B', ['farm']],
    ]);
    expect(summary).toMatchObject({ landholders: 3, ownedAcres: '301.5', leasedAcres: '150', excessAcres: '20' });
    expect(summary.outstanding).toEqual(['farm']);
    expect(districtSummary('7-21SUMM-R', 2027, true, entries).landholders).toBe(1);
  });

  it('without delivery has items 1–5 and 13–14 only and no tabulation', () => {
    const summary = districtSummary('7-21SUMM-C', 2027, false, entries);
    expect(summary.items).toEqual([1, 2, 3, 4, 5, 13, 14]);
    expect(summary).toMatchObject({ sheets: [], landholders: 0, ownedAcres: '0' });
  });

  it('is made anew within 30 days of a first delivery that was not expected', () => {
    expect(newSummaryDue('2027-05-01')).toBe('2027-05-31');
  });
});

describe('A6, A8: full-cost land and compensation', () => {
  it('A6: the selection must cover the full-cost acres and binds for the water year', () => {
    const selected = [
      { parcel: 'a', acres: '30' },
      { parcel: 'b', acres: '9.99' },
    ];
    expect(selectionShortfall(decimal('40'), selected).toFixed()).toBe('0.01');
    expect(selectionShortfall(decimal('39.99'), selected).toFixed()).toBe('0');
    expect(selectionShortfall(decimal('10'), selected).toFixed()).toBe('0');
    expect([mayChangeSelection(2027, 2027), mayChangeSelection(2027, 2028)]).toEqual([false, true]);
  });

  it('A6: the charge is acre-feet × the full-cost rate, to the cent, half up', () => {
    expect(fullCostCharge('2.5', '100.01')).toBe('250.03');
    expect(fullCostCharge('0', '100.01')).toBe('0.00');
  });

  it('A8: compensation is the full-cost rate less what was paid, never negative', () => {
    expect(compensationCharge('10', '50', '120.00')).toBe('380.00');
    expect(compensationCharge('10', '50', '500.00')).toBe('0.00');
    const amount = fc.integer({ min: 0, max: 1_000_000 }).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(amount, amount, amount, (af, rate, paid) => {
        expect(Number(compensationCharge(af, rate, paid))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
