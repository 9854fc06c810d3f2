import type { Calendar } from '../api/types.ts';
import { type Office, roundTheClock } from './chip.ts';

/** What a calendar means for a chip at `now` (epoch milliseconds). An unknown calendar counts round the clock. */
export function officeOf(calendar: Calendar | undefined, now: number): Office {
  if (!calendar?.hours) return roundTheClock;
  const { day, weekday, time } = localTime(now, calendar.timeZone);
  const closed = (calendar.holidays ?? []).some(
    (holiday) => (typeof holiday === 'string' ? holiday : holiday.date) === day,
  );
  const open = !closed && (calendar.hours[weekday] ?? []).some(([from, to]) => from <= time && time < to);
  return { open, daySeconds: longestDay(calendar) || roundTheClock.daySeconds };
}

function longestDay(calendar: Calendar): number {
  const days = Object.values(calendar.hours).map((intervals) =>
    intervals.reduce((sum, [from, to]) => sum + secondsOf(to) - secondsOf(from), 0),
  );
  return Math.max(0, ...days);
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

function localTime(now: number, timeZone: string): { day: string; weekday: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((piece) => piece.type === type)?.value ?? '';
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday').toLowerCase().slice(0, 3),
    time: `${part('hour')}:${part('minute')}`,
  };
}
