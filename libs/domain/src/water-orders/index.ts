export * from './eligibility.ts';
export * from './eligibility-calculator.ts';
export * from './order-window.ts';
