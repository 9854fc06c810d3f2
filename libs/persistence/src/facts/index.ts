import { approvalNeeded } from './approval.ts';
import { delinquencyFacts } from './delinquency.ts';
import type { Fact } from './fact.ts';
import { highConsumptionFacts } from './high-consumption.ts';
import { newServiceFacts } from './new-service.ts';
import { rraCertificationFacts } from './rra-certification.ts';

/** Every fact that a procedure may ask of the register, by name. */
export const facts: Readonly<Record<string, Fact<never>>> = {
  'approval-needed': approvalNeeded,
  ...highConsumptionFacts,
  ...delinquencyFacts,
  ...newServiceFacts,
  ...rraCertificationFacts,
};
