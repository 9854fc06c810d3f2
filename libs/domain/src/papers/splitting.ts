/** What was seen on one page of a scan: `page` counts from 1, `codes` are the texts of its bar codes. */
export interface SeenPage {
  readonly page: number;
  /** False where the page could not be drawn, so that nobody knows what stands on it. */
  readonly drawn: boolean;
  readonly codes: readonly string[];
}

/** Pages that belong together: filed with `caseNumber`, or with nobody's case and `why`. */
export interface ScanPart {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly caseNumber: string | null;
  readonly why: string | null;
}

export interface SheetReader {
  /** True for the text of a code that a cover sheet bears, also when it is forged or damaged. */
  readonly isOurs: (code: string) => boolean;
  /** The case number in a code, or null when its check fails. */
  readonly numberIn: (code: string) => string | null;
}

/** What a page is to the order of the papers. */
type Sheet = { readonly kind: 'page' } | { readonly kind: 'cover'; readonly number: string } | Doubtful;
interface Doubtful {
  readonly kind: 'doubtful';
  readonly why: string;
}

/**
 * Cuts a scan at its cover sheets. A page of which nobody can say whether it is a cover sheet begins a part that is not
 * filed: the pages behind it may be another customer's, and are never put with the case before. No page is in two parts
 * or in none.
 */
export function partsOf(pages: readonly SeenPage[], reader: SheetReader): ScanPart[] {
  const parts: Growing[] = [];
  for (const page of pages) {
    const sheet = sheetOf(page, reader);
    const last = parts.at(-1);
    if (!last || begins(sheet, last)) parts.push(begun(sheet, page.page));
    else grow(last, sheet, page.page);
  }
  return parts.map(ended);
}

interface Growing {
  firstPage: number;
  lastPage: number;
  caseNumber: string | null;
  why: string | null;
  onlyCovers: boolean;
}

/** A second cover sheet of the same case right behind its first one is a copy of it. */
const begins = (sheet: Sheet, last: Growing): boolean =>
  sheet.kind === 'doubtful' ||
  (sheet.kind === 'cover' && !(last.onlyCovers && last.caseNumber === sheet.number && last.why === null));

function begun(sheet: Sheet, page: number): Growing {
  const at = { firstPage: page, lastPage: page, caseNumber: null, why: null, onlyCovers: false };
  switch (sheet.kind) {
    case 'cover':
      return { ...at, caseNumber: sheet.number, onlyCovers: true };
    case 'doubtful':
      return { ...at, why: sheet.why };
    case 'page':
      return { ...at, why: 'No cover sheet lies before these pages.' };
    default:
      return sheet satisfies never;
  }
}

function grow(part: Growing, sheet: Sheet, page: number): void {
  part.lastPage = page;
  part.onlyCovers &&= sheet.kind === 'cover';
}

function ended({ onlyCovers, ...part }: Growing): ScanPart {
  return onlyCovers && part.why === null ? { ...part, why: 'Nothing lies behind the cover sheet.' } : part;
}

function sheetOf({ page, drawn, codes }: SeenPage, reader: SheetReader): Sheet {
  if (!drawn) return { kind: 'doubtful', why: `Page ${page} cannot be drawn: it may be a cover sheet.` };
  const ours = codes.filter(reader.isOurs);
  if (ours.length === 0) return { kind: 'page' };
  const numbers = new Set(ours.map(reader.numberIn));
  const [number] = numbers;
  if (numbers.has(null) || !number)
    return { kind: 'doubtful', why: `The bar code on page ${page} is damaged, or not of this office.` };
  if (numbers.size > 1) return { kind: 'doubtful', why: `Page ${page} bears the codes of more than one case.` };
  return { kind: 'cover', number };
}
