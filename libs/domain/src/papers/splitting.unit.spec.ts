import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partsOf, type SeenPage } from './splitting.ts';

const reader = {
  isOurs: (code: string) => code.startsWith('HG1.'),
  numberIn: (code: string) => (code.endsWith('!') ? null : code.slice(4)),
};
/** `A` and `B` are cover sheets, `.` a page, `!` a damaged code, `?` a page that cannot be drawn, `q` a code of others. */
const pagesOf = (stack: string): SeenPage[] =>
  [...stack].map((mark, index) => ({
    page: index + 1,
    drawn: mark !== '?',
    codes: { '.': [], '?': [], '!': ['HG1.A!'], q: ['https://example.org'], '2': ['HG1.A', 'HG1.B'] }[mark] ?? [
      `HG1.${mark}`,
      `HG1.${mark}`,
    ],
  }));
const cut = (stack: string) =>
  partsOf(pagesOf(stack), reader).map(({ firstPage, lastPage, caseNumber, why }) =>
    [`${firstPage}-${lastPage}`, caseNumber, why?.replace(/^Page \d+/, 'Page') ?? null].filter(Boolean).join(' '),
  );

describe('a scan of many papers', () => {
  it('is cut at each cover sheet', () => {
    expect(cut('A..B.A...')).toEqual(['1-3 A', '4-5 B', '6-9 A']);
  });

  it('keeps the pages before its first cover sheet apart', () => {
    expect(cut('..A.')).toEqual(['1-2 No cover sheet lies before these pages.', '3-4 A']);
    expect(cut('..')).toEqual(['1-2 No cover sheet lies before these pages.']);
    expect(cut('')).toEqual([]);
  });

  it('never puts pages behind a doubtful sheet with the case before it', () => {
    expect(cut('A.!.B.')).toEqual(['1-2 A', '3-4 The bar code on page 3 is damaged, or not of this office.', '5-6 B']);
    expect(cut('A.?.')).toEqual(['1-2 A', '3-4 Page cannot be drawn: it may be a cover sheet.']);
    expect(cut('A.2.')).toEqual(['1-2 A', '3-4 Page bears the codes of more than one case.']);
  });

  it('takes the codes of others for what they are: something on a page', () => {
    expect(cut('Aq.')).toEqual(['1-3 A']);
  });

  it('takes a second cover sheet for a copy only while nothing lies between, and says when nothing follows', () => {
    expect(cut('AA..')).toEqual(['1-4 A']);
    expect(cut('A.A.')).toEqual(['1-2 A', '3-4 A']);
    expect(cut('AB.')).toEqual(['1-1 A Nothing lies behind the cover sheet.', '2-3 B']);
    expect(cut('B.A')).toEqual(['1-2 B', '3-3 A Nothing lies behind the cover sheet.']);
  });

  it('has every page in one part and one only, whatever lies in it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'AB..!?q2'), { maxLength: 60 }), (marks) => {
        const parts = partsOf(pagesOf(marks.join('')), reader);
        const pages = parts.flatMap(({ firstPage, lastPage }) =>
          Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index),
        );
        expect(pages).toEqual(marks.map((_, index) => index + 1));
        for (const { caseNumber, why } of parts) expect(caseNumber !== null || why !== null).toBe(true);
      }),
    );
  });
});
