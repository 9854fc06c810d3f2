import { type RawBuilder, sql } from 'kysely';

/** One order of a list: by a column and then by id, so that every row has its own place. */
export interface Order {
  readonly column: RawBuilder<unknown>;
  readonly direction: 'asc' | 'desc';
  /** The type to which a cursor's text is cast. */
  readonly type: 'timestamptz' | 'int' | 'text';
  /** The column may be null; such rows come last. */
  readonly nullable?: boolean;
}

/** Where a page ended: the last row's value in the order's column, and its id. */
export interface Place {
  readonly value: string | null;
  readonly id: string;
}

export function orderBy({ column, direction, nullable }: Order, id: RawBuilder<unknown>): RawBuilder<unknown> {
  const way = sql.raw(direction);
  return sql`order by ${column} ${way} ${nullable ? sql`nulls last` : sql``}, ${id} ${way}`;
}

/** The rows that come after a place. */
export function after(
  { column, direction, type, nullable }: Order,
  id: RawBuilder<unknown>,
  place: Place,
): RawBuilder<unknown> {
  const beyond = sql.raw(direction === 'asc' ? '>' : '<');
  if (place.value === null) return sql`(${column} is null and ${id} ${beyond} ${place.id}::uuid)`;
  const value = sql`${place.value}::${sql.raw(type)}`;
  const later = sql`(${column}, ${id}) ${beyond} (${value}, ${place.id}::uuid)`;
  return nullable ? sql`(${later} or ${column} is null)` : later;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: Place | null;
}

/** Cuts the one row more than was asked for, which tells that there is a next page. */
export function pageOf<Row extends { id: string; place: string | null }>(
  rows: readonly Row[],
  limit: number,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? { value: last.place, id: last.id } : null };
}

export const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

/** Equality with one value keeps the order of an index; with several it is a set. */
export function oneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> {
  return values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${values}::text[])`;
}
