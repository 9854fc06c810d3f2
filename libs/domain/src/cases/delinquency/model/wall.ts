/** The oracle's own calendar of the district: nothing of it is shared with the law. */
const zone = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/Los_Angeles',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export interface Wall {
  readonly date: string;
  readonly minute: number;
}

const walls = new Map<number, Wall>();

/** Date and minute of the day on the office's wall. */
export function wallAt(at: string): Wall {
  const ms = Date.parse(at);
  const known = walls.get(ms);
  if (known) return known;
  const part = Object.fromEntries(zone.formatToParts(new Date(ms)).map(({ type, value }) => [type, value]));
  const wall = { date: `${part.year}-${part.month}-${part.day}`, minute: Number(part.hour) * 60 + Number(part.minute) };
  if (walls.size > 50_000) walls.clear();
  walls.set(ms, wall);
  return wall;
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Rule F3's days of 2027 and 2028 by hand, with the local Friday after Thanksgiving. */
const holidays = new Set([
  ...['2027-01-01', '2027-01-18', '2027-02-12', '2027-02-15', '2027-03-31', '2027-05-31', '2027-07-05', '2027-09-06'],
  ...['2027-09-09', '2027-09-24', '2027-10-11', '2027-11-11', '2027-11-25', '2027-11-26', '2027-07-04', '2027-12-25'],
  ...['2028-01-01', '2028-01-17', '2028-02-12', '2028-02-21', '2028-03-31', '2028-05-29', '2028-07-04', '2028-09-04'],
  ...['2028-09-09', '2028-09-22', '2028-10-09', '2028-11-11', '2028-11-23', '2028-11-24', '2028-12-25'],
]);

export function isBusinessDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

export function isOpen({ date, minute }: Wall): boolean {
  const served = (minute >= 480 && minute < 720) || (minute >= 780 && minute < 1020);
  return isBusinessDay(date) && served;
}

/** How many business days lie after `from`, up to and with `to`. */
export function businessDaysAfter(from: string, to: string): number {
  let counted = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) counted += isBusinessDay(day) ? 1 : 0;
  return counted;
}

/** Due on a day without business: the next one is in time (rule F21). */
export function lastTimely(date: string): string {
  let day = date;
  while (!isBusinessDay(day)) day = plusDays(day, 1);
  return day;
}
