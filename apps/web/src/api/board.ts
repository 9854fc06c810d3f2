import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { Calendar, Page } from './types.ts';

/** The board as the API gives it: figures `{ value, query }`, nested under headings. */
export type Board = Record<string, unknown>;

export const boardQuery = (period: string) =>
  queryOptions({
    queryKey: ['dashboard', period],
    queryFn: ({ signal }) => get<Board>('/dashboard', { period }, signal),
    retry: false,
  });

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => get<Page<Calendar> | Calendar[]>('/calendars', {}, signal),
  select: (answer) => (Array.isArray(answer) ? answer : answer.items),
  staleTime: 10 * 60_000,
  retry: false,
});
