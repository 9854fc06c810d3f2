import type { FoundScan, KeptPart } from '@headgate/persistence';
import type { z } from 'zod';
import type { scanSchema } from './scan-schemas.ts';

/** A scan with what became of each of its pages. */
export function scanJson(scan: FoundScan, parts: readonly KeptPart[]): z.output<typeof scanSchema> {
  const { id, name, status, pages, pagesRead, fault, postedBy, postedAt } = scan;
  return {
    id,
    name,
    status,
    pages,
    pagesRead,
    fault,
    postedBy,
    postedAt,
    filed: parts.flatMap((part) => (part.attachmentId ? [filed(part, part.attachmentId)] : [])),
    unfiled: parts.flatMap((part) => (part.attachmentId ? [] : [unfiled(part)])),
  };
}

const filed = (part: KeptPart, attachmentId: string) => ({
  part: part.n,
  pages: pagesOf(part),
  caseNumber: part.caseNumber ?? '',
  attachmentId,
  filedBy: part.filedBy ?? '',
  filedAt: part.filedAt ?? '',
});

const unfiled = (part: KeptPart) => ({
  part: part.n,
  pages: pagesOf(part),
  caseNumber: part.caseNumber,
  why: part.why ?? 'Not filed yet.',
});

const pagesOf = ({ firstPage, lastPage }: KeptPart): number[] =>
  Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
