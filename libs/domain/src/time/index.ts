export * from './instant.ts';
export * from './civil.ts';
