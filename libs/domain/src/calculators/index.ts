import { groundwaterStatementCalculator } from '../groundwater/statement-calculator.ts';
import { installationCostCalculator } from '../installations/cost-calculator.ts';
import { acreageLimitationCalculator } from '../land/acreage-calculator.ts';
import { rraFormsCalculator } from '../land/forms-calculator.ts';
import { waterOrderEligibilityCalculator } from '../water-orders/eligibility-calculator.ts';
import type { Calculator, CalculatorName } from './calculator.ts';

export * from './calculator.ts';
export * from './input-fault.ts';

/** Every calculator of the counter, one line each. */
export const calculators: Partial<Record<CalculatorName, Calculator>> = {
  'acreage-limitation': acreageLimitationCalculator,
  'groundwater-statement': groundwaterStatementCalculator,
  'installation-cost': installationCostCalculator,
  'rra-forms': rraFormsCalculator,
  'water-order-eligibility': waterOrderEligibilityCalculator,
};
