export * from './checklist.ts';
export * from './cover-code.ts';
export * from './splitting.ts';
