import { describe, expect, it } from '@jest/globals';
import {
  fitsRegister,
  type MeterFacts,
  meterSizeOf,
  monthlyUse,
  nonReadsInARow,
  periodBefore,
  registerAdvance,
  stoppedMeterUse,
  useBetween,
  usesFromReads,
} from './index.ts';

const meter: MeterFacts = { serial: 'M-1', size: '5/8', registerDigits: 4, unit: 'CCF', multiplier: '1' };

describe('the use between two reads', () => {
  it('is the difference of the readings times the multiplier', () => {
    const use = useBetween(
      { readOn: '2027-03-31', reading: '100.5' },
      { readOn: '2027-04-30', reading: '112.75' },
      { ...meter, multiplier: '10' },
    );
    expect(use).toMatchObject({ period: '2027-04', use: '122.5', months: 1, movement: 'forward' });
  });

  it('goes on past zero when the register rolled over (D1)', () => {
    const use = useBetween({ readOn: '2027-03-31', reading: '9990' }, { readOn: '2027-04-30', reading: '15' }, meter);
    expect(use).toMatchObject({ use: '25', movement: 'rolled-over' });
  });

  it.each([
    ['5000', '0', 'rolled-over', '5000'],
    ['4999', '0', 'backward', '-4999'],
    ['9999', '0', 'rolled-over', '1'],
    ['10', '9', 'backward', '-1'],
    ['10', '10', 'forward', '0'],
  ])('takes a fall from %s to %s as %s: half the register is the limit (D1)', (from, to, kind, units) => {
    const advance = registerAdvance(from, to, 4, '0.5');
    expect([advance.kind, advance.units.toFixed()]).toEqual([kind, units]);
  });

  it('refuses a reading that the register cannot show', () => {
    expect(() => registerAdvance('0', '10000', 4, '0.5')).toThrow(RangeError);
    expect(fitsRegister('9999.9', 4)).toBe(true);
    expect(fitsRegister('10000', 4)).toBe(false);
    expect(fitsRegister('-1', 4)).toBe(false);
  });

  it('covers the months in which the meter was not read', () => {
    const uses = usesFromReads(
      [
        { readOn: '2027-04-30', reading: '160' },
        { readOn: '2027-01-31', reading: '100' },
        { readOn: '2027-02-28', reading: '120' },
        { readOn: '2027-03-31', reading: null, nonReadCode: 'NOACC' },
      ],
      meter,
    );
    expect(uses.map((use) => [use.period, use.use, use.months])).toEqual([
      ['2027-02', '20', 1],
      ['2027-04', '40', 2],
    ]);
    expect(uses.map(monthlyUse)).toEqual(['20', '20']);
  });

  it('is estimated from the daily average of the last full period when the meter stopped (D10)', () => {
    expect(stoppedMeterUse({ from: '2028-01-31', to: '2028-02-29', use: '29' }, 31)).toBe('31');
    expect(() => stoppedMeterUse({ from: '2028-01-31', to: '2028-01-31', use: '29' }, 31)).toThrow(RangeError);
  });
});

describe('reads and meters', () => {
  it('counts the non-reads in a row up to the latest read (D13)', () => {
    const notRead = (readOn: string) => ({ readOn, reading: null, nonReadCode: 'NOACC' });
    const read = { readOn: '2027-02-28', reading: '5' };
    expect(nonReadsInARow([notRead('2027-04-30'), read, notRead('2027-03-31'), notRead('2027-01-31')])).toBe(2);
    expect(nonReadsInARow([read])).toBe(0);
    expect(nonReadsInARow([notRead('2027-01-31')])).toBe(1);
  });

  it('goes back over the turn of the year', () => {
    expect(periodBefore('2027-01', 1)).toBe('2026-12');
    expect(periodBefore('2027-04', 12)).toBe('2026-04');
  });

  it.each([
    ['5/8"', '5/8'],
    ['1 1/2', '1.5'],
    ['1.5 in', '1.5'],
    ['2.0', '2'],
    ['0.75', '3/4'],
    ['7', null],
    ['', null],
  ])('knows the size %j as %j', (text, size) => {
    expect(meterSizeOf(text)).toBe(size);
  });
});
