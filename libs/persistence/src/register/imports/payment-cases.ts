import { type Kysely, sql } from 'kysely';
import type { CaseTransaction } from '../../case/transaction.ts';
import type { ImportMoment } from './answer.ts';
import { toCents } from './cells.ts';
import type { PaymentImport } from './payments.ts';

/** The payments that the register does not hold yet. */
export async function newPayments(db: Kysely<unknown>, payments: readonly PaymentImport[]): Promise<PaymentImport[]> {
  const { rows } = await sql<{ reference: string }>`
    select reference from payment where reference = any(${payments.map(({ reference }) => reference)}::text[])`.execute(
    db,
  );
  const known = new Set(rows.map(({ reference }) => reference));
  return payments.filter(({ reference }) => !known.has(reference));
}

/** A payment that comes in stops what is collected on its account in the same transaction (rules B2, F5). */
export async function tellDelinquencies(
  tx: CaseTransaction,
  payments: readonly PaymentImport[],
  { today, actor }: ImportMoment,
): Promise<void> {
  if (payments.length === 0) return;
  const { rows } = await sql<{ id: string; account_number: string }>`
    select id, account_number from cases
     where type = 'delinquency' and status in ('open', 'on-hold')
       and account_number = any(${payments.map(({ account }) => account)}::text[])
     order by id`.execute(tx.db);
  for (const { id, account_number } of rows) {
    for (const { amount, received_on } of payments.filter(({ account }) => account === account_number)) {
      if (!(await isOpen(tx, id))) break;
      const at = received_on < today ? { at: `${received_on}T20:00:00.000Z` } : {};
      await tx.execute(id, { kind: 'happen', happening: 'payment', ...at, data: { amount: toCents(amount) } }, actor);
    }
  }
}

async function isOpen({ db }: CaseTransaction, id: string): Promise<boolean> {
  const { rows } = await sql`select from cases where id = ${id} and status in ('open', 'on-hold')`.execute(db);
  return rows.length > 0;
}
