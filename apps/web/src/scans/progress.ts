import type { Scan, ScanRow } from '../api/papers.ts';
import { counted } from '../words/humanise.ts';

type Counted = Pick<ScanRow, 'status' | 'pages' | 'pagesRead' | 'filedParts' | 'unfiledParts' | 'fault'>;

/** How far a scan is, as one says it. */
export function stateInWords({ status, pages, pagesRead, filedParts, unfiledParts }: Counted): string {
  switch (status) {
    case 'waiting':
      return 'Waits to be read';
    case 'reading':
      return `Reading page ${pagesRead + 1} of ${pages}`;
    case 'filing':
      return 'Filing';
    case 'failed':
      return 'Cannot be read';
    case 'done':
      return unfiledParts > 0
        ? `${counted(unfiledParts, 'part')} to file, ${filedParts} filed`
        : `${counted(filedParts, 'part')} filed`;
    default:
      return status satisfies never;
  }
}

export const countedOf = (scan: Scan): Counted => ({
  ...scan,
  filedParts: scan.filed.length,
  unfiledParts: scan.unfiled.length,
});

/** Parts of a hundred that are done; the last of them is the filing. */
export function percentOf({ status, pages, pagesRead }: Pick<ScanRow, 'status' | 'pages' | 'pagesRead'>): number {
  if (status === 'done' || status === 'failed') return 100;
  return pages ? Math.round((pagesRead / pages) * 98) : 0;
}
