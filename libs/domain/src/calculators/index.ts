import type { Calculator, CalculatorName } from './calculator.ts';

export * from './calculator.ts';
export * from './input-fault.ts';

/** Every calculator of the counter, one line each. */
export const calculators: Partial<Record<CalculatorName, Calculator>> = {};
