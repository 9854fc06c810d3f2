import type { Absence } from '@headgate/domain/people';
import type { Instant } from '@headgate/domain/time';
import { type Kysely, sql } from 'kysely';
import { instant } from '../case/loading.ts';

export interface StaffAbsence extends Absence {
  readonly username: string;
}

interface AbsenceColumns {
  username: string;
  from: Date | string;
  until: Date | string;
  deputy: string | null;
}

/** The absence of everybody who has one, past or to come; each has one at most. */
export async function absences(db: Kysely<unknown>): Promise<StaffAbsence[]> {
  const { rows } = await sql<AbsenceColumns>`
    select username, from_at as "from", until_at as "until", deputy from staff_absence order by username`.execute(db);
  return rows.map((row) => ({ ...row, from: instant(row.from), until: instant(row.until) }));
}

/** Sets when somebody is away and who stands in, in place of what was set before. */
export async function setAbsence(
  db: Kysely<unknown>,
  { username, from, until, deputy }: StaffAbsence,
  set: { readonly by: string; readonly at: Instant },
): Promise<void> {
  await sql`
    insert into staff_absence (username, from_at, until_at, deputy, set_by, set_at)
    values (${username}, ${from}::timestamptz, ${until}::timestamptz, ${deputy}, ${set.by}, ${set.at}::timestamptz)
    on conflict (username) do update set from_at = excluded.from_at, until_at = excluded.until_at,
      deputy = excluded.deputy, set_by = excluded.set_by, set_at = excluded.set_at`.execute(db);
}

/** Whoever was away is back. */
export async function endAbsence(db: Kysely<unknown>, username: string): Promise<void> {
  await sql`delete from staff_absence where username = ${username}`.execute(db);
}
