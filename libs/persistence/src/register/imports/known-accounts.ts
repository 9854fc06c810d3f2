import { type Kysely, sql } from 'kysely';
import type { Numbered, Rejected } from './answer.ts';

/** Parts the rows whose account the register knows from those that are left out. */
export async function onKnownAccounts<Row extends { readonly account: string }>(
  db: Kysely<unknown>,
  rows: readonly Numbered<Row>[],
) {
  const numbers = [...new Set(rows.map(({ row }) => row.account))];
  const found = await sql<{
    number: string;
  }>`select number from account where number = any(${numbers}::text[])`.execute(db);
  const known = new Set(found.rows.map(({ number }) => number));
  const good = rows.filter(({ row }) => known.has(row.account));
  const rejected = rows.filter(({ row }) => !known.has(row.account)).map(unknownAccount);
  return { good, rejected };
}

export const unknownAccount = ({ line, row }: Numbered<{ readonly account: string }>): Rejected => ({
  line,
  column: 'account',
  code: 'unknown-account',
  message: `there is no account ${row.account}`,
});
