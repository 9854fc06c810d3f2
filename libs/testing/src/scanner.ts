import * as mupdf from 'mupdf';

export interface Scanner {
  /** The same scan for the same seed. */
  readonly seed?: number;
  readonly dpi?: number;
  /** How the sheets lie in the tray: by so many degrees. */
  readonly turned?: number;
  /** No sheet lies more askew than this many degrees, to either side. */
  readonly skewDegrees?: number;
  /** Where each sheet is torn out, in points from its upper left. */
  readonly torn?: readonly Torn[];
  /** Grey levels by which a dot may be off. */
  readonly noise?: number;
}

export interface Torn {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The pages of these PDFs as a scanner gives them: pictures, a little askew and not clean, in one PDF. */
export function scanned(
  sheets: readonly Uint8Array[],
  { seed = 1, dpi = 150, turned = 0, skewDegrees = 1.5, noise = 50, torn = [] }: Scanner = {},
): Buffer {
  const random = randomFrom(seed);
  const scan = new mupdf.PDFDocument();
  for (const sheet of sheets) {
    const document = mupdf.Document.openDocument(sheet, 'application/pdf');
    for (let page = 0; page < document.countPages(); page++) {
      const picture = pictureOf(document.loadPage(page), dpi, turned + (random() * 2 - 1) * skewDegrees);
      for (const hole of torn) tear(picture, hole, dpi);
      soil(picture.getPixels(), noise, random);
      addPage(scan, picture, dpi);
    }
  }
  return Buffer.from(scan.saveToBuffer('').asUint8Array());
}

function pictureOf(page: mupdf.Page, dpi: number, degrees: number): mupdf.Pixmap {
  const scale = dpi / 72;
  const lying = mupdf.Matrix.concat(mupdf.Matrix.rotate(degrees), mupdf.Matrix.scale(scale, scale));
  return page.toPixmap(lying, mupdf.ColorSpace.DeviceGray, false, true);
}

function soil(pixels: Uint8ClampedArray, noise: number, random: () => number): void {
  for (let at = 0; at < pixels.length; at++) pixels[at] = (pixels[at] ?? 0) + (random() - 0.5) * noise;
}

function tear(picture: mupdf.Pixmap, { left, top, right, bottom }: Torn, dpi: number): void {
  const [pixels, stride, scale] = [picture.getPixels(), picture.getStride(), dpi / 72];
  for (let y = Math.round(top * scale); y < bottom * scale; y++) {
    pixels.fill(255, y * stride + Math.round(left * scale), y * stride + Math.round(right * scale));
  }
}

function addPage(scan: mupdf.PDFDocument, picture: mupdf.Pixmap, dpi: number): void {
  const [width, height] = [(picture.getWidth() * 72) / dpi, (picture.getHeight() * 72) / dpi];
  const image = scan.addImage(new mupdf.Image(picture.asJPEG(70, false)));
  const resources = scan.addObject({ XObject: { Sheet: image } });
  scan.insertPage(-1, scan.addPage([0, 0, width, height], 0, resources, `q ${width} 0 0 ${height} 0 0 cm /Sheet Do Q`));
}

// Within a test every look at a global is slow, and a page asks millions of times.
const { imul } = Math;

/** mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
