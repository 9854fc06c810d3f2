export * from './account-view.ts';
export * from './imports/index.ts';
export * from './list-accounts.ts';
export * from './usage.ts';
