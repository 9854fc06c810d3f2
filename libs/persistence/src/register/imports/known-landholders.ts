import { type Kysely, sql } from 'kysely';
import type { Rejected } from './answer.ts';

/** Of which entities and trusts each landholder has a part. */
export type OwnedParts = ReadonlyMap<string, readonly string[]>;

export async function knownLandholders(db: Kysely<unknown>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from landholder where id = any(${[...new Set(ids)]}::text[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export async function ownedParts(db: Kysely<unknown>): Promise<OwnedParts> {
  const { rows } = await sql<{ holder: string; parts: string[] }>`
    select holder_id as holder, array_agg(in_id) as parts from landholder_interest where until_on is null
     group by holder_id`.execute(db);
  return new Map(rows.map(({ holder, parts }) => [holder, parts]));
}

export function unknownLandholders(
  line: number,
  named: readonly { readonly column: string; readonly id: string }[],
  known: ReadonlySet<string>,
): Rejected[] {
  return named
    .filter(({ id }) => !known.has(id))
    .map(({ column, id }) => ({ line, column, code: 'unknown-landholder', message: `there is no landholder ${id}` }));
}

/** Entities that own each other in a circle have no owner to whom land could be attributed (A11). */
export function circles(line: number, id: string, parts: OwnedParts): Rejected[] {
  const seen = new Set<string>();
  const waiting = [...(parts.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) {
      return [{ line, column: 'interests', code: 'owns-itself', message: `${id} would own itself through others` }];
    }
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(parts.get(next) ?? []));
  }
  return [];
}
