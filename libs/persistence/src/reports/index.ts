export * from './outlived-pauses.ts';
