import { type CompiledCalendar, compileCalendar } from './compile.ts';
import { districtCalendar } from './district.ts';
import type { CalendarDefinition } from './types.ts';

/** Calendars by name; undefined when there is none of that name. */
export type CalendarBook = (name: string) => CompiledCalendar | undefined;

/** The district's calendar and those that are given; a definition of the name `district` replaces the built-in one. */
export function calendarBook(definitions: readonly CalendarDefinition[] = []): CalendarBook {
  const byName = new Map([[districtCalendar.name, districtCalendar]]);
  for (const definition of definitions) byName.set(definition.name, compileCalendar(definition));
  return (name) => byName.get(name);
}
