import type { CivilDate } from '@headgate/domain/time';
import type { Kysely } from 'kysely';
import { writeNewAccounts } from '../register/imports/accounts.ts';
import { writeBills } from '../register/imports/bills.ts';
import { writePayments } from '../register/imports/payments.ts';
import { writeReads } from '../register/imports/reads.ts';
import { demoAccounts, fixed } from './accounts.ts';
import { historyOf, periodsKept, type Trouble } from './history.ts';
import type { Random } from './random.ts';
import type { AccountStory } from './story.ts';

/** The district as it stands today: its accounts, two years of each, and what befell `troubled` of them in the past year. */
export function demoDistrict(count: number, troubled: number, today: CivilDate, random: Random): AccountStory[] {
  const accounts = demoAccounts(count, random);
  const chosen = accounts.filter(
    (account) => account.class !== 'agricultural' && !Object.values<string>(fixed).includes(account.number),
  );
  const troubles = new Map(
    random
      .shuffled(chosen)
      .slice(0, troubled)
      .map(({ number }) => [number, troubleOf(random)]),
  );
  return accounts.map((account) => {
    const trouble = troubles.get(account.number) ?? null;
    return { account, trouble, history: historyOf(account, trouble, today, random) };
  });
}

/** The last month weighs more: its cases are those still open. */
function troubleOf(random: Random): Trouble {
  const kind = random.weighted({
    usual: 0.22,
    misread: 0.24,
    leak: 0.31,
    'meter-fast': 0.05,
    'meter-slow': 0.03,
    unexplained: 0.15,
  });
  const last = periodsKept - 1;
  return { kind, at: random.chance(0.07) ? last : random.between(last - 11, last) };
}

const ROWS_A_STATEMENT = 4_000;

export async function writeDistrict(
  db: Kysely<unknown>,
  district: readonly AccountStory[],
  today: CivilDate,
): Promise<void> {
  const moment = { today, actor: { kind: 'import', name: 'demo' } as const };
  await inPieces(
    district.map(({ account }) => account),
    (rows) => writeNewAccounts(db, rows, moment),
  );
  await inPieces(
    district.flatMap(({ history }) => history.reads),
    (rows) => writeReads(db, rows),
  );
  await inPieces(
    district.flatMap(({ history }) => history.bills),
    (rows) => writeBills(db, rows),
  );
  await inPieces(
    district.flatMap(({ history }) => history.payments),
    (rows) => writePayments(db, rows),
  );
}

async function inPieces<T>(rows: readonly T[], write: (piece: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await write(rows.slice(from, from + ROWS_A_STATEMENT));
}
