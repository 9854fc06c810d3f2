import { dayMs, offsetAt, wallMillis, weekdayIndex, yearOf } from '../time/index.ts';
import type { ReadRules } from './pieces.ts';

/** A day off or a closure that took away open time: when it began, and its name. */
export interface LostTime {
  readonly from: number;
  readonly name: string;
}

/** Days off on days with hours, and closures, that touch the time between two instants; in order. */
export function lostBetween(rules: ReadRules, from: number, to: number): LostTime[] {
  if (from >= to) return [];
  const first = dayAt(rules.timeZone, from);
  const last = dayAt(rules.timeZone, to - 1);
  const days: LostTime[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    for (const [day, off] of rules.daysOff(year)) {
      if (day < first || day > last || rules.week[weekdayIndex(day)]!.length === 0) continue;
      days.push({ from: Math.max(from, wallMillis(day * dayMs, rules.timeZone)), name: off[0]!.name });
    }
  }
  const closures = rules.closures.filter((closure) => closure.from < to && from < closure.to);
  const closed = closures.map((closure) => ({ from: Math.max(from, closure.from), name: closure.reason }));
  return [...days, ...closed].sort((a, b) => a.from - b.from);
}

function dayAt(timeZone: string, ms: number): number {
  return Math.floor((ms + offsetAt(timeZone, ms)) / dayMs);
}
