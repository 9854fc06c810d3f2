export * from './dispatch.ts';
export * from './delivery.ts';
