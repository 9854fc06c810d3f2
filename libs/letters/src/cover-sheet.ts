import PDFDocument from 'pdfkit';
import { drawCode128, drawQr } from './bar-codes.ts';
import { fontName, registerFonts, stretchesOf } from './pdf-fonts.ts';

export interface CoverSheet {
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly subject: string;
  /** The landholder, or whoever asked. */
  readonly name: string | null;
  readonly checklists: readonly { readonly title: string; readonly items: readonly string[] }[];
  /** What the bar codes say. */
  readonly code: string;
}

const margin = 54;
const lastLine = 540;

/**
 * The sheet that lies on top of a case's papers when they are scanned. It bears its code three times, in two kinds and in
 * three places, so that a fold, a hole or a stamp over one leaves another.
 */
export async function coverSheetPdf(sheet: CoverSheet): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'LETTER',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en',
    info: { Title: `Cover sheet ${sheet.caseNumber}` },
  });
  registerFonts(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  root.add(doc.struct('H1', {}, () => drawHead(doc, sheet)));
  root.add(doc.struct('P', {}, () => drawChecklists(doc, sheet)));
  root.add(doc.struct('Figure', { alt: `Bar codes of case ${sheet.caseNumber}` }, () => drawCodes(doc, sheet.code)));
  root.end();
  doc.end();
  const parts: Buffer[] = [];
  for await (const part of doc) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function drawHead(doc: PDFKit.PDFDocument, { caseNumber, caseTitle, subject, name }: CoverSheet): void {
  line(doc, 'Cover sheet', { size: 13 });
  line(doc, caseNumber, { size: 30, strong: true });
  if (name) line(doc, name, { size: 17 });
  line(doc, `${caseTitle}: ${subject}`, { size: 11 });
  doc.moveDown(0.6);
  line(doc, 'Lay this sheet on top of the papers of this case, this side up, and scan all of them together.', {
    size: 11,
  });
}

function drawChecklists(doc: PDFKit.PDFDocument, { checklists }: CoverSheet): void {
  doc.y = Math.max(doc.y + 14, 230);
  for (const { title, items } of checklists) {
    if (doc.y > lastLine - 40) return;
    line(doc, title, { size: 12.5, strong: true });
    for (const item of items) {
      if (doc.y > lastLine) return line(doc, '…', { size: 11 });
      const top = doc.y;
      doc
        .rect(margin, top + 1.5, 9, 9)
        .lineWidth(0.8)
        .stroke('black');
      line(doc, item, { size: 11, left: margin + 18 });
    }
    doc.moveDown(0.5);
  }
}

function drawCodes(doc: PDFKit.PDFDocument, code: string): void {
  const right = doc.page.width - margin;
  const bottom = doc.page.height - margin;
  drawQr(doc, code, { left: right - 118, top: margin, width: 118 });
  drawQr(doc, code, { left: margin, top: bottom - 160, width: 100 });
  // As wide as the sheet: at 150 dots an inch its finest line is still three dots.
  drawCode128(doc, code, { left: margin, top: bottom - 44, width: right - margin }, 40);
  doc.font(fontName('latin', false)).fontSize(9).fillColor('black');
  doc.text(code, margin + 116, bottom - 72, { lineBreak: false });
}

interface Ink {
  readonly size: number;
  readonly strong?: boolean;
  readonly left?: number;
}

/** A line that never runs under the code at the upper right; each script in the typeface that has it. */
function line(doc: PDFKit.PDFDocument, text: string, { size, strong = false, left = margin }: Ink): void {
  const width = doc.page.width - margin - left - 140;
  const parts = stretchesOf(text);
  doc.x = left;
  parts.forEach(({ text: part, face }, index) => {
    doc
      .font(fontName(face, strong))
      .fontSize(size)
      .fillColor('black')
      .text(part, { width, height: size * 3, ellipsis: true, continued: index < parts.length - 1 });
  });
}
