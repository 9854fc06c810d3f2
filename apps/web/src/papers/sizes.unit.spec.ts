import { describe, expect, it } from '@jest/globals';
import { pagesInWords, sizeInWords } from './sizes.ts';

describe('the size of a file', () => {
  it.each([
    [1, '1 bytes'],
    [1023, '1023 bytes'],
    [1024, '1 KB'],
    [35_000, '34 KB'],
    [2_500_000, '2.4 MB'],
    [25 * 1024 * 1024, '25 MB'],
  ])('of %d bytes is told as %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});

describe('the pages of a part', () => {
  it('are told by the first and the last', () => {
    expect([pagesInWords([4]), pagesInWords([4, 5, 6])]).toEqual(['page 4', 'pages 4–6']);
  });
});
