import { leakAdjustmentCalculator } from '../billing/leak-adjustment-calculator.ts';
import { lateChargesCalculator } from '../delinquency/late-charges-calculator.ts';
import { shutOffEligibilityCalculator } from '../delinquency/shut-off-calculator.ts';
import { groundwaterStatementCalculator } from '../groundwater/statement-calculator.ts';
import { installationCostCalculator } from '../installations/cost-calculator.ts';
import { acreageLimitationCalculator } from '../land/acreage-calculator.ts';
import { rraFormsCalculator } from '../land/forms-calculator.ts';
import { meterAccuracyCalculator } from '../metering/accuracy-calculator.ts';
import { waterOrderEligibilityCalculator } from '../water-orders/eligibility-calculator.ts';
import type { Calculator, CalculatorName } from './calculator.ts';

export * from './calculator.ts';
export * from './input-fault.ts';

/** Every calculator of the counter, one line each. A test holds that each name of the contract has its own. */
export const calculators: Record<CalculatorName, Calculator> = {
  'acreage-limitation': acreageLimitationCalculator,
  'groundwater-statement': groundwaterStatementCalculator,
  'installation-cost': installationCostCalculator,
  'late-charges': lateChargesCalculator,
  'leak-adjustment': leakAdjustmentCalculator,
  'meter-accuracy': meterAccuracyCalculator,
  'rra-forms': rraFormsCalculator,
  'shut-off-eligibility': shutOffEligibilityCalculator,
  'water-order-eligibility': waterOrderEligibilityCalculator,
};
