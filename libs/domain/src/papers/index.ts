export * from './checklist.ts';
export * from './splitting.ts';
