import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { Account, Page, Usage } from './types.ts';

export const accountsQuery = (words: string, limit = 8) =>
  queryOptions({
    queryKey: ['accounts', words, limit],
    queryFn: ({ signal }) => get<Page<Account>>('/accounts', { q: words, limit }, signal),
    enabled: words.trim().length >= 2,
    staleTime: 30_000,
  });

export const accountQuery = (number: string) =>
  queryOptions({
    queryKey: ['account', number],
    queryFn: ({ signal }) => get<Account>(`/accounts/${encodeURIComponent(number)}`, {}, signal),
  });

export const usageQuery = (number: string) =>
  queryOptions({
    queryKey: ['usage', number],
    queryFn: ({ signal }) => get<Usage>(`/accounts/${encodeURIComponent(number)}/usage`, {}, signal),
    staleTime: 5 * 60_000,
  });
