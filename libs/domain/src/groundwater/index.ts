export * from './charges.ts';
export * from './figures.ts';
export * from './period.ts';
export * from './production.ts';
export * from './statement-calculator.ts';
