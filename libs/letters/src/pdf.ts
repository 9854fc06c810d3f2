import PDFDocument from 'pdfkit';
import { type Block, blocksOf, type Region } from './blocks.ts';
import type { RenderedLetter } from './facts.ts';
import { LetterFault } from './letter-fault.ts';
import { drawBlocks } from './pdf-blocks.ts';
import { registerFonts } from './pdf-fonts.ts';

/** Whom the letter goes to; the lines of the address are parted by line breaks or commas. */
export interface PostalAddress {
  readonly name: string;
  readonly address: string;
}

/** All in points. The address lies in the left window of a No. 10 envelope when the sheet is folded in three. */
const sheet = { size: 'LETTER', margin: 72 };
const letterheadTop = 40;
const window = { left: 72, top: 152, width: 280, height: 80 };
const mainTop = 250;

/** The letter on paper: a tagged PDF of the page that was rendered, with the address for a window envelope where it is mailed. */
export async function letterPdf(
  letter: Pick<RenderedLetter, 'subject' | 'html' | 'language'>,
  to: PostalAddress | null,
): Promise<Buffer> {
  const blocks = blocksOf(letter.html);
  const doc = new PDFDocument({
    size: sheet.size,
    margin: sheet.margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: letter.language,
    info: { Title: letter.subject },
  });
  const written = collected(doc);
  registerFonts(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const draw = (region: Region) => drawBlocks(doc, root, of(blocks, region));
  doc.y = letterheadTop;
  draw('header');
  if (to) {
    drawBlocks(doc, root, [addressBlock(to, letter.language)], window);
    doc.y = Math.max(doc.y, mainTop);
  }
  draw('main');
  draw('footer');
  root.end();
  doc.end();
  return await written;
}

const of = (blocks: readonly Block[], region: Region): Block[] => blocks.filter((block) => block.region === region);

function addressBlock({ name, address }: PostalAddress, language: string): Block {
  const lines = address
    .split(/\r?\n|, (?=[^,]*(?:,|$))/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) throw new LetterFault('bad-fact', 'a letter on paper needs a mailing address');
  const text = [name, ...joinStateAndZip(lines)].join('\n');
  return { region: 'header', language, kind: 'paragraph', cells: [[{ text, strong: false, href: null }]] };
}

/** `City, CA 93000` stays on one line. */
function joinStateAndZip(lines: readonly string[]): string[] {
  const last = lines.at(-1) ?? '';
  if (lines.length < 2 || !/^[A-Z]{2}( \d{5}(-\d{4})?)?$/.test(last)) return [...lines];
  return [...lines.slice(0, -2), `${lines.at(-2)}, ${last}`];
}

async function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of doc) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
