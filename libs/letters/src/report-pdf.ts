import PDFDocument from 'pdfkit';
import { fontName, registerFonts, stretchesOf } from './pdf-fonts.ts';

/** A column of a printed table; `share` is its part of the sheet's width beside the others. */
export interface PaperColumn {
  readonly title: string;
  readonly share: number;
  readonly right?: boolean;
}

export interface PaperSection {
  readonly heading: string;
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Stands in the table's place when it has no row. */
  readonly whenEmpty: string;
}

export interface PaperReport {
  readonly title: string;
  readonly lines: readonly string[];
  readonly sections: readonly PaperSection[];
  /** Who signs by hand, one line for each. */
  readonly signatures: readonly string[];
}

interface Cell {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly right: boolean;
}

/** All in points. */
const margin = 40;
const size = { title: 17, heading: 11, text: 8.5 };
const gutter = 6;
const signatureHeight = 54;

type Doc = PDFKit.PDFDocument;

/** A report of tables on landscape sheets: a tagged PDF whose tables a screen reader reads by row and column. */
export async function reportPdf(report: PaperReport): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en',
    info: { Title: report.title },
  });
  const written = collected(doc);
  registerFonts(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(doc.struct('H1', {}, () => line(doc, report.title, size.title, true)));
  for (const text of report.lines) root.add(doc.struct('P', {}, () => line(doc, text, size.text + 1, false)));
  for (const section of report.sections) drawSection(doc, root, section);
  drawSignatures(doc, root, report.signatures);
  root.end();
  doc.end();
  return await written;
}

function drawSection(doc: Doc, root: PDFKit.PDFStructureElement, section: PaperSection): void {
  root.add(
    doc.struct('H2', {}, () => {
      keepRoom(doc, 60);
      doc.y += 10;
      line(doc, section.heading, size.heading, true);
    }),
  );
  if (section.rows.length === 0) {
    if (section.whenEmpty) root.add(doc.struct('P', {}, () => line(doc, section.whenEmpty, size.text, false)));
    return;
  }
  const head = section.columns.map(({ title }) => title);
  const rows = [
    rowOf(doc, section, head, 'TH'),
    ...section.rows.map((row) => rowOf(doc, section, row, row[0] === 'Total' ? 'TH' : 'TD')),
  ];
  root.add(doc.struct('Table', {}, rows));
}

/** The cells of a row stand beside each other; the tallest says where the next row begins. */
function rowOf(
  doc: Doc,
  { columns }: PaperSection,
  texts: readonly string[],
  kind: 'TH' | 'TD',
): PDFKit.PDFStructureElement {
  const cells = placed(doc, columns, texts);
  const strong = kind === 'TH';
  let top = 0;
  let bottom = 0;
  const drawn = cells.map((cell, at) =>
    doc.struct(kind, {}, () => {
      if (at === 0) {
        keepRoom(doc, heightOf(doc, cells, strong) + 4);
        top = doc.y;
        bottom = top;
      }
      write(doc, cell, top, strong);
      bottom = Math.max(bottom, doc.y);
      if (at === cells.length - 1) doc.y = bottom + 2;
    }),
  );
  return doc.struct('TR', {}, drawn);
}

function placed(doc: Doc, columns: readonly PaperColumn[], texts: readonly string[]): Cell[] {
  const whole = doc.page.width - 2 * margin;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let left = margin;
  return columns.map(({ share, right = false }, at) => {
    const width = (whole * share) / shares;
    const cell = { text: texts[at] ?? '', left, width: width - gutter, right };
    left += width;
    return cell;
  });
}

function heightOf(doc: Doc, cells: readonly Cell[], strong: boolean): number {
  doc.font(fontName('latin', strong), size.text);
  return Math.max(...cells.map(({ text, width }) => doc.heightOfString(text || ' ', { width })));
}

function write(doc: Doc, { text, left, width, right }: Cell, top: number, strong: boolean): void {
  const parts = stretchesOf(text || ' ');
  for (const [at, part] of parts.entries()) {
    doc.font(fontName(part.face, strong), size.text);
    const how = { width, align: right ? 'right' : 'left', continued: at < parts.length - 1 } as const;
    if (at === 0) doc.text(part.text, left, top, how);
    else doc.text(part.text, how);
  }
}

function line(doc: Doc, text: string, points: number, strong: boolean): void {
  const parts = stretchesOf(text);
  for (const [at, part] of parts.entries()) {
    doc.font(fontName(part.face, strong), points);
    const how = { continued: at < parts.length - 1, lineGap: 2 };
    if (at === 0) doc.text(part.text, margin, doc.y, how);
    else doc.text(part.text, how);
  }
}

/** All lines for signatures stand on one sheet. */
function drawSignatures(doc: Doc, root: PDFKit.PDFStructureElement, signers: readonly string[]): void {
  for (const [at, signer] of signers.entries()) {
    root.add(
      doc.struct('P', {}, () => {
        if (at === 0) keepRoom(doc, signatureHeight * signers.length);
        doc.y += signatureHeight - 20;
        line(
          doc,
          `${signer}: ______________________________________    Date: ____________________`,
          size.text + 1,
          false,
        );
      }),
    );
  }
}

function keepRoom(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - margin) doc.addPage();
}

async function collected(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of doc) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
