import type { Clock, ClockStatus } from './types.ts';

/** What of a clock a change of rules may change. */
export interface ClockStand {
  readonly state: ClockStatus;
  readonly dueAt: string | null;
  readonly elapsedSeconds: number;
  readonly targetSeconds: number;
  readonly percent: number;
}

/** A clock before and after a change; null where the rules have no such clock. */
export interface ClockChange {
  readonly metric: string;
  readonly scope: string;
  readonly cycle: number;
  readonly before: ClockStand | null;
  readonly after: ClockStand | null;
}

/** The clocks that stand otherwise after a change than before it, in the order in which they started. */
export function changedClocks(before: readonly Clock[], after: readonly Clock[]): ClockChange[] {
  const was = new Map(before.map((clock) => [keyOf(clock), clock]));
  const is = new Map(after.map((clock) => [keyOf(clock), clock]));
  return [...new Map([...was, ...is])].flatMap(([key, { metric, scope, cycle }]) => {
    const change = { metric, scope, cycle, before: standOf(was.get(key)), after: standOf(is.get(key)) };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

const keyOf = ({ metric, scope, cycle }: Clock): string => `${metric}\n${scope}\n${cycle}`;

function standOf(clock: Clock | undefined): ClockStand | null {
  if (!clock) return null;
  const { state, dueAt, elapsedSeconds, targetSeconds, percent } = clock;
  return { state, dueAt, elapsedSeconds, targetSeconds, percent };
}

/** What a change means for many cases. */
export interface ChangeCounts {
  readonly cases: number;
  readonly changed: number;
  readonly dueEarlier: number;
  readonly dueLater: number;
  readonly newlyBreached: number;
  readonly noLongerBreached: number;
}

/** Counts cases, by the clocks of each that change; a case counts once in each of the figures that it belongs to. */
export function countChanges(cases: Iterable<readonly ClockChange[]>): ChangeCounts {
  const counts = { cases: 0, changed: 0, dueEarlier: 0, dueLater: 0, newlyBreached: 0, noLongerBreached: 0 };
  for (const changes of cases) {
    counts.cases += 1;
    if (changes.length > 0) counts.changed += 1;
    if (changes.some((change) => moved(change) < 0)) counts.dueEarlier += 1;
    if (changes.some((change) => moved(change) > 0)) counts.dueLater += 1;
    if (changes.some(({ before, after }) => isBreached(after) && !isBreached(before))) counts.newlyBreached += 1;
    if (changes.some(({ before, after }) => isBreached(before) && !isBreached(after))) counts.noLongerBreached += 1;
  }
  return counts;
}

const isBreached = (stand: ClockStand | null): boolean => stand?.state === 'breached';

/** How far the due moves in ms, where there is one on both sides. */
function moved({ before, after }: ClockChange): number {
  return before?.dueAt && after?.dueAt ? Date.parse(after.dueAt) - Date.parse(before.dueAt) : 0;
}
