export * from './book.ts';
export * from './read-clocks.ts';
export * from './types.ts';
export * from './default-policies.ts';
export * from './preview.ts';
export * from './preview-input.ts';
export * from './schema.ts';
