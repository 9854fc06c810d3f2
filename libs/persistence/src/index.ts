export * from './case/loading.ts';
export * from './case/procedure.ts';
export * from './case/record.ts';
export { CaseTransaction, type Executed, type ExecuteOptions } from './case/transaction.ts';
export * from './clock.ts';
export * from './connection.ts';
export * from './office/office.ts';
export * from './register/index.ts';
export * from './schema/index.ts';
