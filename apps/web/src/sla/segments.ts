import type { Segment } from '../api/rules.ts';

/** How a stretch looks in the bar: it counted, it lay in a hold, it was a day off, or the office was shut. */
export type SegmentLook = 'counted' | 'held' | 'off' | 'shut';

export function lookOf({ counted, reason }: Segment): SegmentLook {
  if (counted) return 'counted';
  if (reason.startsWith('on hold')) return 'held';
  return reason === 'outside office hours' || reason === 'no office hours that day' ? 'shut' : 'off';
}

export interface Slice {
  readonly look: SegmentLook;
  /** Share of the whole in per cent. */
  readonly width: number;
}

/** The bar of a clock's life: neighbours that look alike are one slice. */
export function slicesOf(segments: readonly Segment[]): Slice[] {
  const total = segments.reduce((sum, { from, to }) => sum + length(from, to), 0);
  const slices: { look: SegmentLook; width: number }[] = [];
  for (const segment of segments) {
    const width = total > 0 ? (100 * length(segment.from, segment.to)) / total : 0;
    const last = slices.at(-1);
    if (last?.look === lookOf(segment)) last.width += width;
    else slices.push({ look: lookOf(segment), width });
  }
  return slices;
}

const length = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

/** Seconds to the second: `2 h 15 min`, `45 s`, `1 d 3 h`. */
export function exactSpan(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3_600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return said.length > 0 ? said.join(' ') : '0 s';
}
