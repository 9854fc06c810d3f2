import type { Instant } from '../time/index.ts';
import type { ClockBook } from './book.ts';
import { readClocksOnly } from './read-clocks.ts';
import type { Clock, SlaEvent } from './types.ts';

/** A past case as the what-if reads it: who it is, its type, and what its clocks heard. */
export interface PastCase {
  readonly id: string;
  readonly type: string;
  readonly history: readonly SlaEvent[];
}

/** What was met and what was breached, of the clocks that came to an end or went over their due. */
export interface Tally {
  readonly met: number;
  readonly breached: number;
}

export interface WhatIfRow {
  readonly type: string;
  readonly metric: string;
  readonly before: Tally;
  readonly after: Tally;
  /** Cases that would have been breached instead of met, and met instead of breached. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
}

interface Row {
  readonly type: string;
  readonly metric: string;
  readonly before: { met: number; breached: number };
  readonly after: { met: number; breached: number };
  readonly worse: string[];
  readonly better: string[];
}

/** The tallies of a what-if as it goes on; one may read in slices and show progress between them. */
export interface WhatIf {
  add(cases: Iterable<PastCase>): void;
  rows(): readonly WhatIfRow[];
}

/**
 * Past cases under the policies and calendars that were, and under those proposed: the same fold over the same events.
 * `proposed` answers to the names that the histories pinned. Nothing is written.
 */
export function whatIf(current: ClockBook, proposed: ClockBook, now: Instant): WhatIf {
  const rows = new Map<string, Row>();
  return {
    add(cases) {
      for (const past of cases) compare(rows, past, current, proposed, now);
    },
    rows: () => [...rows.values()].sort((a, b) => a.type.localeCompare(b.type) || a.metric.localeCompare(b.metric)),
  };
}

function compare(rows: Map<string, Row>, past: PastCase, current: ClockBook, proposed: ClockBook, now: Instant): void {
  const before = verdicts(readClocksOnly(past.history, current, now));
  const after = verdicts(readClocksOnly(past.history, proposed, now));
  for (const metric of new Set([...before.keys(), ...after.keys()])) {
    const row = rowOf(rows, past.type, metric);
    const was = before.get(metric) ?? { met: 0, breached: 0 };
    const would = after.get(metric) ?? { met: 0, breached: 0 };
    row.before.met += was.met;
    row.before.breached += was.breached;
    row.after.met += would.met;
    row.after.breached += would.breached;
    if (would.breached > was.breached) row.worse.push(past.id);
    if (would.breached < was.breached) row.better.push(past.id);
  }
}

function verdicts(clocks: readonly Clock[]): Map<string, { met: number; breached: number }> {
  const tallies = new Map<string, { met: number; breached: number }>();
  for (const { metric, state } of clocks) {
    if (state !== 'met' && state !== 'breached') continue;
    const tally = tallies.get(metric) ?? { met: 0, breached: 0 };
    tally[state] += 1;
    tallies.set(metric, tally);
  }
  return tallies;
}

function rowOf(rows: Map<string, Row>, type: string, metric: string): Row {
  const key = `${type}\n${metric}`;
  let row = rows.get(key);
  if (!row) {
    row = { type, metric, before: { met: 0, breached: 0 }, after: { met: 0, breached: 0 }, worse: [], better: [] };
    rows.set(key, row);
  }
  return row;
}
