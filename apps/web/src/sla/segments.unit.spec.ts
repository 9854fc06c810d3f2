import { describe, expect, it } from '@jest/globals';
import type { Segment } from '../api/rules.ts';
import { exactSpan, lookOf, slicesOf } from './segments.ts';

const segment = (from: number, to: number, reason: string, counted = false): Segment => ({
  from: `2027-04-05T${String(from).padStart(2, '0')}:00:00.000Z`,
  to: `2027-04-05T${String(to).padStart(2, '0')}:00:00.000Z`,
  seconds: (to - from) * 3_600,
  counted,
  reason,
});

describe('The bar of a clock', () => {
  it('shows each stretch by its share, neighbours that look alike as one', () => {
    const segments = [
      segment(0, 4, 'open', true),
      segment(4, 6, 'on hold: awaiting-customer'),
      segment(6, 7, 'on hold: other'),
      segment(7, 8, 'outside office hours'),
      segment(8, 10, 'Cesar Chavez Day'),
    ];
    expect(slicesOf(segments)).toEqual([
      { look: 'counted', width: 40 },
      { look: 'held', width: 30 },
      { look: 'shut', width: 10 },
      { look: 'off', width: 20 },
    ]);
    expect(lookOf(segment(0, 1, 'no office hours that day'))).toBe('shut');
  });

  it('is empty for a clock that has only just started', () => {
    expect(slicesOf([])).toEqual([]);
  });

  it.each([
    [0, '0 s'],
    [59, '59 s'],
    [3_600, '1 h'],
    [97_261, '1 d 3 h 1 min 1 s'],
  ])('%d seconds are told as %s', (seconds, told) => {
    expect(exactSpan(seconds)).toBe(told);
  });
});
