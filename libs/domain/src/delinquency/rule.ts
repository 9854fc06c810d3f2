import { addDays, type CivilDate, instantOf } from '../time/index.ts';
import { type CollectionDays, startOfDay } from './days.ts';
import type { ShutOffFacts } from './facts.ts';
import type { ShutOffFigures } from './settings.ts';

/** What a rule found in the facts. */
export interface Finding {
  /** The first instant at or after the given one at which the rule allows shut-off; null: not as things are. */
  readonly allows: (from: number) => number | null;
  /** The sentence that says what it rests on; it serves as the reason also when it refuses. */
  readonly text: string;
  /** The instant from which the rule holds, where it waits for one. */
  readonly since?: string;
}

/** What a rule is looked at under: the instant asked about (epoch ms), its date, the figures of that day, the days. */
export interface Ground {
  readonly at: number;
  readonly today: CivilDate;
  readonly figures: ShutOffFigures;
  readonly days: CollectionDays;
}

/** One sentence of the law over some facts, with its number in the rule book. */
export interface Rule<Facts> {
  readonly rule: string;
  readonly name: string;
  readonly says: string;
  find(facts: Facts, ground: Ground): Finding;
}

export type ShutOffRule = Rule<ShutOffFacts>;

export function holds(text: string): Finding {
  return { allows: (from) => from, text };
}

export function bars(text: string): Finding {
  return { allows: () => null, text };
}

/** Bars while the condition is true. */
export function barsIf(condition: boolean | undefined, barred: string, otherwise: string): Finding {
  return condition ? bars(barred) : holds(otherwise);
}

/** Holds from an instant (epoch ms) on. */
export function holdsFrom(since: number, text: string): Finding {
  return { allows: (from) => Math.max(from, since), text, since: instantOf(since) };
}

/** Holds from the start of a day on. */
export function holdsFromDay(day: CivilDate, text: string, { days }: Ground): Finding {
  return holdsFrom(startOfDay(day, days), `${text}; lawful from ${day}`);
}

/** Holds from one moment to another (epoch ms), the last excluded. */
export function holdsBetween(start: number, end: number, text: string): Finding {
  return { allows: (from) => (from < end ? Math.max(from, start) : null), text };
}

/** Holds on one day alone. */
export function holdsOnDay(day: CivilDate, text: string, { days }: Ground): Finding {
  return holdsBetween(startOfDay(day, days), startOfDay(addDays(day, 1), days), text);
}
