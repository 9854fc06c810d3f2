import { type Kysely, sql } from 'kysely';
import type { CaseTransaction } from '../../case/transaction.ts';
import type { ImportMoment } from './answer.ts';
import type { BillImport } from './bills.ts';
import { toCents } from './cells.ts';

/** The bills that the register does not hold yet as they are. */
export async function newBills(db: Kysely<unknown>, bills: readonly BillImport[]): Promise<BillImport[]> {
  const { rows } = await sql<{ account: string; period: string }>`
    select b.account_number as account, b.period
      from jsonb_to_recordset(${JSON.stringify(bills)}::jsonb) as r(account text, period text, due_on date, amount numeric)
      join bill b on (b.account_number, b.period, b.due_on, b.amount) = (r.account, r.period, r.due_on, r.amount)`.execute(
    db,
  );
  const known = new Set(rows.map(({ account, period }) => `${account} ${period}`));
  return bills.filter(({ account, period }) => !known.has(`${account} ${period}`));
}

/** A bill that falls due after the one that is collected is a current charge: an arrangement asks for it too (rule B11). */
export async function tellCurrentCharges(
  tx: CaseTransaction,
  bills: readonly BillImport[],
  { actor }: ImportMoment,
): Promise<void> {
  if (bills.length === 0) return;
  const { rows } = await sql<{ id: string; account: string; dueOn: string }>`
    select id, account_number as account, details->>'dueOn' as "dueOn" from cases
     where type = 'delinquency' and status in ('open', 'on-hold')
       and account_number = any(${bills.map(({ account }) => account)}::text[])
     order by id`.execute(tx.db);
  for (const { id, account, dueOn } of rows) {
    for (const bill of bills.filter((each) => each.account === account && each.due_on > dueOn)) {
      const data = { dueOn: bill.due_on, amount: toCents(bill.amount) };
      if (Number(data.amount) > 0) await tx.execute(id, { kind: 'happen', happening: 'current-charge', data }, actor);
    }
  }
}
