export * from './debts.ts';
export * from './enter-service.ts';
export * from './places.ts';
