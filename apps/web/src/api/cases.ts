import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Answer, get, getWithEtag, post, type Query, type Write } from './request.ts';
import type { Case, CaseEvent, CasePreview, CaseRow, CaseType, Message, Page } from './types.ts';

export const pageSize = 50;

export const casesQuery = (filters: Query) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      get<Page<CaseRow>>('/cases', { limit: pageSize, ...filters, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const firstCasesQuery = (filters: Query) =>
  queryOptions({
    queryKey: ['cases', 'first', filters],
    queryFn: ({ signal }) => get<Page<CaseRow>>('/cases', filters, signal),
  });

export const caseQuery = (idOrNumber: string) =>
  queryOptions({
    queryKey: ['case', idOrNumber],
    queryFn: ({ signal }): Promise<Answer<Case>> =>
      getWithEtag<Case>(`/cases/${encodeURIComponent(idOrNumber)}`, {}, signal),
  });

export const eventsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-events', caseId],
    queryFn: ({ signal }) => get<CaseEvent[]>(`/cases/${caseId}/events`, {}, signal),
  });

export const messagesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-messages', caseId],
    queryFn: ({ signal }) => get<Page<Message> | Message[]>(`/cases/${caseId}/messages`, { limit: 100 }, signal),
    select: (answer) => (Array.isArray(answer) ? answer : answer.items),
  });

export const caseTypesQuery = queryOptions({
  queryKey: ['case-types'],
  queryFn: ({ signal }) => get<CaseType[]>('/case-types', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** The clocks as a command would leave them; nothing is written. */
export const previewQuery = (caseId: string, asked: { kind: string } & Record<string, unknown>) =>
  queryOptions({
    queryKey: ['case-preview', caseId, asked],
    queryFn: async () => (await post<CasePreview>(`/cases/${caseId}/preview`, { command: asked }, {})).value,
    staleTime: 10_000,
  });

export const openCase = (intake: unknown, write: Write) => post<Case>('/cases', intake, write);

/** A command to a case by its contract's name: `assign`, `hold`, `resolve`, `messages`, `happenings`, … */
export const command = (caseId: string, name: string, body: unknown, write: Write) =>
  post<unknown>(`/cases/${caseId}/${name}`, body, write);
