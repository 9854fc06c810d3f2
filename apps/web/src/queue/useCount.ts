import { useQuery } from '@tanstack/react-query';
import { get } from '../api/request.ts';
import type { CaseRow, Page } from '../api/types.ts';
import type { QueueSearch } from './filters.ts';

const most = 100;

/** How many cases a view holds, as far as one page counts: `100+` beyond it. Null while not known. */
export function useCount(search: QueueSearch, enabled = true): string | null {
  const counted = useQuery({
    queryKey: ['counts', search],
    queryFn: ({ signal }) => get<Page<CaseRow> & { total?: number }>('/cases', { ...search, limit: most }, signal),
    select: ({ total, items, nextCursor }) => String(total ?? (nextCursor ? `${most}+` : items.length)),
    staleTime: 15_000,
    refetchInterval: 30_000,
    enabled,
    retry: false,
  });
  return counted.data ?? null;
}
