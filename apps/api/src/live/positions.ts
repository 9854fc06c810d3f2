const REMEMBERED_MS = 10_000;
const WIDEST_GAP = 1_000;

/**
 * How far the feed was read. Positions are given before their transactions commit, so that one may show after a later
 * one: a position that was missing is asked for again for a while. Most belong to transactions that came to nothing.
 */
export class Positions {
  private readonly gaps = new Map<number, number>();
  last: number;

  constructor(last: number) {
    this.last = last;
  }

  /** The positions still to be asked for again. */
  missing(now: number): number[] {
    for (const [position, since] of this.gaps) if (now - since > REMEMBERED_MS) this.gaps.delete(position);
    return [...this.gaps.keys()];
  }

  /** Takes note of positions that were read, in order. */
  read(positions: readonly number[], now: number): void {
    for (const position of positions) {
      this.gaps.delete(position);
      for (let gap = Math.max(this.last + 1, position - WIDEST_GAP); gap < position; gap++) this.gaps.set(gap, now);
      this.last = Math.max(this.last, position);
    }
  }
}
