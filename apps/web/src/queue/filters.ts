/** What the queue shows, as its address says it: a view can be sent as a link. */
export const filterNames = [
  'status',
  'type',
  'queue',
  'assignee',
  'priority',
  'clock',
  'accountNumber',
  'q',
  'sort',
] as const;
export type FilterName = (typeof filterNames)[number];
export type QueueSearch = { [name in FilterName]?: string };

/** Keeps of an address what the queue knows, the board's own links included, and nothing else. */
export function queueSearch(search: Record<string, unknown>): QueueSearch {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/** Work that waits comes by what is due first, the rest by what came last. */
export function inOrder(search: QueueSearch): QueueSearch {
  if (search.sort) return search;
  return { ...search, sort: search.status?.includes('open') ? 'dueAt' : '-openedAt' };
}

/** True when two filters ask for the same cases, whatever their order and sort. */
export function sameFilters(a: QueueSearch, b: QueueSearch): boolean {
  const key = (search: QueueSearch) =>
    Object.entries(search)
      .filter(([name, value]) => name !== 'sort' && value)
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('&');
  return key(a) === key(b);
}

/** The sort after a click on a column: the other way round, or this column in its first direction. */
export function nextSort(current: string | undefined, column: string): string {
  return current === column ? `-${column}` : column;
}

export function sortDirection(current: string | undefined, column: string): 'ascending' | 'descending' | 'none' {
  if (current === column) return 'ascending';
  return current === `-${column}` ? 'descending' : 'none';
}
