export * from './capacity.ts';
export * from './cost-calculator.ts';
export * from './estimate.ts';
export * from './figures.ts';
