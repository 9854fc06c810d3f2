import { describe, expect, it } from '@jest/globals';
import { Positions } from './positions.ts';

describe('how far the live feed was read', () => {
  it('asks again for an event whose transaction committed after a later one', () => {
    const positions = new Positions(10);
    positions.read([11, 14], 0);
    expect(positions.last).toBe(14);
    expect(positions.missing(0)).toEqual([12, 13]);
    positions.read([13, 15], 1);
    expect(positions.missing(1)).toEqual([12]);
  });

  it('gives up on a position whose transaction came to nothing', () => {
    const positions = new Positions(0);
    positions.read([2], 0);
    expect(positions.missing(10_001)).toEqual([]);
  });
});
