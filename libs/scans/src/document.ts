import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import * as mupdf from 'mupdf';
import { codesIn } from './bar-codes.ts';
import type { Looked } from './messages.ts';

const READ_AT_DPI = 150;
const SHOWN_AT_DPI = 96;
/** A page that says it is larger is drawn smaller: nobody's scanner takes sheets of many metres. */
const MOST_PIXELS_A_SIDE = 2600;
const JPEG_QUALITY = 60;

const point = (dpi: number): number => dpi / 72;

/** One PDF, read from its file as it is needed. */
export class ScannedDocument {
  private readonly pdf: mupdf.PDFDocument;

  /** Throws Error where the file is no PDF that can be read without a password. */
  constructor(path: string) {
    const document = mupdf.Document.openDocument(streamOf(path), 'application/pdf');
    const pdf = document.asPDF();
    if (!pdf) throw new Error('The file is not a PDF.');
    if (pdf.needsPassword()) throw new Error('The PDF needs a password.');
    this.pdf = pdf;
  }

  get pages(): number {
    return this.pdf.countPages();
  }

  /** What stands on a page: its bar codes, and a picture of it. */
  async look(page: number): Promise<Looked> {
    const loaded = this.pdf.loadPage(page - 1);
    try {
      const drawn = draw(loaded, READ_AT_DPI);
      const seen = await codesIn({
        width: drawn.getWidth(),
        height: drawn.getHeight(),
        stride: drawn.getStride(),
        pixels: drawn.getPixels(),
      });
      drawn.destroy();
      const shown = draw(loaded, SHOWN_AT_DPI);
      const preview = shown.asJPEG(JPEG_QUALITY, false).slice();
      shown.destroy();
      return { ...seen, preview };
    } finally {
      loaded.destroy();
      mupdf.emptyStore();
    }
  }

  /** These pages as a PDF of their own. */
  cut(firstPage: number, lastPage: number): Uint8Array {
    const part = new mupdf.PDFDocument();
    try {
      const map = part.newGraftMap();
      for (let page = firstPage; page <= lastPage; page++) map.graftPage(-1, this.pdf, page - 1);
      return part.saveToBuffer('garbage=compact').asUint8Array().slice();
    } finally {
      part.destroy();
      mupdf.emptyStore();
    }
  }
}

function draw(page: mupdf.Page, dpi: number): mupdf.Pixmap {
  const [left, top, right, bottom] = page.getBounds();
  const side = Math.max(right - left, bottom - top, 1);
  const scale = Math.min(point(dpi), MOST_PIXELS_A_SIDE / side);
  return page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false, true);
}

function streamOf(path: string): mupdf.Stream {
  const file = openSync(path, 'r');
  return new mupdf.Stream({
    fileSize: () => fstatSync(file).size,
    read: (memory, offset, length, position) => readSync(file, memory, offset, length, position),
    close: () => closeSync(file),
  });
}
