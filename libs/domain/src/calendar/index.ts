export * from './book.ts';
export * from './compile.ts';
export * from './days-off.ts';
export * from './district.ts';
export * from './legal-holidays.ts';
export { spanOf } from './pieces.ts';
export * from './schema.ts';
export * from './targets.ts';
export * from './types.ts';
