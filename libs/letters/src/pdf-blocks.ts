import type { Block, Run } from './blocks.ts';
import { fontName, stretchesOf } from './pdf-fonts.ts';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Pen {
  readonly doc: PDFKit.PDFDocument;
  readonly language: string;
  readonly width: number;
}

const textSize = 10.5;
const headingSize = 12.5;
const lineGap = 2;
const paragraphGap = 7;
const listIndent = 14;
const lineHeight = 16;

/** Draws blocks one under another, each in the structure that a screen reader follows; `place` fixes where they stand. */
export function drawBlocks(
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  blocks: readonly Block[],
  place?: Place,
): void {
  const left = place?.left ?? doc.page.margins.left;
  const width = place?.width ?? doc.page.width - doc.page.margins.left - doc.page.margins.right;
  if (place) doc.y = place.top;
  for (const group of grouped(blocks)) {
    const [first] = group;
    if (!first) continue;
    doc.x = left;
    root.add(structureOf({ doc, width, language: first.language }, first.kind, group, left));
  }
}

/** Items that follow one another are one list, rows one table. */
function grouped(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const joins = block.kind === 'item' || block.kind === 'row';
    if (last && joins && last[0]?.kind === block.kind && last[0].language === block.language) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function structureOf(pen: Pen, kind: Block['kind'], group: readonly Block[], left: number): PDFKit.PDFStructureElement {
  const { doc } = pen;
  switch (kind) {
    case 'heading':
      return doc.struct('H1', { lang: pen.language }, () => drawHeading(pen, group[0]));
    case 'paragraph':
      return doc.struct('P', { lang: pen.language }, () => drawRuns(pen, group[0]?.cells[0] ?? []));
    case 'item':
      return doc.struct(
        'L',
        { lang: pen.language },
        group.map((block) => listItem(pen, block, left)),
      );
    case 'row':
      return doc.struct(
        'Table',
        { lang: pen.language },
        group.map((block) => tableRow(pen, block, left)),
      );
    default:
      return kind satisfies never;
  }
}

function drawHeading(pen: Pen, block: Block | undefined): void {
  keepTogether(pen.doc, 60);
  pen.doc.moveDown(0.3);
  drawRuns(
    pen,
    (block?.cells[0] ?? []).map((run) => ({ ...run, strong: true })),
    { size: headingSize },
  );
}

function listItem(pen: Pen, block: Block, left: number): PDFKit.PDFStructureElement {
  const { doc } = pen;
  const body = doc.struct('LBody', {}, () => {
    keepTogether(doc, 2.5 * lineHeight);
    doc.font(fontName('latin', false), textSize).text('•', left, doc.y, { continued: false, lineBreak: false });
    doc.x = left + listIndent;
    drawRuns({ ...pen, width: pen.width - listIndent }, block.cells[0] ?? [], { gap: 3 });
  });
  return doc.struct('LI', {}, [body]);
}

function tableRow(pen: Pen, block: Block, left: number): PDFKit.PDFStructureElement {
  const { doc } = pen;
  const [label = [], ...values] = block.cells;
  const half = pen.width * 0.6;
  let top = 0;
  const head = doc.struct('TH', {}, () => {
    keepTogether(doc, 2.5 * lineHeight);
    top = doc.y;
    doc.x = left;
    drawRuns({ ...pen, width: half }, label, { gap: 3 });
  });
  const cells = values.map((value) =>
    doc.struct('TD', {}, () => {
      const below = doc.y;
      doc.x = left + half;
      doc.y = top <= below ? top : doc.page.margins.top;
      drawRuns({ ...pen, width: pen.width - half }, value, { gap: 3, align: 'right' });
      doc.y = Math.max(doc.y, below);
      doc.x = left;
    }),
  );
  return doc.struct('TR', {}, [head, ...cells]);
}

/** What belongs together begins a new page rather than be parted. */
function keepTogether(doc: PDFKit.PDFDocument, height: number): void {
  if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

interface Look {
  readonly size?: number;
  readonly gap?: number;
  readonly align?: 'left' | 'right';
}

/** Draws runs as one flowing paragraph; each stretch in the typeface that has its characters. */
function drawRuns(
  { doc, width }: Pen,
  runs: readonly Run[],
  { size = textSize, gap = paragraphGap, align = 'left' }: Look = {},
): void {
  const parts = runs.flatMap((run) => stretchesOf(run.text).map((stretch) => ({ ...stretch, strong: run.strong })));
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    doc.font(fontName(part.face, part.strong), size);
    doc.text(part.text, { width, align, lineGap, continued: !last, paragraphGap: 0 });
  }
  doc.y += gap;
}
