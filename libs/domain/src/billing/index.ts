export * from './bill.ts';
export * from './leak-adjustment.ts';
export * from './meter-correction.ts';
export * from './misread-correction.ts';
export * from './unexplained-adjustment.ts';
export type { Unmet } from './unmet.ts';
