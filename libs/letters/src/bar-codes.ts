import bwipjs from 'bwip-js/node';

/** Where a bar code stands, in points. */
export interface Spot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** A QR code that is read with up to 30 % of it torn or soiled. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, { left, top, width }: Spot): void {
  const [code] = bwipjs.raw('qrcode', text, { eclevel: 'H' } as never) as {
    pixs: number[];
    pixx: number;
    pixy: number;
  }[];
  if (!code) throw new Error('no QR code was made');
  const side = width / code.pixx;
  code.pixs.forEach((dark, index) => {
    if (dark) doc.rect(left + (index % code.pixx) * side, top + Math.floor(index / code.pixx) * side, side, side);
  });
  doc.fill('black');
}

/** A Code 128 as wide as its place, of `height` points. */
export function drawCode128(doc: PDFKit.PDFDocument, text: string, { left, top, width }: Spot, height: number): void {
  const [code] = bwipjs.raw('code128', text, {}) as { sbs: number[] }[];
  if (!code) throw new Error('no bar code was made');
  const unit = width / code.sbs.reduce((sum, modules) => sum + modules, 0);
  let x = left;
  code.sbs.forEach((modules, index) => {
    if (index % 2 === 0) doc.rect(x, top, modules * unit, height);
    x += modules * unit;
  });
  doc.fill('black');
}
