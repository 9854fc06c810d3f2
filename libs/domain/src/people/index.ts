export * from './actor.ts';
export * from './approvals.ts';
export * from './permissions.ts';
export * from './presence.ts';
export * from './visibility.ts';
