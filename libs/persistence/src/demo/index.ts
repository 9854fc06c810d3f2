export * from './seed-office.ts';
export * from './staff.ts';
