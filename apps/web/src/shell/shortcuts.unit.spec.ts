import { describe, expect, it } from '@jest/globals';
import { matchKeys, shortcuts } from './shortcuts.ts';

describe('the keys of the desk', () => {
  it('are found alone and in sequence', () => {
    expect(matchKeys(['c']).id).toBe('new-case');
    expect(matchKeys(['g'])).toEqual({ id: null, begins: true });
    expect(matchKeys(['g', 'q']).id).toBe('go-queue');
    expect(matchKeys(['g', 'x'])).toEqual({ id: null, begins: false });
  });

  it('are each used once', () => {
    const keys = shortcuts.map((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
