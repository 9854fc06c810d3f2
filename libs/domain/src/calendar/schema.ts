import { z } from 'zod';
import { isTimeZone, type Weekday, weekdays } from '../time/index.ts';
import type { CalendarDefinition, DayOff } from './types.ts';

const timeOfDay = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const endOfInterval = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;
const mostEntries = 10_000;

export const instantField = z.iso
  .datetime({ offset: true, error: 'an instant, such as 2027-04-01T09:00:00-07:00' })
  .refine(isInReach, 'an instant from 1970 to 2199');
export const dateField = z.iso.date({ error: 'a date, YYYY-MM-DD' });

function isInReach(text: string): boolean {
  const ms = Date.parse(text);
  return ms >= 0 && ms < Date.UTC(2200);
}

export const hoursField = z
  .tuple([
    z.string().regex(timeOfDay, 'a time of day, HH:MM'),
    z.string().regex(endOfInterval, 'a time of day, HH:MM, or 24:00'),
  ])
  .refine(([from, to]) => from !== to, 'an interval ends at another time than it begins');

const dayHours = z.array(hoursField).max(96).optional();
export const weekHoursField = z.strictObject(
  Object.fromEntries(weekdays.map((weekday) => [weekday, dayHours])) as Record<Weekday, typeof dayHours>,
);

const offFields = {
  name: z.string().min(1).max(200),
  closed: z.array(hoursField).min(1).max(48).optional(),
  observed: z.enum(['monday-after-sunday', 'nearest-weekday']).optional(),
  from: dateField.optional(),
  to: dateField.optional(),
};
const month = z.int().min(1).max(12);
const nth = z
  .int()
  .min(-5)
  .max(5)
  .refine((n) => n !== 0, 'counts from 1, or from -1 for the last');

export const dayOffField: z.ZodType<DayOff> = z.union(
  [
    z.strictObject({ on: dateField, ...offFields }),
    z.strictObject({ month, day: z.int().min(1).max(31), ...offFields }),
    z.strictObject({
      weekday: z.enum(weekdays),
      nth,
      month: month.optional(),
      plusDays: z.int().min(-31).max(31).optional(),
      ...offFields,
    }),
    z.strictObject({ everyWeeks: z.int().min(1).max(52), startingOn: dateField, ...offFields }),
  ],
  { error: 'a day off is { on }, { month, day }, { weekday, nth } or { everyWeeks, startingOn }, with a name' },
);

export const closureField = z
  .strictObject({
    from: instantField,
    to: instantField,
    reason: z.string().min(1).max(200),
    declaredAt: instantField.optional(),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'a closure ends after it begins');

export const calendarRulesFields = {
  timeZone: z.string().max(64).refine(isTimeZone, 'a time zone by its IANA name, such as America/Los_Angeles'),
  hours: weekHoursField,
  holidays: z
    .array(z.union([dateField, dayOffField], { error: 'a date, or a day off with a name' }))
    .max(mostEntries)
    .optional(),
  closures: z.array(closureField).max(1_000).optional(),
};

/** A calendar without a name or versions, as `POST /sla/preview` takes it. */
export const inlineCalendarField = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  ...calendarRulesFields,
});

/** A calendar as it is kept in files and by the API: its versions, each from an instant on, in order. */
export const calendarDefinitionField: z.ZodType<CalendarDefinition> = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'lower-case words with hyphens')
    .max(100),
  declaredAt: instantField.optional(),
  versions: z
    .tuple(
      [z.strictObject({ from: instantField.optional(), ...calendarRulesFields })],
      z.strictObject({ from: instantField, ...calendarRulesFields }),
    )
    .refine((versions) => versions.every(inOrder), 'each version begins after the one before'),
});

function inOrder(version: { from?: string }, i: number, all: readonly { from?: string }[]): boolean {
  const before = all[i - 1]?.from;
  return i === 0 || before === undefined || Date.parse(version.from ?? '') > Date.parse(before);
}
