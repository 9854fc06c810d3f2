import type { Actor } from '@headgate/domain/people';
import { type Kysely, sql } from 'kysely';
import type { CaseTransaction } from '../../case/transaction.ts';
import type { Exception } from './read-exceptions.ts';
import type { OnMeter } from './read-history.ts';
import type { ReadPlan } from './reads.ts';

/** Opens the cases of a plan, and keeps each exception with the case that looks into it. */
export async function openReadCases(
  tx: CaseTransaction,
  { exceptions, openings }: ReadPlan,
  actor: Actor,
): Promise<void> {
  const caseOf = new Map<Exception, string>();
  for (const group of openings) {
    const { id } = await tx.open(complaintOf(group), actor);
    for (const exception of group) caseOf.set(exception, id);
  }
  await keep(
    tx.db,
    exceptions.map((exception) => ({ ...exception, caseId: caseOf.get(exception) ?? null })),
  );
}

function complaintOf(group: readonly Exception[]) {
  const { account, period } = group[0] as Exception;
  const kinds = [...new Set(group.map(({ kind }) => kind))].join(', ');
  return {
    type: 'high-consumption',
    channel: 'import' as const,
    subject: `Read exception (${kinds}) on account ${account}, ${period}`,
    description: group.map(({ readOn, text }) => `Read of ${readOn}: ${text}.`).join('\n'),
    accountNumber: account,
    details: { period },
  };
}

async function keep(
  db: Kysely<unknown>,
  exceptions: readonly (Exception & { caseId: string | null })[],
): Promise<void> {
  if (exceptions.length === 0) return;
  await sql`
    insert into read_exception (account_number, period, kind, read_on, case_id)
    select distinct on (account, period, kind) account, period, kind, "readOn", "caseId"
      from jsonb_to_recordset(${JSON.stringify(exceptions)}::jsonb)
        as r(account text, period text, kind text, "readOn" date, "caseId" uuid)
     order by account, period, kind, "readOn"
    on conflict (account_number, period, kind) do update set case_id = excluded.case_id, read_on = excluded.read_on
      where read_exception.case_id is null and excluded.case_id is not null`.execute(db);
}

/** The cases that these reads have opened, now or at an earlier import of them. */
export async function openedByReads(db: Kysely<unknown>, reads: readonly OnMeter[]): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select distinct c.number
      from unnest(${reads.map(({ account }) => account)}::text[], ${reads.map(({ read_on }) => read_on)}::date[]) as r(account, read_on)
      join read_exception e on e.account_number = r.account and e.read_on = r.read_on and e.period = to_char(r.read_on, 'YYYY-MM')
      join cases c on c.id = e.case_id`.execute(db);
  return rows.map(({ number }) => number);
}
