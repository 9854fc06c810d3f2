import type { CivilDate } from '@headgate/domain/time';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { CaseTransaction } from '../../case/transaction.ts';
import type { ImportMoment, Numbered, Rejected } from './answer.ts';
import type { Identity } from './sheet.ts';

/** What a batch of rows would bring about, decided without writing anything. */
export interface Planned<Plan> {
  readonly good: Plan;
  readonly rejected: readonly Rejected[];
  readonly wouldOpen: number;
}

/** A kind of file: how its rows are read, held against the register, and written. */
export interface ImportKind<Row, Plan> {
  readonly form: (today: CivilDate) => z.ZodObject & z.ZodType<Row>;
  readonly identities: (row: Row) => readonly Identity[];
  readonly plan: (db: Kysely<unknown>, rows: readonly Numbered<Row>[], moment: ImportMoment) => Promise<Planned<Plan>>;
  readonly write: (tx: CaseTransaction, plan: Plan, moment: ImportMoment) => Promise<void>;
  /** Rows with the same text here are planned together, in the order of days. */
  readonly together?: (row: Row) => { readonly group: string; readonly order: string };
  /** Numbers of the cases that these rows opened, now or when they were imported before. */
  readonly openedBy?: (db: Kysely<unknown>, plan: Plan) => Promise<readonly string[]>;
}
