import { type CompiledCalendar, spanOf } from '../calendar/index.ts';
import { dayMs } from '../time/index.ts';
import type { QuietHours } from './escalation-settings.ts';

/** A calendar that never opens would be quiet for ever; after so many days its days off are not asked any more. */
const patienceDays = 30;

/** When the quiet that lies over `at` (epoch ms) ends; null when nothing is quiet then. */
export function quietUntil(at: number, hours: QuietHours, calendar: CompiledCalendar): number | null {
  let end = endOfQuiet(at, hours, calendar);
  for (let day = 0; day < patienceDays; day += 1) {
    const next = endOfQuiet(end ?? at, hours, calendar);
    if (next === null) return end;
    end = next;
  }
  return end;
}

function endOfQuiet(at: number, { from, to, daysOff }: QuietHours, calendar: CompiledCalendar): number | null {
  const day = calendar.dayAt(at);
  if (daysOff && calendar.closingOf(day) === null) return calendar.instantOf(day + 1, 0);
  if (from === to) return null;
  const [start, end] = spanOf([from, to]);
  const time = calendar.timeOfDayAt(at);
  if (start <= time && time < end) return wall(calendar, day, end);
  return time < end - dayMs ? wall(calendar, day, end - dayMs) : null;
}

/** An end on the next day is given as more than 24 hours. */
function wall(calendar: CompiledCalendar, day: number, time: number): number {
  return calendar.instantOf(day + Math.floor(time / dayMs), time % dayMs);
}
