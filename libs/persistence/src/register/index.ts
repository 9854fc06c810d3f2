export * from './account-view.ts';
export * from './discontinuations.ts';
export * from './imports/index.ts';
export * from './land.ts';
export * from './land-forms.ts';
export * from './land-standing.ts';
export * from './list-accounts.ts';
export { openDelinquencies } from './past-due.ts';
export * from './usage.ts';
