export * from './land.ts';
export * from './record.ts';
export * from './register.ts';
