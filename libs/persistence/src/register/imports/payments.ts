import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Numbered, Rejected } from './answer.ts';
import * as cells from './cells.ts';
import type { ImportKind } from './kind.ts';
import { onKnownAccounts } from './known-accounts.ts';
import { newPayments, tellDelinquencies } from './payment-cases.ts';

const form = (today: string) =>
  z.strictObject({
    account: cells.key(),
    received_on: cells.dayNear(today),
    amount: cells.number({ digits: 10, places: 2, positive: true }),
    method: cells.textOr('unknown'),
    reference: cells.key(),
  });

export type PaymentImport = z.output<ReturnType<typeof form>>;

export const paymentImport: ImportKind<PaymentImport, readonly PaymentImport[]> = {
  form,
  identities: (row) => [{ column: 'reference', value: row.reference }],

  async plan(db, rows) {
    const { good, rejected } = await onKnownAccounts(db, rows);
    const payers = await payersOf(db, good);
    const taken = good.flatMap((numbered) => creditedElsewhere(numbered, payers));
    const left = new Set(taken.map(({ line }) => line));
    return {
      good: good.filter(({ line }) => !left.has(line)).map(({ row }) => row),
      rejected: [...rejected, ...taken],
      wouldOpen: 0,
    };
  },

  async write(tx, payments, moment) {
    const fresh = await newPayments(tx.db, payments);
    await writePayments(tx.db, payments);
    await tellDelinquencies(tx, fresh, moment);
  },
};

async function payersOf(db: Kysely<unknown>, rows: readonly Numbered<PaymentImport>[]): Promise<Map<string, string>> {
  const references = rows.map(({ row }) => row.reference);
  const found = await sql<{ reference: string; account_number: string }>`
    select reference, account_number from payment where reference = any(${references}::text[])`.execute(db);
  return new Map(found.rows.map((row) => [row.reference, row.account_number]));
}

/** One receipt is one account's: a reference used again must not take the money away from who paid it. */
function creditedElsewhere({ line, row }: Numbered<PaymentImport>, payers: ReadonlyMap<string, string>): Rejected[] {
  const payer = payers.get(row.reference);
  if (!payer || payer === row.account) return [];
  return [
    { line, column: 'reference', code: 'reference-taken', message: `this payment was credited to account ${payer}` },
  ];
}

export async function writePayments(db: Kysely<unknown>, payments: readonly PaymentImport[]): Promise<void> {
  await sql`
    insert into payment (account_number, received_on, amount, method, reference)
    select * from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb)
      as r(account text, received_on date, amount numeric, method text, reference text)
    on conflict (reference) do update set received_on = excluded.received_on, amount = excluded.amount,
      method = excluded.method
      where (payment.received_on, payment.amount, payment.method)
        is distinct from (excluded.received_on, excluded.amount, excluded.method)`.execute(db);
}
