export * from './actor.ts';
export * from './permissions.ts';
export * from './approvals.ts';
export * from './visibility.ts';
