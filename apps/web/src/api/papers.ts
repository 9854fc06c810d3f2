import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, post } from './request.ts';
import type { Page } from './types.ts';
import { sendFile } from './upload.ts';

export interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  addedAt: string;
  addedBy: string;
  /** The bulk scan that brought it, and which of its pages. */
  scan: { id: string; firstPage: number; lastPage: number } | null;
}

export type ScanStatus = 'waiting' | 'reading' | 'filing' | 'done' | 'failed';

export interface ScanRow {
  id: string;
  name: string;
  status: ScanStatus;
  pages: number | null;
  pagesRead: number;
  fault: string | null;
  postedBy: string;
  postedAt: string;
  filedParts: number;
  unfiledParts: number;
}

export interface FiledPart {
  part: number;
  pages: number[];
  caseNumber: string;
  attachmentId: string;
  filedBy: string;
  filedAt: string;
}

export interface UnfiledPart {
  part: number;
  pages: number[];
  caseNumber: string | null;
  why: string;
}

export interface Scan extends Omit<ScanRow, 'filedParts' | 'unfiledParts'> {
  filed: FiledPart[];
  unfiled: UnfiledPart[];
}

/** What the API takes as one file; it judges again. */
export const largestAttachment = 25 * 1024 * 1024;

export const attachmentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-attachments', caseId],
    queryFn: async ({ signal }) => {
      const all: Attachment[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: Page<Attachment> = await get(`/cases/${caseId}/attachments`, { limit: 100, cursor }, signal);
        all.push(...page.items);
        cursor = page.nextCursor;
      }
      return all;
    },
  });

export const attachmentUrl = (id: string): string => `/api/v1/attachments/${id}`;
export const coverSheetUrl = (caseId: string): string => `/api/v1/cases/${caseId}/cover-sheet`;
export const pageUrl = (scanId: string, page: number): string => `/api/v1/scans/${scanId}/pages/${page}`;
export const scanUrl = (scanId: string): string => `/api/v1/scans/${scanId}/file`;

export const attachFile = (caseId: string) => sendFile<Attachment>(`/cases/${caseId}/attachments`);
export const postScan = sendFile<Scan>('/scans', 'application/pdf');

const underWay = (status: ScanStatus | undefined): boolean => status !== 'done' && status !== 'failed';

export const scansQuery = infiniteQueryOptions({
  queryKey: ['scans', 'list'],
  queryFn: ({ pageParam, signal }) => get<Page<ScanRow>>('/scans', { limit: 25, cursor: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some(({ status }) => underWay(status))) ? 2_000 : false,
});

export const scanQuery = (id: string) =>
  queryOptions({
    queryKey: ['scans', 'one', id],
    queryFn: ({ signal }) => get<Scan>(`/scans/${id}`, {}, signal),
    refetchInterval: ({ state }) => (underWay(state.data?.status) ? 1_000 : false),
  });

export const filePart = (scanId: string, part: number, caseNumber: string) =>
  post<Scan>(`/scans/${scanId}/parts/${part}/file`, { case: caseNumber });
