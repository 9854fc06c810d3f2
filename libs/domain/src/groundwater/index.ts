export * from './charges.ts';
export * from './determination.ts';
export * from './facility.ts';
export * from './figures.ts';
export * from './period.ts';
export * from './production.ts';
export * from './statement-calculator.ts';
export * from './statement-checks.ts';
