import type { CompiledCalendar } from '@headgate/domain/calendar';
import { addMonths, civilDate, dayNumber, type Instant, instantOf, millis, weekdayIndex } from '@headgate/domain/time';
import { z } from 'zod';

export const periodField = z
  .string()
  .regex(/^(today|week|month|quarter|year|\d{1,3}d)$/, 'today, week, month, quarter, year, or days such as 30d')
  .default('month');

/** A time that the board looks back on, and the one of the same kind before it. */
export interface Period {
  readonly from: Instant;
  readonly before: Instant;
  readonly earlierFrom: Instant;
}

/** The period that is going on, by the district's days: from its first midnight up to and with now. */
export function periodOf(name: string, now: Instant, calendar: CompiledCalendar): Period {
  const today = calendar.dateAt(millis(now));
  const [first, earlier] = daysOf(name, today);
  const midnight = (day: number) => instantOf(calendar.instantOf(day, 0));
  return { from: midnight(first), before: instantOf(millis(now) + 1), earlierFrom: midnight(earlier) };
}

/** The first day of the period, and that of the one before, as day numbers. */
function daysOf(name: string, today: string): [number, number] {
  const day = dayNumber(today);
  const month = dayNumber(`${today.slice(0, 7)}-01`);
  const monthsBefore = (from: number, months: number) => dayNumber(addMonths(civilDate(from), -months));
  switch (name) {
    case 'today':
      return [day, day - 1];
    case 'week': {
      const monday = day - ((weekdayIndex(day) + 6) % 7);
      return [monday, monday - 7];
    }
    case 'month':
      return [month, monthsBefore(month, 1)];
    case 'quarter': {
      const first = monthsBefore(month, (Number(today.slice(5, 7)) - 1) % 3);
      return [first, monthsBefore(first, 3)];
    }
    case 'year': {
      const first = dayNumber(`${today.slice(0, 4)}-01-01`);
      return [first, monthsBefore(first, 12)];
    }
    default: {
      const days = Math.max(1, Number(name.slice(0, -1)));
      return [day - days + 1, day - 2 * days + 1];
    }
  }
}
