import type { Instant } from '@headgate/domain/time';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CaseFilters } from './case-filters.ts';
import type { CaseHead } from './folded-cases.ts';
import { after, all, type Order, orderBy, type Page, type Place, pageOf } from './keyset.ts';
import { listConditions } from './rare-conditions.ts';

const id = sql`c.id`;
const rank = sql`(case c.priority when 'low' then 1 when 'normal' then 2 when 'high' then 3 else 4 end)`;
const columns = {
  openedAt: { column: sql`c.opened_at`, type: 'timestamptz' },
  dueAt: { column: sql`c.next_due_at`, type: 'timestamptz', nullable: true },
  priority: { column: rank, type: 'int' },
  number: { column: sql`c.number`, type: 'text' },
} as const;

type Column = keyof typeof columns;
export type CaseSort = Column | `-${Column}`;
export const caseSorts = [
  'openedAt',
  '-openedAt',
  'dueAt',
  '-dueAt',
  'priority',
  '-priority',
  'number',
  '-number',
] as const satisfies CaseSort[];

function orderOf(sort: CaseSort): Order {
  const descending = sort.startsWith('-');
  return { ...columns[(descending ? sort.slice(1) : sort) as Column], direction: descending ? 'desc' : 'asc' };
}

export interface CasePage {
  readonly filters: CaseFilters;
  readonly sort: CaseSort;
  readonly limit: number;
  readonly after: Place | null;
  readonly now: Instant;
}

export async function listCases(db: Kysely<unknown>, asked: CasePage): Promise<Page<CaseHead>> {
  const order = orderOf(asked.sort);
  const conditions = await listConditions(db, asked.filters, asked.now);
  if (asked.after) conditions.push(after(order, id, asked.after));
  const { rows } = await sql<CaseHead & { place: string | null }>`
    select c.id, c.seq, ${placeOf(order)} as place from cases c where ${all(conditions)}
     ${orderBy(order, id)} limit ${asked.limit + 1}`.execute(db);
  return pageOf(rows, asked.limit);
}

/** Microseconds are kept: a cursor that loses them would skip or repeat rows. */
function placeOf({ column, type }: Order): RawBuilder<unknown> {
  return type === 'timestamptz'
    ? sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : sql`${column}::text`;
}
