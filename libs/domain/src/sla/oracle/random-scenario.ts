import fc from 'fast-check';
import type { CalendarDefinition, DayOff, Hours, Target, WeekHours } from '../../calendar/index.ts';
import type { ClockRule, LadderStep, ServicePolicy, SlaEvent } from '../types.ts';
import { wallMinutesAround, zonesWithChanges } from './wall-minutes.ts';

/** A case's history under calendars that lie over a change of the clocks. */
export interface Scenario {
  readonly zone: string;
  readonly change: string;
  readonly calendars: readonly [CalendarDefinition, CalendarDefinition];
  readonly policies: readonly [ServicePolicy, ServicePolicy];
  readonly history: readonly SlaEvent[];
  readonly now: string;
}

interface Place {
  readonly zone: string;
  readonly change: string;
  readonly start: number;
  readonly dates: readonly string[];
}

const places: readonly Place[] = zonesWithChanges.flatMap(({ zone, changes }) =>
  changes.map((change) => {
    const wall = wallMinutesAround(zone, change);
    return { zone, change, start: wall.start, dates: wall.dates };
  }),
);

export const anyScenario: fc.Arbitrary<Scenario> = fc.constantFrom(...places).chain((place) =>
  fc
    .record({
      zone: fc.constant(place.zone),
      change: fc.constant(place.change),
      calendars: fc.tuple(anyCalendar('first', place), anyCalendar('second', place)),
      policies: fc.tuple(anyPolicy('plain', place), anyPolicy('other', place)),
      opened: minuteIn(place, 3, 9),
      events: fc.array(anyEvent(place), { maxLength: 14 }),
      now: minuteIn(place, 5, 19),
      priority: anyPriority,
    })
    .map(({ opened, events, priority, ...rest }) => ({
      ...rest,
      history: [{ type: 'opened', at: opened, priority, policy: 'plain' } as const, ...events],
    })),
);

function minuteIn(place: Place, fromDay: number, toDay: number): fc.Arbitrary<string> {
  return fc.integer({ min: fromDay * 1440, max: toDay * 1440 }).map((minute) => iso(place.start + minute * 60_000));
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

const anyPriority = fc.constantFrom('low', 'normal', 'high', 'urgent');

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Often around the hours that the changes lose and repeat, else anywhere, over midnight too. */
const anyHours: fc.Arbitrary<Hours> = fc
  .oneof(
    { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 })) },
    { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 60, max: 400 })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom([0, 1440] as [number, number], [480, 720], [780, 1020], [1320, 360], [75, 105]),
    },
  )
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => [clockText(from), clockText(to)] as const);

const dayHours = fc.array(anyHours, { maxLength: 3 });
const anyWeek: fc.Arbitrary<WeekHours> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      mon: dayHours,
      tue: dayHours,
      wed: dayHours,
      thu: dayHours,
      fri: dayHours,
      sat: dayHours,
      sun: dayHours,
    }),
  },
  {
    weight: 1,
    arbitrary: dayHours.map((hours) => ({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sun: hours })),
  },
  { weight: 1, arbitrary: fc.constant(everyDay([['00:00', '24:00']])) },
);

function everyDay(hours: readonly Hours[]): WeekHours {
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours };
}

function anyCalendar(name: string, place: Place): fc.Arbitrary<CalendarDefinition> {
  const rules = fc.record({
    timeZone: fc.constant(place.zone),
    hours: anyWeek,
    holidays: fc.array(anyDayOff(place), { maxLength: 3 }),
    closures: fc.array(anyClosure(place), { maxLength: 2 }),
  });
  const later = fc.tuple(minuteIn(place, 4, 16), rules).map(([from, version]) => ({ from, ...version }));
  return fc.oneof(
    { weight: 3, arbitrary: rules.map((only) => ({ name, versions: [only] as const })) },
    { weight: 1, arbitrary: fc.tuple(rules, later).map((versions) => ({ name, versions })) },
  );
}

function anyDayOff(place: Place): fc.Arbitrary<DayOff | string> {
  const on = fc.constantFrom(...place.dates);
  const part = fc
    .tuple(
      on,
      anyHours.filter(([from, to]) => from < to),
    )
    .map(([date, hours]) => ({ on: date, name: 'part of a day', closed: [hours] }));
  return fc.oneof(on, part);
}

function anyClosure(place: Place) {
  return fc
    .tuple(minuteIn(place, 2, 18), fc.integer({ min: 1, max: 2000 }))
    .map(([from, minutes]) => ({ from, to: iso(Date.parse(from) + minutes * 60_000), reason: 'main break' }));
}

const businessMinutes: fc.Arbitrary<Target> = fc
  .integer({ min: 0, max: 3000 })
  .map((minutes) => ({ businessMinutes: minutes }));
const businessDays: fc.Arbitrary<Target> = fc
  .integer({ min: 1, max: 5 })
  .map((days) => ({ businessDays: days, endOfDay: true }));
const calendarDays: fc.Arbitrary<Target> = fc.integer({ min: 0, max: 6 }).map((days) => ({ calendarDays: days }));

function anyTarget(place: Place): fc.Arbitrary<Target> {
  const fixed = fc.constantFrom(...place.dates.slice(8, 20)).map((fixedOn) => ({ fixedOn }));
  return fc.oneof({ weight: 4, arbitrary: businessMinutes }, businessDays, calendarDays, fixed);
}

function anyRule(metric: string, place: Place): fc.Arbitrary<ClockRule> {
  const target = anyTarget(place);
  return fc.record(
    {
      metric: fc.constant(metric),
      target: fc.oneof(target, fc.record({ low: target, normal: target, high: target, urgent: target })),
      calendar: fc.constantFrom('first', 'second'),
      legal: fc.boolean(),
    },
    { requiredKeys: ['metric', 'target'] },
  );
}

const steps: readonly LadderStep[] = [
  ...[50, 75, 99.951, 100, 150].map((percent) => ({ name: `${percent} %`, when: { percent } })),
  ...[-30, 45].map((minutes) => ({
    name: `office ${minutes}`,
    when: { businessMinutes: minutes, relativeTo: 'due' as const },
  })),
  ...[-60, 0, 90].map((minutes) => ({
    name: `wall ${minutes}`,
    when: { wallMinutes: minutes, relativeTo: 'due' as const },
  })),
].map((step) => ({ ...step, to: ['supervisor'], template: 'escalation' }));

function anyPolicy(name: string, place: Place): fc.Arbitrary<ServicePolicy> {
  const change = fc.constantFrom('carry', 'restart', 'earlier-due');
  return fc.record({
    name: fc.constant(name),
    version: fc.constant(1),
    from: fc.constant('2026-01-01T00:00:00Z'),
    calendar: fc.constantFrom('first', 'second'),
    clocks: fc.tuple(
      ...['acknowledge', 'first-response', 'next-response', 'resolve', 'hand-off', 'statute'].map((metric) =>
        anyRule(metric, place),
      ),
      anyRule('hand-off', place).map((rule) => ({ ...rule, task: 'reread' })),
    ),
    ladder: fc.subarray([...steps]),
    changeRules: fc.record({ priority: change, policy: change }),
    holds: fc.tuple(fc.oneof(businessMinutes, calendarDays).map((longest) => ({ reason: 'awaiting', longest }))),
  });
}

const visit = fc.constantFrom('a', 'b', 'c');

function anyEvent(place: Place): fc.Arbitrary<SlaEvent> {
  const at = minuteIn(place, 2, 18);
  const of = <T extends SlaEvent['type']>(type: T) => fc.constant(type);
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record(
        { type: of('hold'), at, until: minuteIn(place, 2, 20), reason: fc.constantFrom('awaiting', 'whatever') },
        { requiredKeys: ['type', 'at'] },
      ),
    },
    { weight: 3, arbitrary: fc.record({ type: of('resume'), at }) },
    { weight: 2, arbitrary: fc.record({ type: of('reprioritise'), at, priority: anyPriority }) },
    fc.record({ type: of('acknowledge'), at }),
    fc.record({ type: of('reply'), at, visibility: fc.constantFrom('internal', 'customer') }),
    fc.record({ type: of('customer-reply'), at }),
    {
      weight: 2,
      arbitrary: fc.record({ type: of('task-opened'), at, visit, task: fc.constantFrom('reread', 'leak-check') }),
    },
    fc.record({ type: of('task-done'), at, visit }),
    fc.record({ type: of('task-returned'), at, visit }),
    fc.record({ type: of('task-withdrawn'), at, visit }),
    fc.record({ type: of('policy'), at, policy: fc.constantFrom('plain', 'other') }),
    fc.record(
      {
        type: of('escalation-acknowledged'),
        at,
        until: minuteIn(place, 2, 20),
        metric: fc.constantFrom('resolve', 'hand-off', 'first-response'),
        scope: fc.constantFrom('case', 'a', 'b'),
      },
      { requiredKeys: ['type', 'at', 'until'] },
    ),
    fc.record({ type: of('resolve'), at }),
    fc.record({ type: of('cancel'), at }),
    fc.record({ type: of('reopen'), at }),
  ) as fc.Arbitrary<SlaEvent>;
}
