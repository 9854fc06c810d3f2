import { millis } from '../time/index.ts';
import { type CompiledCalendar, compileCalendar } from './compile.ts';
import { districtCalendar } from './district.ts';
import type { CalendarDefinition } from './types.ts';

/** Calendars by name; undefined when there is none of that name. */
export interface CalendarBook {
  (name: string): CompiledCalendar | undefined;
  /** The book as it was at an instant (epoch ms): without what was declared later. The same book where nothing was. */
  asOf?(at: number): CalendarBook;
}

/**
 * The district's calendar and those that are given, of each name the one that was declared last; a definition of the
 * name `district` replaces the built-in one.
 */
export function calendarBook(definitions: readonly CalendarDefinition[] = []): CalendarBook {
  const newest = new Map(definitions.map((definition) => [definition.name, definition]));
  const byName = new Map([[districtCalendar.name, districtCalendar]]);
  for (const [name, definition] of newest) byName.set(name, compileCalendar(definition));
  const lastChange = Math.max(...[...newest.values()].map((definition) => declaredAt(definition, definitions)));
  const earlier = new Map<number, CalendarBook>();
  const book: CalendarBook = (name) => byName.get(name);
  book.asOf = (at) => {
    if (at >= lastChange || definitions.length === 0) return book;
    const known = definitions.filter((definition) => declaredAt(definition, definitions) <= at);
    const kept = earlier.get(known.length) ?? calendarBook(known);
    earlier.set(known.length, kept);
    return kept;
  };
  return book;
}

/** The first definition of a name counts as known ever since: what a calendar was before, nobody can say. */
function declaredAt(definition: CalendarDefinition, all: readonly CalendarDefinition[]): number {
  if (all.find(({ name }) => name === definition.name) === definition) return Number.NEGATIVE_INFINITY;
  const instant = definition.declaredAt ?? definition.versions.at(-1)?.from;
  return instant === undefined ? Number.NEGATIVE_INFINITY : millis(instant);
}
