import { describe, expect, it } from '@jest/globals';
import PDFDocument from 'pdfkit';
import { letterPdf, renderLetter, templateNames } from './index.ts';
import { dataFor, factsWith, fullData } from './letters.fixture.ts';
import { registerFonts, stretchesOf } from './pdf-fonts.ts';

const notice = renderLetter({
  template: 'delinquency/written-notice',
  language: 'ko',
  facts: factsWith(fullData, { channel: 'letter' }),
});
const to = { name: 'Ana Ruiz', address: '12 Canal Rd, Apt 4, Headgate, CA 93600' };

describe('a letter on paper', () => {
  it('is a tagged PDF with its title and language', async () => {
    const pdf = (await letterPdf(notice, to)).toString('latin1');
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Lang (ko)');
    expect(pdf).toContain('/DisplayDocTitle true');
    for (const tag of ['/H1', '/P', '/L', '/LI', '/Table', '/TH', '/TD'])
      expect(pdf).toMatch(new RegExp(`/S ${tag}\\b`));
  });

  it('needs an address when it is mailed, and none for the files', async () => {
    await expect(letterPdf(notice, { name: 'Ana Ruiz', address: ' ' })).rejects.toThrow('mailing address');
    expect((await letterPdf(notice, null)).length).toBeGreaterThan(1000);
  });

  it('shows every character of every letter in every language', () => {
    const used = new Map<string, Set<string>>();
    for (const { name, languages } of templateNames()) {
      for (const language of languages) {
        const { text } = renderLetter({ template: name, language, facts: factsWith(dataFor(name)) });
        for (const part of stretchesOf(text)) {
          const characters = used.get(part.face) ?? new Set();
          used.set(part.face, characters);
          for (const character of part.text.replaceAll('\n', '')) characters.add(character);
        }
      }
    }
    const lost = [...used].flatMap(([face, characters]) =>
      [...characters].filter((character) => !isKnown(face, character)),
    );
    expect(lost).toEqual([]);
  });
});

const doc = new PDFDocument();
registerFonts(doc);

/** Whether a typeface of the letters has a character. */
function isKnown(face: string, character: string): boolean {
  doc.font(`${face}-regular`);
  const { _font } = doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } };
  return _font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
