export * from './eligibility.ts';
export * from './eligibility-calculator.ts';
