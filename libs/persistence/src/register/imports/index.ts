import type { CaseRecord } from '../../case/record.ts';
import { accountImport } from './accounts.ts';
import type { ImportAnswer, ImportOptions } from './answer.ts';
import { billImport } from './bills.ts';
import type { CsvInput } from './csv.ts';
import { importFile } from './importing.ts';
import { landImport } from './land.ts';
import { landholderImport } from './landholders.ts';
import { paymentImport } from './payments.ts';
import { readImport } from './reads.ts';

export type { ImportAnswer, ImportOptions, Rejected } from './answer.ts';
export type { CsvInput } from './csv.ts';

type Importing = (record: CaseRecord, csv: CsvInput, options: ImportOptions) => Promise<ImportAnswer>;

export const importAccounts: Importing = (record, csv, options) =>
  importFile(record, 'accounts', accountImport, csv, options);
export const importReads: Importing = (record, csv, options) => importFile(record, 'reads', readImport, csv, options);
export const importBills: Importing = (record, csv, options) => importFile(record, 'bills', billImport, csv, options);
export const importPayments: Importing = (record, csv, options) =>
  importFile(record, 'payments', paymentImport, csv, options);

export const importLandholders: Importing = (record, csv, options) =>
  importFile(record, 'landholders', landholderImport, csv, options);
export const importLand: Importing = (record, csv, options) => importFile(record, 'land', landImport, csv, options);

/** Every kind of file that the district's systems export to the register, by the name it is sent under. */
export const imports = {
  accounts: importAccounts,
  reads: importReads,
  bills: importBills,
  payments: importPayments,
  landholders: importLandholders,
  land: importLand,
} as const satisfies Readonly<Record<string, Importing>>;

export type ImportKindName = keyof typeof imports;
