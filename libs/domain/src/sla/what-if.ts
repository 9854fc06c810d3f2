import { type CalendarBook, type CalendarDefinition, compileCalendar } from '../calendar/index.ts';
import { type Instant, millis } from '../time/index.ts';
import { type ClockBook, UnknownNameError } from './book.ts';
import { type Endings, readEndings } from './read-clocks.ts';
import type { LadderStep, ServicePolicy, SlaEvent } from './types.ts';
import {
  inOrder,
  levelOf,
  type Open,
  rowOf,
  type WhatIfLevel,
  type WhatIfResult,
  type WhatIfRow,
} from './what-if-tallies.ts';

/** A past case as the what-if reads it: who it is, its type and department, and what its clocks heard. */
export interface PastCase {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly department: string;
  /** The department of each hand-off, by its scope. */
  readonly handOffs: Readonly<Record<string, string>>;
  readonly history: readonly SlaEvent[];
}

type Verdict = 'met' | 'breached';

/** A clock of a past case that would have ended otherwise; null: it was not, or would not have been, decided. */
export interface WhatIfChange {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly department: string;
  readonly metric: string;
  readonly scope: string;
  readonly cycle: number;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
}

/** The tallies of a what-if as it goes on; one may read in slices and show progress between them. */
export interface WhatIf {
  /** Reads these cases both ways, and answers what of them changes. */
  add(cases: Iterable<PastCase>): readonly WhatIfChange[];
  result(): WhatIfResult;
}

/** What is proposed, under the names that it would replace; a ladder alone replaces that of every policy. */
export interface Proposal {
  readonly policies: readonly ServicePolicy[];
  readonly calendars: readonly CalendarDefinition[];
  readonly ladder: readonly LadderStep[] | null;
}

/** The book that is, with what is proposed in the place of what it would replace. Throws UnknownNameError for a calendar that neither holds. */
export function proposedBook(book: ClockBook, { policies, calendars, ladder }: Proposal): ClockBook {
  const compiled = new Map(calendars.map((calendar) => [calendar.name, compileCalendar(calendar)]));
  const calendar: CalendarBook = (name) => compiled.get(name) ?? book.calendar(name);
  policies.forEach((policy, i) => {
    mustBeThere(policy.calendar, calendar, ['policies', i, 'calendar']);
    policy.clocks.forEach((rule, j) => {
      mustBeThere(rule.calendar, calendar, ['policies', i, 'clocks', j, 'calendar']);
    });
  });
  const climbed = new Map<ServicePolicy, ServicePolicy>();
  const underLadder = (policy: ServicePolicy): ServicePolicy => {
    if (!ladder) return policy;
    const found = climbed.get(policy) ?? { ...policy, ladder };
    climbed.set(policy, found);
    return found;
  };
  return {
    policy: (name, version) =>
      underLadder(policies.find((policy) => policy.name === name) ?? book.policy(name, version)),
    calendar: (name) => compiled.get(name) ?? book.calendar(name),
  };
}

function mustBeThere(name: string | undefined, calendar: CalendarBook, path: readonly (string | number)[]): void {
  try {
    if (name !== undefined) calendar(name);
  } catch (error) {
    throw error instanceof UnknownNameError ? new UnknownNameError(error.kind, error.wanted, path) : error;
  }
}

/**
 * Past cases under the policies and calendars that were, and under those proposed: the same fold over the same events.
 * `proposed` answers to the names that the histories pinned. Nothing is written.
 */
export function whatIf(current: ClockBook, proposed: ClockBook, now: Instant): WhatIf {
  const rows = new Map<string, Open<WhatIfRow>>();
  const levels = new Map<string, Open<WhatIfLevel>>();
  let cases = 0;
  return {
    add(slice) {
      const changes: WhatIfChange[] = [];
      for (const past of slice) {
        cases += 1;
        const was = readEndings(past.history, current, now);
        const would = readEndings(past.history, proposed, now);
        changes.push(...compare(rows, past, verdicts(was.clocks), verdicts(would.clocks)));
        climb(levels, past, was.reached, 'before');
        climb(levels, past, would.reached, 'after');
      }
      return changes;
    },
    result: () => ({ cases, rows: inOrder(rows), levels: inOrder(levels) }),
  };
}

type Ending = Endings['clocks'][number];
type Decided = ReadonlyMap<string, Ending & { readonly state: Verdict }>;

function verdicts(clocks: readonly Ending[]): Decided {
  const decided = clocks.filter((clock): clock is Ending & { state: Verdict } => isVerdict(clock.state));
  return new Map(decided.map((clock) => [`${clock.metric}\n${clock.scope}\n${clock.cycle}`, clock]));
}

const isVerdict = (state: Ending['state']): state is Verdict => state === 'met' || state === 'breached';

function compare(rows: Map<string, Open<WhatIfRow>>, past: PastCase, was: Decided, would: Decided): WhatIfChange[] {
  const changes: WhatIfChange[] = [];
  const turned = new Map<Open<WhatIfRow>, number>();
  for (const [key, { metric, scope, cycle }] of new Map([...was, ...would])) {
    const of = { type: past.type, department: past.handOffs[scope] ?? past.department };
    const row = rowOf(rows, of, metric);
    const before = was.get(key)?.state ?? null;
    const after = would.get(key)?.state ?? null;
    if (before) row.before[before] += 1;
    if (after) row.after[after] += 1;
    if (before === after) continue;
    turned.set(row, (turned.get(row) ?? 0) + Number(after === 'breached') - Number(before === 'breached'));
    changes.push({ id: past.id, number: past.number, ...of, metric, scope, cycle, before, after });
  }
  for (const [row, by] of turned) {
    if (by > 0) row.worse += 1;
    if (by < 0) row.better += 1;
  }
  return changes;
}

function climb(
  levels: Map<string, Open<WhatIfLevel>>,
  past: PastCase,
  reached: Endings['reached'],
  side: 'before' | 'after',
): void {
  for (const { level, scope } of reached) {
    const of = { type: past.type, department: past.handOffs[scope] ?? past.department };
    levelOf(levels, of, level)[side] += 1;
  }
}

/** From when to when a what-if looks that is told neither: the year before `now`. */
export const yearBefore = (now: Instant): Instant => new Date(millis(now) - 365 * 86_400_000).toISOString();
