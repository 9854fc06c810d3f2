import { describe, expect, it } from '@jest/globals';
import { percentOf, stateInWords } from './progress.ts';

const scan = { status: 'done', pages: 12, pagesRead: 12, filedParts: 3, unfiledParts: 0, fault: null } as const;

describe('how far a scan is', () => {
  it.each([
    [{ ...scan, status: 'waiting', pages: null, pagesRead: 0 } as const, 'Waits to be read', 0],
    [{ ...scan, status: 'reading', pagesRead: 5 } as const, 'Reading page 6 of 12', 41],
    [{ ...scan, status: 'filing' } as const, 'Filing', 98],
    [scan, '3 parts filed', 100],
    [{ ...scan, unfiledParts: 1 }, '1 part to file, 3 filed', 100],
    [{ ...scan, status: 'failed' } as const, 'Cannot be read', 100],
  ])('is told: %j', (given, words, percent) => {
    expect([stateInWords(given), percentOf(given)]).toEqual([words, percent]);
  });
});
