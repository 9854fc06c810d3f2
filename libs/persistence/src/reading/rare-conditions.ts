import type { Instant } from '@headgate/domain/time';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { conditionsOf, isOfTheCase } from './case-conditions.ts';
import type { CaseFilters } from './case-filters.ts';
import { all } from './keyset.ts';

const FEW = 400;

/**
 * The conditions of a list. Those of which PostgreSQL cannot tell beforehand whether few or many cases meet them (words,
 * clocks, a crew's cases) are tried first: few are taken by their ids, many are met soon enough on the way down the list.
 */
export async function listConditions(
  db: Kysely<unknown>,
  filters: CaseFilters,
  now: Instant,
): Promise<RawBuilder<unknown>[]> {
  const { q, clock, metric, due, result, stopped, seenBy, ...rest } = filters;
  const clocks: CaseFilters = { clock, metric, due, result, stopped, seenBy: 'all' };
  const plain: CaseFilters = { ...rest, ...(isOfTheCase(clocks) ? clocks : {}), seenBy: 'all' };
  const uncertain: CaseFilters[] = [{ q, seenBy: 'all' }, ...(isOfTheCase(clocks) ? [] : [clocks]), { seenBy }];
  const tried = uncertain.filter((part) => conditionsOf(part, now).length > 0).map((part) => fewOrMany(db, part, now));
  return [...conditionsOf(plain, now), ...(await Promise.all(tried)).flat()];
}

async function fewOrMany(db: Kysely<unknown>, part: CaseFilters, now: Instant): Promise<RawBuilder<unknown>[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from cases c where ${all(conditionsOf(part, now))} limit ${FEW + 1}`.execute(db);
  if (rows.length > FEW) return conditionsOf(part, now, 'one-by-one');
  return [sql`c.id = any(${rows.map(({ id }) => id)}::uuid[])`];
}
