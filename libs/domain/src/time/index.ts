export * from './civil.ts';
export * from './instant.ts';
export * from './months.ts';
export * from './zones.ts';
