export * from './acreage-calculator.ts';
export * from './acreage-limitation.ts';
export * from './applicability.ts';
export * from './figures.ts';
export * from './form-catalogue.ts';
export * from './forms-calculator.ts';
export * from './forms-required.ts';
export * from './rra-year.ts';
