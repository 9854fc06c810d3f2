import { Parser } from 'htmlparser2';
import { LetterFault } from './letter-fault.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly href: string | null;
}

export type Region = 'header' | 'main' | 'footer';

/** A letter is a row of blocks: the one structure from which its text and its PDF are made. A `row` has several cells. */
export interface Block {
  readonly region: Region;
  readonly language: string;
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row';
  readonly cells: readonly (readonly Run[])[];
}

const kinds: Readonly<Record<string, Block['kind']>> = { h1: 'heading', p: 'paragraph', li: 'item', tr: 'row' };
const regions: ReadonlySet<string> = new Set(['header', 'main', 'footer']);
const cellTags: ReadonlySet<string> = new Set(['th', 'td']);
const plainTags: ReadonlySet<string> = new Set(['html', 'body', 'section', 'ul', 'table', 'tbody']);
const hiddenTags: ReadonlySet<string> = new Set(['head', 'meta', 'title', 'style']);

/** Reads a rendered page. Throws LetterFault on an element that letters don't use. */
export function blocksOf(html: string): Block[] {
  const reader = new Reader();
  const parser = new Parser(reader, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  private region: Region = 'main';
  /** The page's language, and that of the section within it. */
  private languages: string[] = [];
  private hidden = 0;
  private strong = 0;
  private href: string | null = null;
  private open: { kind: Block['kind']; cells: Run[][] } | null = null;

  onopentag(name: string, attributes: Record<string, string>): void {
    if (name === 'html' || name === 'section') this.languages.push(attributes.lang ?? 'en');
    if (hiddenTags.has(name)) this.hidden++;
    else if (regions.has(name)) this.region = name as Region;
    else if (kinds[name]) this.open = { kind: kinds[name], cells: name === 'tr' ? [] : [[]] };
    else if (cellTags.has(name)) this.open?.cells.push([]);
    else if (name === 'strong') this.strong++;
    else if (name === 'a') this.href = attributes.href || null;
    else if (name === 'br') this.add('\n');
    else if (!plainTags.has(name)) throw new LetterFault('bad-template', `letters have no <${name}>`);
  }

  onclosetag(name: string): void {
    if (name === 'html' || name === 'section') this.languages.pop();
    if (hiddenTags.has(name)) this.hidden--;
    else if (kinds[name]) this.close();
    else if (name === 'strong') this.strong--;
    else if (name === 'a') this.href = null;
  }

  ontext(text: string): void {
    if (this.hidden === 0) this.add(text.replace(/\s+/g, ' '));
  }

  private add(text: string): void {
    this.open?.cells.at(-1)?.push({ text, strong: this.strong > 0, href: this.href });
  }

  private close(): void {
    if (!this.open) return;
    const cells = this.open.cells.map(tidied).filter((cell) => cell.length > 0);
    const language = this.languages.at(-1) ?? 'en';
    if (cells.length > 0) this.blocks.push({ region: this.region, language, kind: this.open.kind, cells });
    this.open = null;
  }
}

/** Joins the runs of one style, and drops the blanks that the source's own line breaks left. */
function tidied(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && last.strong === run.strong && last.href === run.href)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  let before = '\n';
  const tidy = joined.map((run) => {
    let text = run.text.replace(/ *\n */g, '\n').replace(/ +/g, ' ');
    if (/[ \n]$/.test(before)) text = text.replace(/^ /, '');
    before = text || before;
    return { ...run, text };
  });
  const last = tidy.at(-1);
  if (last) tidy[tidy.length - 1] = { ...last, text: last.text.trimEnd() };
  return tidy.filter((run) => run.text !== '');
}
