import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, post, type Query, type Write } from './request.ts';
import type { Page, Task } from './types.ts';

export const tasksQuery = (filters: Query) =>
  infiniteQueryOptions({
    queryKey: ['tasks', filters],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Task>>('/tasks', { limit: 50, sort: 'dueAt', ...filters, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const claimTask = (taskId: string, write: Write = {}) => post<Task>(`/tasks/${taskId}/claim`, {}, write);

export const completeTask = (taskId: string, outcome: unknown, write: Write = {}) =>
  post<Task>(`/tasks/${taskId}/complete`, { outcome }, write);

export const returnTask = (taskId: string, reason: string, write: Write = {}) =>
  post<Task>(`/tasks/${taskId}/return`, { reason }, write);
