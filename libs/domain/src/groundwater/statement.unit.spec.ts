import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputFault } from '../calculators/input-fault.ts';
import { groundwaterStatementCalculator as calculator } from './statement-calculator.ts';

const all = (rate: string) => [{ class: 'agricultural', share: '1', rate }];
const plain = {
  period: '2027-H1',
  metered: true,
  startReading: '0',
  endReading: '100',
  unit: 'AF',
  classes: all('10'),
  filedOn: '2027-07-15',
  paidOn: '2027-07-15',
  asOf: '2027-07-15',
};
const calculate = (more: object) => calculator.run(calculator.input.parse({ ...plain, ...more }), '2027-04-01');
const faultsOf = (more: object): string[] => {
  try {
    calculate(more);
    return [];
  } catch (fault) {
    if (fault instanceof InputFault) return fault.errors.map(({ path }) => path);
    throw fault;
  }
};

describe('C6, F21: due on 31 January and 31 July, in time through the next business day', () => {
  it.each([
    ['2026-H1', '2026-07-31', '2026-07-31', 'a Friday'],
    ['2027-H1', '2027-07-31', '2027-08-02', 'a Saturday'],
    ['2026-H2', '2027-01-31', '2027-02-01', 'a Sunday'],
    ['2027-H2', '2028-01-31', '2028-01-31', 'a Monday'],
    ['2099-H2', '2100-01-31', '2100-02-01', 'a Sunday of another century'],
  ])('%s is due on %s, in time through %s (%s)', (period, dueOn, timelyThrough) => {
    expect(calculate({ period }).result).toMatchObject({ dueOn, timelyThrough });
  });

  it.each(['2027-H3', '2027', '27-H1', '1999-H1', '9999-H2', '2027-h1', ''])('refuses the period %j', (period) => {
    expect(calculator.input.safeParse({ ...plain, period }).success).toBe(false);
  });
});

it.each(['2027-02-29', '9999-12-31', '1999-12-31', '2027-7-1', '2027-07-31T00:00:00Z'])(
  'refuses the day %j',
  (asOf) => {
    expect(calculator.input.safeParse({ ...plain, asOf }).success).toBe(false);
  },
);

describe('C24: production by meter', () => {
  it.each([
    ['AF', '0', '12.5', '12.5'],
    ['CCF', '0', '435.6', '1'],
    ['gal', '1000', '326851', '1'],
    ['ft3', '0', '87120', '2'],
    ['CCF', '0', '1000', '2.295684'],
  ])('in %s from %s to %s is %s acre-feet', (unit, startReading, endReading, productionAf) => {
    expect(calculate({ unit, startReading, endReading }).result.productionAf).toBe(productionAf);
  });

  it.each([
    [4, '9990', '10', '20'],
    [4, '1', '0', '9999'],
    [6, '999999', '0', '1'],
    [4, '9999.5', '0.5', '1'],
    [4, '10', '9999', '9989'],
  ])('on a register of %d digits from %s to %s is %s', (registerDigits, startReading, endReading, productionAf) => {
    expect(calculate({ registerDigits, startReading, endReading }).result.productionAf).toBe(productionAf);
  });

  it('refuses an end below the start when the register is unknown', () => {
    expect(faultsOf({ startReading: '100', endReading: '99.999999' })).toEqual(['endReading']);
    expect(faultsOf({ startReading: '100', endReading: '100' })).toEqual([]);
  });

  it('refuses a reading that the register cannot show', () => {
    expect(faultsOf({ registerDigits: 4, startReading: '9999', endReading: '10000' })).toEqual(['endReading']);
    expect(faultsOf({ registerDigits: 4, startReading: '10000', endReading: '1' })).toEqual(['startReading']);
  });

  it('refuses a metered statement without both readings', () => {
    expect(faultsOf({ endReading: undefined })).toEqual(['endReading']);
    expect(faultsOf({ startReading: undefined, endReading: undefined })).toEqual(['startReading', 'endReading']);
  });

  it('C7: no production is a nil statement, of a meter that stood still or of a facility without one', () => {
    const nil = { productionAf: '0', charge: '0.00', total: '0.00' };
    expect(calculate({ endReading: '0' }).result).toMatchObject(nil);
    const unmetered = { metered: false, startReading: undefined, endReading: undefined };
    const { result, steps } = calculate(unmetered);
    expect(result).toMatchObject(nil);
    expect(steps).toContainEqual(expect.objectContaining({ rule: 'C7', value: true }));
  });

  it('C7: a late nil statement costs nothing, for ten percent of nothing is nothing', () => {
    const late = { endReading: '0', filedOn: undefined, paidOn: undefined, asOf: '2028-07-01' };
    expect(calculate(late).result).toMatchObject({ penalty: '0.00', interest: '0.00', total: '0.00' });
  });
});

describe('C8: the charge is the sum over the classes', () => {
  it('of acre-feet × share × rate, rounded once, half up', () => {
    const classes = [
      { class: 'agricultural', share: '0.75', rate: '10.01' },
      { class: 'other', share: '0.25', rate: '40' },
    ];
    const { result, steps } = calculate({ endReading: '1', classes });
    expect(result.charge).toBe('17.51');
    expect(steps.filter(({ rule }) => rule === 'C8').map(({ value }) => value)).toEqual([
      '7.5075',
      '10',
      '17.51',
      '17.51',
    ]);
    expect(calculate({ endReading: '0.5', classes: all('0.01') }).result.charge).toBe('0.01');
    expect(calculate({ endReading: '0.49', classes: all('0.01') }).result.charge).toBe('0.00');
  });

  it('is exact where acre-feet do not end: a third of an acre-foot at three cents is one cent', () => {
    expect(calculate({ unit: 'CCF', endReading: '145.2', classes: all('0.015') }).result.charge).toBe('0.01');
  });

  it.each([
    ['less than 1', ['0.5', '0.499999']],
    ['more than 1', ['0.5', '0.500001']],
    ['three thirds that are not quite', ['0.333', '0.333', '0.333']],
    ['nothing', ['0', '0']],
  ])('F21: shares that add to %s are refused', (_, shares) => {
    expect(faultsOf({ classes: shares.map((share) => ({ class: 'any', share, rate: '1' })) })).toEqual(['classes']);
  });

  it('F21: shares that add to exactly 1 are taken', () => {
    const classes = ['0.1', '0.2', '0.7'].map((share) => ({ class: 'any', share, rate: '1' }));
    expect(calculate({ classes }).result.charge).toBe('100.00');
  });
});

describe('C10, F13, F21: penalty and interest', () => {
  const open = { filedOn: undefined, paidOn: undefined };

  it.each([
    ['on the due date', '2027-07-31', '0.00'],
    ['on the last timely day', '2027-08-02', '0.00'],
    ['the day after', '2027-08-03', '100.00'],
  ])('a statement filed %s', (_, filedOn, penalty) => {
    expect(calculate({ filedOn, asOf: '2027-12-31' }).result).toMatchObject({ penalty, interest: '0.00' });
  });

  it('a statement not filed is late once the last timely day is past', () => {
    expect(calculate({ ...open, asOf: '2027-08-02' }).result).toMatchObject({ penalty: '0.00', total: '1000.00' });
    expect(calculate({ ...open, asOf: '2027-08-03' }).result).toMatchObject({ penalty: '100.00', total: '1100.00' });
  });

  it('a filing later than the day asked about has not happened yet', () => {
    expect(calculate({ filedOn: '2027-09-01', asOf: '2027-08-02' }).result.penalty).toBe('0.00');
    expect(calculate({ filedOn: '2027-09-01', asOf: '2027-08-15' }).result.penalty).toBe('100.00');
  });

  it('the penalty is for filing late, not for paying late; interest the other way about', () => {
    const paidLate = calculate({ paidOn: '2027-10-31', asOf: '2027-12-31' }).result;
    expect(paidLate).toMatchObject({ penalty: '0.00', interest: '30.00', total: '1030.00' });
    const filedLate = calculate({ filedOn: '2027-10-31', asOf: '2027-12-31' }).result;
    expect(filedLate).toMatchObject({ penalty: '100.00', interest: '0.00' });
  });

  it.each([
    ['2027-07-31', '0.00'],
    ['2027-08-30', '0.00'],
    ['2027-08-31', '10.00'],
    ['2027-09-29', '10.00'],
    ['2027-09-30', '20.00'],
    ['2028-07-30', '110.00'],
    ['2028-07-31', '120.00'],
  ])('unpaid on %s carries %s of interest: completed months from the due date', (asOf, interest) => {
    expect(calculate({ paidOn: undefined, asOf }).result.interest).toBe(interest);
  });

  it.each([
    ['2028-02-28', '0.00'],
    ['2028-02-29', '10.00'],
    ['2028-03-30', '10.00'],
    ['2028-03-31', '20.00'],
  ])('due on 31 January 2028 and unpaid on %s carries %s: a short month ends on its last day', (asOf, interest) => {
    const dueInJanuary = { period: '2027-H2', filedOn: '2028-01-15', paidOn: undefined, asOf };
    expect(calculate(dueInJanuary).result.interest).toBe(interest);
  });

  it.each([
    ['2027-08-02', '0.00'],
    ['2027-08-03', '10.00'],
    ['2027-08-31', '10.00'],
    ['2027-09-01', '20.00'],
  ])('by "month or portion", unpaid on %s carries %s', (asOf, interest) => {
    expect(calculate({ paidOn: undefined, asOf, policy: { monthCounting: 'portion' } }).result.interest).toBe(interest);
  });

  it('rounds penalty and interest to the cent, half up', () => {
    const late = { ...open, endReading: '1', classes: all('1.05'), asOf: '2027-12-31' };
    expect(calculate(late).result).toMatchObject({ charge: '1.05', penalty: '0.11', interest: '0.05', total: '1.21' });
  });

  it('F13: a policy above the statute is refused, below it is applied', () => {
    expect(faultsOf({ policy: { penaltyPercent: '10.01' } })).toEqual(['policy.penaltyPercent']);
    expect(faultsOf({ policy: { interestPercentPerMonth: 1.5 } })).toEqual(['policy.interestPercentPerMonth']);
    const policy = { penaltyPercent: 5, interestPercentPerMonth: '0.5' };
    const late = calculate({ ...open, asOf: '2027-08-31', policy }).result;
    expect(late).toMatchObject({ penalty: '50.00', interest: '5.00' });
  });
});

describe('properties of a statement', () => {
  const hundredths = (max: number) => fc.integer({ min: 0, max }).map((n) => (n / 100).toFixed(2));
  const day = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2027, 5, 1) + n * 86_400_000));
  const date = day.map((at) => at.toISOString().slice(0, 10));
  const statement = fc.record(
    {
      endReading: hundredths(10_000_000),
      classes: hundredths(50_000).map(all),
      filedOn: date,
      paidOn: date,
      asOf: date,
    },
    { requiredKeys: ['endReading', 'classes', 'asOf'] },
  );

  it('the parts add to the total, nothing is negative, the penalty is never above ten percent to the cent', () => {
    fc.assert(
      fc.property(statement, (asked) => {
        const { result } = calculate({ ...asked, filedOn: asked.filedOn, paidOn: asked.paidOn });
        const [charge, penalty, interest, total] = [result.charge, result.penalty, result.interest, result.total].map(
          (amount) => Math.round(Number(amount) * 100),
        ) as [number, number, number, number];
        expect(charge + penalty + interest).toBe(total);
        expect(Math.min(charge, penalty, interest)).toBeGreaterThanOrEqual(0);
        expect(penalty).toBeLessThanOrEqual(charge / 10 + 0.5);
      }),
    );
  });

  it('every step names a rule and the last step is the total', () => {
    fc.assert(
      fc.property(statement, (asked) => {
        const { result, steps } = calculate({ ...asked, filedOn: asked.filedOn, paidOn: asked.paidOn });
        expect(steps.every(({ rule }) => /^[A-F]\d+$/.test(rule))).toBe(true);
        expect(steps.at(-1)?.value).toBe(result.total);
      }),
    );
  });
});
