import type { CalendarDefinition, CalendarVersion, Closure, DayOff } from '@headgate/domain/calendar';
import { type Instant, millis } from '@headgate/domain/time';
import type { Kysely } from 'kysely';
import { addCalendarDefinition, type KeptVersion } from './versions.ts';

/** What changes of the rules in force at `now`, and with them of all that are to come. */
type Change = (rules: CalendarVersion) => CalendarVersion;

/** A closure declared in an emergency: it holds at once, and takes away nothing that has passed. */
export async function declareClosure(
  db: Kysely<unknown>,
  name: string,
  closure: { readonly from: Instant; readonly until: Instant; readonly reason: string },
  now: Instant,
): Promise<KeptVersion<CalendarDefinition>> {
  const declared: Closure = { from: closure.from, to: closure.until, reason: closure.reason, declaredAt: now };
  return await changeFromNow(db, name, now, (rules) => ({
    ...rules,
    closures: [...(rules.closures ?? []), declared],
  }));
}

/** Days off out of a file: added to those that are there, or in the place of all that are single dates. */
export async function addHolidays(
  db: Kysely<unknown>,
  name: string,
  days: readonly DayOff[],
  { now, replace }: { readonly now: Instant; readonly replace: boolean },
): Promise<KeptVersion<CalendarDefinition>> {
  return await changeFromNow(db, name, now, (rules) => ({ ...rules, holidays: withDays(rules, days, replace) }));
}

function withDays(rules: CalendarVersion, days: readonly DayOff[], replace: boolean): CalendarVersion['holidays'] {
  const kept = (rules.holidays ?? []).filter((each) => !replace || !(typeof each === 'string' || 'on' in each));
  const known = new Set(kept.map((each) => (typeof each === 'string' ? each : JSON.stringify(inOneOrder(each)))));
  return [...kept, ...days.filter((day) => !known.has(JSON.stringify(inOneOrder(day))))];
}

/** What comes back from the database has its keys in another order. */
const inOneOrder = (day: DayOff): unknown => Object.entries(day).sort(([a], [b]) => (a < b ? -1 : 1));

async function changeFromNow(
  db: Kysely<unknown>,
  name: string,
  now: Instant,
  change: Change,
): Promise<KeptVersion<CalendarDefinition>> {
  return await addCalendarDefinition(db, name, now, ({ versions }) => {
    const isPast = (rules: CalendarVersion, i: number) => i === 0 || millis(rules.from ?? now) <= millis(now);
    const past = versions.filter(isPast);
    const inForce = past.at(-1) ?? versions[0];
    const begun = past.filter((rules, i) => i === 0 || millis(rules.from ?? now) < millis(now));
    const coming = versions.filter((rules, i) => !isPast(rules, i)).map(change);
    return [...begun, change({ ...inForce, from: now }), ...coming] as unknown as CalendarDefinition['versions'];
  });
}
