import { z } from 'zod';
import { calculator, type Step } from '../calculators/calculator.ts';
import { fault, type InputError, refuse } from '../calculators/input-fault.ts';
import { choice, quantity, text } from '../forms/index.ts';
import { decimal } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import { type FlowTest, type MeterAccuracy, meterAccuracy } from './accuracy.ts';
import { accuracyLimits, flowNames, testFlow } from './accuracy-settings.ts';
import { type MeterSize, meterSizeOf } from './size.ts';

const test = z.strictObject({
  flow: choice('Flow', flowNames),
  registered: quantity('Registered'),
  actual: quantity('Actual'),
});

const input = z.strictObject({
  meterSize: text('Meter size, inches', 20),
  tests: z.array(test).min(1).max(50).meta({ title: 'Runs of the test' }),
  customerClass: choice('Class of customer', ['residential', 'other']),
});

/** Percent registered by flow, verdict, and months of correction; throws InputFault when no verdict is possible. */
export const meterAccuracyCalculator = calculator({
  name: 'meter-accuracy',
  title: 'Meter accuracy',
  description: 'Judges the test of a meter by flow, and says for how many months bills are corrected.',
  input,
  run({ meterSize, tests, customerClass }, today) {
    const size = meterSizeOf(meterSize) ?? fault('meterSize', 'a size such as 5/8, 3/4, 1, 1.5 or 2');
    refuse(testFaults(tests));
    const found = meterAccuracy(tests, customerClass, today);
    const { accuracy, verdict, correctionMonths } = found;
    return { result: { accuracy, verdict, correctionMonths }, steps: stepsOf(size, found, today) };
  },
});

function testFaults(tests: readonly FlowTest[]): InputError[] {
  const dry = tests.flatMap(({ actual }, index) =>
    decimal(actual).isZero() ? [{ path: `tests.${index}.actual`, message: 'water must have passed the meter' }] : [],
  );
  const judged = tests.some(({ flow }) => flow !== 'minimum');
  return judged ? dry : [...dry, { path: 'tests', message: 'a verdict needs the intermediate or the maximum flow' }];
}

function stepsOf(
  size: MeterSize,
  { accuracy, mean, verdict, correctionMonths }: MeterAccuracy,
  today: CivilDate,
): Step[] {
  const runs = accuracy.map(({ flow, percent }) => {
    const limits = accuracyLimits.on(today)[flow];
    const gallons = testFlow(size, flow, today);
    const at = gallons ? ` (${gallons} gpm for ${size} inches)` : '';
    return {
      rule: 'D7',
      text: `Percent registered at ${flow} flow${at}; limits ${limits.from} to ${limits.to}.`,
      value: percent,
    };
  });
  return [
    ...runs,
    { rule: 'F22', text: 'Mean of intermediate and maximum flow, percent.', value: mean },
    { rule: 'F22', text: 'Verdict by that mean.', value: verdict },
    { rule: 'D8', text: 'Months of bills that are corrected.', value: correctionMonths },
  ];
}
