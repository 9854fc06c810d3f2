import { DateTime } from 'luxon';
import type { Target } from '../../calendar/index.ts';
import type { OpenMinutes } from './open-minutes.ts';
import type { WallMinutes } from './wall-minutes.ts';

/** So many office minutes after an instant, or before it: then as early as that is true, at the latest at once. */
export function officeMinutesFrom(office: Uint8Array, from: number, minutes: number): number {
  let left = minutes;
  let at = from;
  while (left > 0 && at < office.length) left -= office[at++]!;
  while (left < 0 && at > 0) left += office[--at]!;
  while (minutes < 0 && at > 0 && !office[at - 1]) at -= 1;
  return minutes > 0 && left > 0 ? Number.POSITIVE_INFINITY : at;
}

export function isWall(target: Target): boolean {
  return 'calendarDays' in target || 'fixedOn' in target;
}

/** A target in minutes that count, found by looking at each day of the stretch; infinite when it lies beyond it. */
export function targetMinutes(target: Target, start: number, wall: WallMinutes, open: OpenMinutes): number {
  if ('businessMinutes' in target) return target.businessMinutes;
  if ('businessDays' in target) {
    const due = endOfBusinessDay(target.businessDays, start, wall, open);
    return due === null ? Number.POSITIVE_INFINITY : open.subarray(start, due).reduce((sum, one) => sum + one, 0);
  }
  const due =
    'calendarDays' in target ? daysLater(target.calendarDays, start, wall) : endOfDate(target.fixedOn, wall, open);
  return due >= wall.length ? Number.POSITIVE_INFINITY : Math.max(0, due - start);
}

function endOfBusinessDay(days: number, start: number, wall: WallMinutes, open: OpenMinutes): number | null {
  let left = days;
  let last = wall.dateOf[start]!;
  for (let i = start; i < wall.length; i += 1) {
    if (!open[i] || wall.dateOf[i] === last || wall.dateOf[i] === wall.dateOf[start]) continue;
    last = wall.dateOf[i]!;
    if (isCutShort(last, wall, open)) continue;
    left -= 1;
    if (left === 0) return last < wall.dates.length - 1 ? lastOpen(last, wall, open) : null;
  }
  return null;
}

/** The last minute of a date that was to count was taken away by a closure. */
function isCutShort(date: number, wall: WallMinutes, open: OpenMinutes): boolean {
  const next = wall.dateOf.indexOf(date + 1);
  const end = next < 0 ? wall.length : next;
  for (let i = end - 1; i >= 0 && wall.dateOf[i] === date; i -= 1) {
    if (open[i]) return false;
    if (open.shut[i]) return true;
  }
  return false;
}

/** The end of the last minute of a date that counts; 0 when none does, or not as planned. */
function lastOpen(date: number, wall: WallMinutes, open: OpenMinutes): number {
  if (isCutShort(date, wall, open)) return 0;
  const next = wall.dateOf.indexOf(date + 1);
  for (let i = next - 1; i >= 0 && wall.dateOf[i] === date; i -= 1) if (open[i]) return i + 1;
  return 0;
}

function daysLater(days: number, start: number, wall: WallMinutes): number {
  const from = DateTime.fromMillis(wall.start + start * 60_000, { zone: wall.zone });
  return Math.round((from.plus({ days }).toMillis() - wall.start) / 60_000);
}

function endOfDate(date: string, wall: WallMinutes, open: OpenMinutes): number {
  const place = wall.dates.indexOf(date);
  return lastOpen(place, wall, open) || wall.dateOf.indexOf(place + 1);
}
