import type { CaseEvent } from '@headgate/domain/case';
import type { Client } from 'pg';

/** A case as it lies in the database: its events, their hashes, and the rows that should follow from them. */
export interface StoredCase {
  readonly id: string;
  readonly number: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly events: readonly CaseEvent[];
  readonly hashes: readonly string[];
  readonly clocks: readonly { metric: string; scope: string; cycle: number; due_at: Date | null }[];
}

const BATCH = 200;

/** Every case, a batch at a time, each batch as of one instant. */
export async function* eachCase(sql: Client): AsyncGenerator<StoredCase> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    await sql.query('begin isolation level repeatable read read only');
    const { rows } = await sql.query('select * from cases where id > $1 order by id limit $2', [after, BATCH]);
    const ids = rows.map((row) => row.id);
    const events = await sql.query('select * from case_event where case_id = any($1) order by case_id, seq', [ids]);
    const clocks = await sql.query('select * from clock where case_id = any($1)', [ids]);
    await sql.query('commit');
    for (const row of rows) {
      const own = events.rows.filter((event) => event.case_id === row.id);
      yield {
        id: row.id,
        number: row.number,
        row,
        events: own.map(
          ({ seq, type, at, actor, data }) => ({ seq, type, at: at.toISOString(), actor, data }) as CaseEvent,
        ),
        hashes: own.map((event) => event.hash),
        clocks: clocks.rows.filter((clock) => clock.case_id === row.id),
      };
    }
    if (rows.length < BATCH) return;
    after = ids.at(-1);
  }
}
