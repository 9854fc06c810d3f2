import { type Instant, millis } from '../time/index.ts';
import { type CompiledCalendar, compileCalendar } from './compile.ts';
import { districtCalendar } from './district.ts';
import type { CalendarDefinition, CalendarVersion } from './types.ts';

/** Calendars by name; undefined when there is none of that name. */
export interface CalendarBook {
  (name: string): CompiledCalendar | undefined;
  /** The book as it was at an instant (epoch ms): without what was declared later. The same book where nothing was. */
  asOf?(at: number): CalendarBook;
}

/** The district's calendar and those that are given; a definition of the name `district` replaces the built-in one. */
export function calendarBook(definitions: readonly CalendarDefinition[] = []): CalendarBook {
  const byName = new Map([[districtCalendar.name, districtCalendar]]);
  for (const definition of definitions) byName.set(definition.name, compileCalendar(definition));
  const declared = [...new Set(definitions.flatMap(({ versions }) => versions.slice(1).flatMap(declaredAt)))];
  const instants = declared.sort((a, b) => a - b);
  const earlier = new Map<number, CalendarBook>();
  const book: CalendarBook = (name) => byName.get(name);
  book.asOf = (at) => {
    const known = instants.filter((instant) => instant <= at).length;
    if (known === instants.length) return book;
    const kept = earlier.get(known) ?? calendarBook(definitions.map((definition) => knownAt(definition, at)));
    earlier.set(known, kept);
    return kept;
  };
  return book;
}

function declaredAt(version: CalendarVersion): number[] {
  const instant: Instant | undefined = version.declaredAt ?? version.from;
  return instant === undefined ? [] : [millis(instant)];
}

/** A calendar with the versions that were declared by an instant; the first one is kept in any case. */
function knownAt({ name, versions: [first, ...later] }: CalendarDefinition, at: number): CalendarDefinition {
  return {
    name,
    versions: [first, ...later.filter((version) => declaredAt(version).every((instant) => instant <= at))],
  };
}
