export * from './carry-out.ts';
export * from './moves.ts';
export type { MoveFilter } from './running.ts';
export type { TriedCase } from './trial.ts';
