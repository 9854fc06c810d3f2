import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { partsOf } from '@headgate/domain/papers';
import {
  beginFiling,
  beginReading,
  bytesOf,
  type CaseRecord,
  CoverCodes,
  endScan,
  keepAndFile,
  keepPage,
  pagesSeen,
  type ScanWork,
  scanWork,
} from '@headgate/persistence';
import { NotAScan, openScan, type Scan } from '@headgate/scans';

/** More pages than this are several scans. */
export const MOST_PAGES = 2000;

/** Reads a scan from where it was left, cuts it at its cover sheets, and files its parts. `goOn` throws to stop it. */
export async function readScan(record: CaseRecord, scanId: string, goOn: () => void = () => undefined): Promise<void> {
  const work = await scanWork(record.db, scanId);
  if (work.status === 'done' || work.status === 'failed') return;
  const folder = await folderFor(scanId);
  try {
    const path = join(folder, 'scan.pdf');
    await pipeline(Readable.from(bytesOf(() => record.db, work.fileId)), createWriteStream(path));
    await readFile(record, work, path, goOn);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A folder of its own for the file; what an attempt that was killed has left of this scan's papers goes. */
async function folderFor(scanId: string): Promise<string> {
  const prefix = `headgate-scan-${scanId}-`;
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  for (const name of left) await rm(join(tmpdir(), name), { recursive: true, force: true });
  return await mkdtemp(join(tmpdir(), prefix));
}

async function readFile(record: CaseRecord, work: ScanWork, path: string, goOn: () => void): Promise<void> {
  const scan = await openScan(path).catch(async (reason: unknown) => {
    if (!(reason instanceof NotAScan)) throw reason;
    await endScan(record.db, work.id, reason.message);
    return null;
  });
  if (!scan) return;
  try {
    if (scan.pages < 1 || scan.pages > MOST_PAGES) {
      await endScan(record.db, work.id, `A scan has from 1 to ${MOST_PAGES} pages; this one has ${scan.pages}.`);
      return;
    }
    await beginReading(record.db, work.id, scan.pages);
    await readPages(record, work, scan, goOn);
    await beginFiling(record.db, work.id);
    await fileParts(record, work, scan, goOn);
    await endScan(record.db, work.id);
  } finally {
    await scan.close();
  }
}

async function readPages(record: CaseRecord, work: ScanWork, scan: Scan, goOn: () => void): Promise<void> {
  for (let page = work.pagesRead + 1; page <= scan.pages; page++) {
    goOn();
    await keepPage(record.db, work.id, await scan.look(page));
  }
}

async function fileParts(record: CaseRecord, work: ScanWork, scan: Scan, goOn: () => void): Promise<void> {
  const parts = partsOf(await pagesSeen(record.db, work.id), await CoverCodes.of(record.db));
  for (const [index, part] of parts.entries()) {
    const n = index + 1;
    if (n <= work.partsKept) continue;
    goOn();
    const bytes = await scan.cut(part.firstPage, part.lastPage);
    await keepAndFile(record, { ...part, scanId: work.id, n }, bytes, work.by);
  }
}
