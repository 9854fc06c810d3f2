export * from './account-places.ts';
export * from './alive.ts';
export * from './case-filters.ts';
export * from './case-list.ts';
export * from './counting.ts';
export * from './folded-cases.ts';
export * from './history.ts';
export type { Page, Place } from './keyset.ts';
export * from './task-list.ts';
