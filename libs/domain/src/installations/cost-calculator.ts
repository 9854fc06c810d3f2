import { z } from 'zod';
import { type Calculation, calculator, type Step } from '../calculators/calculator.ts';
import { acreFeet, day, dollarRate, dollars, figureOf, named, percent } from '../calculators/fields.ts';
import { fault } from '../calculators/input-fault.ts';
import { cents, type Decimal, decimal, type Money } from '../money/index.ts';
import { addDays, type CivilDate } from '../time/index.ts';
import { capacityRatio, type MeterChoice, meterChoiceOf } from './capacity.ts';
import { type Estimate, type EstimateTerms, estimateOf, lineAmount } from './estimate.ts';
import { estimateValidDays } from './figures.ts';

const input = z.strictObject({
  meterSize: named('Meter size in inches, such as 5/8 or 2', 40),
  serviceKind: named('Kind of service'),
  lines: z
    .array(
      z.strictObject({
        item: named('Item'),
        quantity: acreFeet('Quantity').meta({ title: 'Quantity', unit: 'pieces or hours' }),
        unitCost: dollarRate('Cost of one'),
      }),
    )
    .max(500)
    .default([])
    .meta({ title: 'Lines' }),
  overheadPercent: percent('Overhead on the lines').default('0'),
  capacityFeeBase: dollars('Capacity fee of the 5/8-inch meter').default('0'),
  credits: dollars('Credits').default('0'),
  madeOn: day('Estimate made on').optional(),
});
type Input = z.output<typeof input>;

export interface InstallationCost {
  readonly lines: Money;
  readonly capacityFee: Money;
  readonly overhead: Money;
  readonly total: Money;
  readonly validUntil: CivilDate;
}

export const installationCostCalculator = calculator({
  name: 'installation-cost',
  title: 'Installation cost',
  description: 'Cost estimate of a new service: lines, overhead, capacity fee by meter size, credits.',
  input,
  run(asked, today): Calculation<InstallationCost> {
    const madeOn = asked.madeOn ?? today;
    const terms = termsOf(asked, madeOn);
    const estimate = estimateOf(terms);
    const validUntil = addDays(madeOn, estimateValidDays.on(madeOn));
    const { lines, capacityFee, overhead, total } = estimate;
    return {
      result: {
        lines: cents(lines),
        capacityFee: cents(capacityFee),
        overhead: cents(overhead),
        total: cents(total),
        validUntil,
      },
      steps: [...stepsOf(terms, estimate), { rule: 'D19', text: 'The estimate holds through', value: validUntil }],
    };
  },
});

function termsOf(asked: Input, on: CivilDate): EstimateTerms {
  return {
    lines: asked.lines,
    overheadPercent: figureOf(asked.overheadPercent),
    capacityFeeBase: decimal(asked.capacityFeeBase),
    capacityRatio: ratioOf(asked, on),
    credits: decimal(asked.credits),
  };
}

function ratioOf({ meterSize, serviceKind }: Input, on: CivilDate): Decimal {
  const chosen = meterChoiceOf(meterSize, serviceKind);
  if (!chosen) return fault('meterSize', 'no meter of this size in the capacity table (D18)');
  return capacityRatio(chosen, on) ?? fault('meterSize', `${described(chosen)} has no capacity ratio (D18)`);
}

const described = ({ size, turbine }: MeterChoice): string => `a ${size}-inch ${turbine ? 'turbine ' : ''}meter`;

function stepsOf(terms: EstimateTerms, estimate: Estimate): Step[] {
  const base = cents(terms.capacityFeeBase);
  return [
    ...terms.lines.map((line) => ({
      rule: 'D19',
      text: `${line.item}: ${line.quantity} × $${line.unitCost}`,
      value: cents(lineAmount(line)),
    })),
    { rule: 'D19', text: 'Sum of the lines', value: cents(estimate.lines) },
    {
      rule: 'D19',
      text: `Overhead ${terms.overheadPercent.toFixed()} % on the lines`,
      value: cents(estimate.overhead),
    },
    { rule: 'D18', text: 'Capacity ratio of the meter', value: terms.capacityRatio.toFixed() },
    { rule: 'D18', text: `Capacity fee: $${base} × the ratio`, value: cents(estimate.capacityFee) },
    { rule: 'D19', text: 'Credits', value: cents(estimate.credits) },
    { rule: 'D19', text: 'Total: lines + overhead + capacity fee − credits', value: cents(estimate.total) },
  ];
}
