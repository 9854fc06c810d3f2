const district = 'America/Los_Angeles';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { timeZone: district, ...options });

const clockTime = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const weekday = format({ weekday: 'long' });
const dayAndMonth = format({ month: 'short', day: 'numeric' });
const dayMonthYear = format({ month: 'short', day: 'numeric', year: 'numeric' });
const full = format({
  weekday: 'short',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `Thu, Dec 3, 2026, 09:00 PST`: nothing left to guess. */
export const fullTime = (instant: string): string => full.format(new Date(instant));

export const timeOfDay = (instant: string): string => clockTime.format(new Date(instant));

/** `Nov 3`, with the year when it is not this one. */
export function shortDate(instant: string, now: number): string {
  const date = new Date(instant);
  const sameYear = dayMonthYear.format(date).slice(-4) === dayMonthYear.format(new Date(now)).slice(-4);
  return (sameYear ? dayAndMonth : dayMonthYear).format(date);
}

/** A coming or recent moment as one says it: `today 15:00`, `Thursday 09:00`, `Dec 14, 09:00`. */
export function momentInWords(instant: string, now: number): string {
  const distance = Math.abs(Date.parse(instant) - now);
  const date = new Date(instant);
  if (dayMonthYear.format(date) === dayMonthYear.format(new Date(now))) return `today ${clockTime.format(date)}`;
  if (distance < 6 * day) return `${weekday.format(date)} ${clockTime.format(date)}`;
  return `${shortDate(instant, now)}, ${clockTime.format(date)}`;
}

/** How long since: `now`, `5 min`, `3 h`, `2 days`, `4 months`. */
export function age(since: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(since));
  if (passed < minute) return 'now';
  if (passed < hour) return `${Math.floor(passed / minute)} min`;
  if (passed < day) return `${Math.floor(passed / hour)} h`;
  const days = Math.floor(passed / day);
  if (days < 60) return days === 1 ? '1 day' : `${days} days`;
  return `${Math.floor(days / 30)} months`;
}

/** The civil day of an instant in the district, `YYYY-MM-DD`. */
export const civilDay = (instant: string | number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: district }).format(new Date(instant));
