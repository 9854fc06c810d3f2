export * from './record.ts';
export * from './register.ts';
