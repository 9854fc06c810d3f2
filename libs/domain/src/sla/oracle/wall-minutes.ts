import { DateTime } from 'luxon';

/** A stretch of minutes around a change of the clocks, with what hangs on the wall at each, read by luxon. */
export interface WallMinutes {
  readonly zone: string;
  readonly start: number;
  readonly length: number;
  /** The dates in order, and the place among them of each minute's date. */
  readonly dates: readonly string[];
  readonly dateOf: Uint16Array;
  readonly minuteOfDay: Uint16Array;
  /** 0 is Sunday. */
  readonly weekday: Uint8Array;
}

/** Four zones with both changes of a year; Lord Howe shifts by half an hour, Santiago at midnight. */
export const zonesWithChanges = [
  { zone: 'America/Los_Angeles', changes: ['2027-03-14', '2027-11-07'] },
  { zone: 'Europe/London', changes: ['2027-03-28', '2027-10-31'] },
  { zone: 'Australia/Lord_Howe', changes: ['2027-04-04', '2027-10-03'] },
  { zone: 'America/Santiago', changes: ['2027-04-04', '2027-09-05'] },
] as const;

const daysBefore = 8;
const days = 24;
/** No zone changes its clocks or its date within a quarter of an hour, so that luxon is asked once for each. */
const quarter = 15;
const tables = new Map<string, WallMinutes>();

export function wallMinutesAround(zone: string, change: string): WallMinutes {
  const key = `${zone} ${change}`;
  const known = tables.get(key) ?? readWall(zone, change);
  tables.set(key, known);
  return known;
}

function readWall(zone: string, change: string): WallMinutes {
  const start = DateTime.fromISO(change, { zone: 'utc' }).minus({ days: daysBefore }).toMillis();
  const length = days * 1440;
  const dates: string[] = [];
  const dateOf = new Uint16Array(length);
  const minuteOfDay = new Uint16Array(length);
  const weekday = new Uint8Array(length);
  for (let i = 0; i < length; i += quarter) {
    const wall = DateTime.fromMillis(start + i * 60_000, { zone });
    const date = wall.toISODate()!;
    if (dates.at(-1) !== date) dates.push(date);
    dateOf.fill(dates.length - 1, i, i + quarter);
    weekday.fill(wall.weekday % 7, i, i + quarter);
    for (let minute = 0; minute < quarter; minute += 1) minuteOfDay[i + minute] = wall.hour * 60 + wall.minute + minute;
  }
  return { zone, start, length, dates, dateOf, minuteOfDay, weekday };
}
