import type { CompiledCalendar, Target } from '../calendar/index.ts';
import { civilDate, minuteMs, weekdayIndex } from '../time/index.ts';

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Instants of one sentence, named by weekday alone when all lie within six days, else with the date. */
export function instantWriter(calendar: CompiledCalendar, first: number, last: number): (at: number) => string {
  const days = calendar.dayAt(last) - calendar.dayAt(first);
  return (at) => `${dayText(calendar, at, days > 6)} ${timeText(calendar.timeOfDayAt(at))}`;
}

export function dayText(calendar: CompiledCalendar, at: number, dated: boolean): string {
  const day = calendar.dayAt(at);
  const weekday = weekdayNames[weekdayIndex(day)]!;
  return dated ? `${weekday} ${dateText(civilDate(day))}` : weekday;
}

function dateText(date: string): string {
  return `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

function timeText(timeOfDay: number): string {
  const minutes = Math.floor(timeOfDay / minuteMs);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `2 h 15 min`; seconds only where there are some. */
export function lengthText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount} ${unit}`);
  return said.length > 0 ? said.join(' ') : '0 min';
}

/** A target as the office says it: `8 business hours from Tue 15:30`, `end of the 2nd business day after Mon 15:30`. */
export function targetText(target: Target, from: string): string {
  if ('businessMinutes' in target) return `${businessTimeText(target.businessMinutes)} from ${from}`;
  if ('fixedOn' in target) return `fixed on ${dateText(target.fixedOn)}`;
  const [days, noun] = 'calendarDays' in target ? [target.calendarDays, 'day'] : [target.businessDays, 'business day'];
  const roll = 'calendarDays' in target && target.roll === 'next-business-day' ? ', moved on to a business day' : '';
  if (!target.endOfDay) return `${plural(days, noun)} from ${from}${roll}`;
  return days === 0 ? `end of the day of ${from}` : `end of the ${ordinal(days)} ${noun} after ${from}${roll}`;
}

function ordinal(n: number): string {
  const tens = n % 100;
  if (tens >= 11 && tens <= 13) return `${n}th`;
  return `${n}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}

function businessTimeText(minutes: number): string {
  return minutes % 60 === 0 ? plural(minutes / 60, 'business hour') : plural(minutes, 'business minute');
}

export function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

export function listText(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
