import { z } from 'zod';
import { calculator, type Step } from '../calculators/calculator.ts';
import { day } from '../calculators/dates.ts';
import { figureOf, share } from '../calculators/fields.ts';
import { count, quantity, yesNo } from '../forms/index.ts';
import { plainText } from '../money/index.ts';
import {
  excessUse,
  type LeakAdjustment,
  type LeakPolicy,
  leakAdjustment,
  leakConditions,
  leakPolicyOn,
} from './leak-adjustment.ts';

const policy = z.strictObject({
  share: z.union([share('Share of the excess forgiven'), z.number().min(0).max(1)]).optional(),
  everyMonths: count('Months between adjustments').max(1200).optional(),
  repairWithinDays: count('Days from notice to repair').max(3660).optional(),
});

const input = z.strictObject({
  billedUse: quantity('Billed use'),
  usualUse: quantity('Usual use'),
  unitRate: quantity('Rate a unit'),
  repairedOn: day('Repaired on').optional(),
  noticedOn: day('Noticed on').optional(),
  proofOfRepair: yesNo('There is proof of the repair'),
  lastAdjustmentOn: day('Last adjustment on').optional(),
  requestedOn: day('Requested on'),
  policy: policy.meta({ title: 'Policy' }).optional(),
});

type Input = z.output<typeof input>;

/** Uses in billing units, the credit in dollars. */
export const leakAdjustmentCalculator = calculator({
  name: 'leak-adjustment',
  title: 'Leak adjustment',
  description: 'Relief after a leak by the written policy, and each of its conditions.',
  input,
  run(asked) {
    const terms = termsOf(asked);
    const result = leakAdjustment(asked, terms);
    return { result, steps: stepsOf(asked, terms, result) };
  },
});

function termsOf({ requestedOn, policy: stated = {} }: Input): LeakPolicy {
  const usual = leakPolicyOn(requestedOn);
  return {
    share: plainText(figureOf(stated.share ?? usual.share), 18),
    everyMonths: stated.everyMonths ?? usual.everyMonths,
    repairWithinDays: stated.repairWithinDays ?? usual.repairWithinDays,
  };
}

function stepsOf(asked: Input, terms: LeakPolicy, result: LeakAdjustment): Step[] {
  const conditions = leakConditions.map((condition) => {
    const text = condition.unmet(asked, terms);
    const here = text === null ? '' : ` Here: ${text}.`;
    return { rule: condition.rule, text: `Condition: ${condition.asks}.${here}`, value: text === null };
  });
  return [
    ...conditions,
    { rule: 'D5', text: 'Use above the usual.', value: plainText(excessUse(asked)) },
    {
      rule: 'D5',
      text: `Adjusted use, ${terms.share} of the excess forgiven if all conditions hold.`,
      value: result.adjustedUse,
    },
    { rule: 'D5', text: `Credit at ${asked.unitRate} a unit, to the cent, half up.`, value: result.credit },
  ];
}
