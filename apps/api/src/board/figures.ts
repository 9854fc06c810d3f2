import type { CaseFilters, SessionHolder } from '@headgate/persistence';
import { caseFilters, narrowing } from '../cases/case-query.ts';

/** The query of a list of cases or tasks, as a client would write it. */
export type ListQuery = Readonly<Record<string, string>>;

/** A number, and the query that lists exactly what it counts. */
export interface Figure {
  readonly value: number;
  readonly query: string;
}

export const figure = (list: 'cases' | 'tasks', query: ListQuery, value: number): Figure => ({
  value,
  query: `/${list}?${new URLSearchParams(query)}`,
});

/** What the query means, read by the same schema as a client's: so a figure cannot count other than its list shows. */
export const filtersOf = (query: ListQuery, by: SessionHolder): CaseFilters => caseFilters(narrowing.parse(query), by);

export function figuresOf<Name extends string>(
  queries: Readonly<Record<Name, ListQuery>>,
  counts: Readonly<Record<Name, number>>,
): Record<Name, Figure> {
  const entries = Object.entries<ListQuery>(queries).map(([name, query]) => [
    name,
    figure('cases', query, counts[name as Name] ?? 0),
  ]);
  return Object.fromEntries(entries) as Record<Name, Figure>;
}
