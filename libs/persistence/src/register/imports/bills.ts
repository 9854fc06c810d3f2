import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { openPastDue } from '../past-due.ts';
import type { Numbered, Rejected } from './answer.ts';
import { newBills, tellCurrentCharges } from './bill-cases.ts';
import * as cells from './cells.ts';
import type { ImportKind } from './kind.ts';
import { onKnownAccounts } from './known-accounts.ts';

const form = (today: string) =>
  z.strictObject({
    account: cells.key(),
    period: cells.month(),
    billed_on: cells.dayNear(today),
    due_on: cells.dayNear(today),
    use: cells.number({ digits: 11, places: 3 }),
    amount: cells.number({ digits: 10, places: 2 }),
  });

export type BillImport = z.output<ReturnType<typeof form>>;

export const billImport: ImportKind<BillImport, readonly BillImport[]> = {
  form,
  identities: (row) => [{ column: 'period', value: `${row.account} ${row.period}` }],

  async plan(db, rows) {
    const { good, rejected } = await onKnownAccounts(
      db,
      rows.filter((numbered) => dueBeforeBilled(numbered).length === 0),
    );
    return {
      good: good.map(({ row }) => row),
      rejected: [...rejected, ...rows.flatMap(dueBeforeBilled)],
      wouldOpen: 0,
    };
  },

  async write(tx, bills, moment) {
    const unknown = await newBills(tx.db, bills);
    await writeBills(tx.db, bills);
    await tellCurrentCharges(tx, unknown, moment);
    const { today, actor } = moment;
    await openPastDue(
      tx,
      today,
      actor,
      bills.map(({ account }) => account),
    );
  },

  openedBy: openedByBills,
};

function dueBeforeBilled({ line, row }: Numbered<BillImport>): Rejected[] {
  if (row.due_on >= row.billed_on) return [];
  return [
    { line, column: 'due_on', code: 'due-before-billed', message: `a bill of ${row.billed_on} is not due before` },
  ];
}

/** A bill that the billing system has corrected takes the place of the one that was imported before. */
export async function writeBills(db: Kysely<unknown>, bills: readonly BillImport[]): Promise<void> {
  await sql`
    insert into bill (account_number, period, billed_on, due_on, use, amount)
    select * from jsonb_to_recordset(${JSON.stringify(bills)}::jsonb)
      as r(account text, period text, billed_on date, due_on date, use numeric, amount numeric)
    on conflict (account_number, period) do update set billed_on = excluded.billed_on, due_on = excluded.due_on,
      use = excluded.use, amount = excluded.amount
      where (bill.billed_on, bill.due_on, bill.use, bill.amount)
        is distinct from (excluded.billed_on, excluded.due_on, excluded.use, excluded.amount)`.execute(db);
}

/** The cases that these bills have opened, now or at an earlier import of them. */
async function openedByBills(db: Kysely<unknown>, bills: readonly BillImport[]): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct c.number
      from unnest(${bills.map(({ account }) => account)}::text[], ${bills.map(({ due_on }) => due_on)}::text[]) as r(account, due_on)
      join cases c on c.account_number = r.account and c.type = 'delinquency' and c.details->>'dueOn' = r.due_on
       and c.channel = 'import'`.execute(db);
  return rows.map(({ number }) => number);
}
