import { describe, expect, it } from '@jest/globals';
import { calculators } from '../calculators/index.ts';

const statement = {
  period: '2027-H1',
  metered: false,
  unit: 'AF',
  classes: [{ class: 'agricultural', share: '1', rate: '10.00' }],
  filedOn: '2027-07-20',
  paidOn: '2027-07-20',
  asOf: '2027-07-20',
};

function calculated(more: object) {
  const calculator = calculators['groundwater-statement'];
  return calculator.run(calculator.input.parse({ ...statement, ...more }), '2027-07-20');
}

describe('a facility without a meter', () => {
  it('states what the board’s method found, as the difference of two figures (C11)', () => {
    const { result, steps } = calculated({ startReading: '100', endReading: '112.5' });
    expect(result).toMatchObject({ productionAf: '12.5', charge: '125.00' });
    expect(steps.map(({ rule }) => rule)).toContain('C11');
  });

  it('owes a nil statement all the same when nothing was produced (C6, C7)', () => {
    expect(calculated({}).result).toMatchObject({ productionAf: '0', charge: '0.00' });
  });
});
