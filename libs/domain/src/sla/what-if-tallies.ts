/** What was met and what was breached, of the clocks that came to an end or went over their due. */
export interface Tally {
  readonly met: number;
  readonly breached: number;
}

export interface WhatIfRow {
  readonly type: string;
  readonly department: string;
  readonly metric: string;
  readonly before: Tally;
  readonly after: Tally;
  /** Cases that would have been breached instead of met, and met instead of breached. */
  readonly worse: number;
  readonly better: number;
}

/** How often a step of the ladder was reached, and would have been. */
export interface WhatIfLevel {
  readonly type: string;
  readonly department: string;
  readonly level: string;
  readonly before: number;
  readonly after: number;
}

export interface WhatIfResult {
  readonly cases: number;
  readonly rows: readonly WhatIfRow[];
  readonly levels: readonly WhatIfLevel[];
}

export type Open<T> = { -readonly [K in keyof T]: T[K] extends Tally ? { met: number; breached: number } : T[K] };
export interface Owner {
  readonly type: string;
  readonly department: string;
}

export function rowOf(
  rows: Map<string, Open<WhatIfRow>>,
  { type, department }: Owner,
  metric: string,
): Open<WhatIfRow> {
  const key = `${type}\n${department}\n${metric}`;
  const none = () => ({ met: 0, breached: 0 });
  const row = rows.get(key) ?? { type, department, metric, before: none(), after: none(), worse: 0, better: 0 };
  rows.set(key, row);
  return row;
}

export function levelOf(
  levels: Map<string, Open<WhatIfLevel>>,
  { type, department }: Owner,
  level: string,
): Open<WhatIfLevel> {
  const key = `${type}\n${department}\n${level}`;
  const found = levels.get(key) ?? { type, department, level, before: 0, after: 0 };
  levels.set(key, found);
  return found;
}

export const inOrder = <T>(map: ReadonlyMap<string, T>): T[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);

/** The results of two parts of the same cases. */
export function joinResults(results: readonly WhatIfResult[]): WhatIfResult {
  const rows = new Map<string, Open<WhatIfRow>>();
  const levels = new Map<string, Open<WhatIfLevel>>();
  for (const result of results) {
    for (const row of result.rows) {
      const sum = rowOf(rows, row, row.metric);
      for (const side of ['before', 'after'] as const)
        for (const verdict of ['met', 'breached'] as const) sum[side][verdict] += row[side][verdict];
      sum.worse += row.worse;
      sum.better += row.better;
    }
    for (const level of result.levels) {
      const sum = levelOf(levels, level, level.level);
      sum.before += level.before;
      sum.after += level.after;
    }
  }
  return { cases: results.reduce((sum, each) => sum + each.cases, 0), rows: inOrder(rows), levels: inOrder(levels) };
}
