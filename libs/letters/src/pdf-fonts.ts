import { fileURLToPath } from 'node:url';

const faces = ['latin', 'chinese', 'korean'] as const;
type Face = (typeof faces)[number];

export const fontName = (face: Face, strong: boolean): string => `${face}-${strong ? 'bold' : 'regular'}`;

export function registerFonts(doc: PDFKit.PDFDocument): void {
  for (const name of faces.flatMap((face) => [fontName(face, false), fontName(face, true)])) {
    doc.registerFont(name, fileURLToPath(new URL(`../fonts/${name}.ttf`, import.meta.url)));
  }
}

export interface Stretch {
  readonly text: string;
  readonly face: Face;
}

const stretches =
  /[\p{Script=Hangul}]+|[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+|[^\p{Script=Hangul}\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu;

/** Text parted by the typeface that has its characters, whatever the letter's language: names keep their own script. */
export function stretchesOf(text: string): Stretch[] {
  const found = text.match(stretches) ?? [];
  return found.map((part) => ({ text: part, face: faceOf(part) }));
}

function faceOf(text: string): Face {
  if (/\p{Script=Hangul}/u.test(text)) return 'korean';
  return /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text) ? 'chinese' : 'latin';
}
