import { coverCodePrefix, damagedCode, type SeenPage } from '@headgate/domain/papers';
import { DocumentFault, ReadingThread } from './reading-thread.ts';

const OPENING_MS = 60_000;
const LOOKING_MS = 60_000;
const CUTTING_MS = 5 * 60_000;

export interface LookedAt extends SeenPage {
  /** A JPEG; null where the page could not be drawn. */
  readonly preview: Uint8Array | null;
}

/** A PDF of scanned sheets. Pages count from 1. */
export interface Scan {
  readonly pages: number;
  /** A page that kills the reader or takes it a minute is answered as not drawn; the next one is read all the same. */
  look(page: number): Promise<LookedAt>;
  /** These pages as a PDF of their own. */
  cut(firstPage: number, lastPage: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The file is no PDF that can be read; the message says why. */
export class NotAScan extends Error {
  override readonly name = 'NotAScan';
}

/** Opens the PDF in a thread of its own. Throws NotAScan. */
export async function openScan(path: string): Promise<Scan> {
  let thread = new ReadingThread();
  const open = async () => (await thread.ask({ kind: 'open', path }, OPENING_MS)).pages;
  const pages = await open().catch(async (reason: unknown) => {
    await thread.end();
    throw new NotAScan(`The file cannot be read as a PDF: ${messageOf(reason)}`);
  });
  const anew = async () => {
    await thread.end();
    thread = new ReadingThread();
    await open();
  };
  return {
    pages,
    async look(page) {
      try {
        const { codes, damaged, preview } = await thread.ask({ kind: 'look', page }, LOOKING_MS);
        return { page, drawn: true, codes: damaged ? withDamaged(codes) : codes, preview };
      } catch (reason) {
        if (!(reason instanceof DocumentFault)) await anew();
        return { page, drawn: false, codes: [], preview: null };
      }
    },
    cut: (firstPage, lastPage) => thread.ask({ kind: 'cut', firstPage, lastPage }, CUTTING_MS),
    close: () => thread.end(),
  };
}

/** What is damaged is of no matter where another code of the sheet was read. */
const withDamaged = (codes: readonly string[]): readonly string[] =>
  codes.some((code) => code.startsWith(coverCodePrefix)) ? codes : [...codes, damagedCode];

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
