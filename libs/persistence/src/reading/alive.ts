import { type Kysely, sql } from 'kysely';

/** Throws when the database does not answer. */
export async function answersSelect(db: Kysely<unknown>): Promise<void> {
  await sql`select 1`.execute(db);
}
