import type { z } from 'zod';
import type { CivilDate } from '../time/index.ts';

export const calculatorNames = [
  'acreage-limitation',
  'rra-forms',
  'shut-off-eligibility',
  'late-charges',
  'leak-adjustment',
  'meter-accuracy',
  'groundwater-statement',
  'installation-cost',
  'water-order-eligibility',
] as const;
export type CalculatorName = (typeof calculatorNames)[number];

/**
 * One line of the reasoning: `rule` is its number in the rule book, as `A5`. For money and acres the values lead
 * to the total; for a verdict there is a step for each rule that was looked at, also when it holds.
 */
export interface Step {
  readonly rule: string;
  readonly text: string;
  readonly value: string | number | boolean;
}

export interface Calculation<Result> {
  readonly result: Result;
  readonly steps: readonly Step[];
}

/**
 * What the counter can compute without a case. `input` is a strict schema; `run` is pure and takes the parsed input
 * and the district's `today`, by which dated settings are chosen when the input has no date of its own.
 * Throws InputFault on what the schema cannot see.
 */
export interface Calculator<Input extends z.ZodObject = z.ZodObject, Result = unknown> {
  readonly name: CalculatorName;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  run(input: z.output<Input>, today: CivilDate): Calculation<Result>;
}

/** Declares a calculator; `run` gets its types from the schema. */
export function calculator<Input extends z.ZodObject, Result>(
  declared: Calculator<Input, Result>,
): Calculator<Input, Result> {
  return declared;
}
