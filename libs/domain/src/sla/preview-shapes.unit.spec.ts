import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UnknownNameError } from './book.ts';
import { defaultClockBook, defaultPolicies } from './default-policies.ts';
import { previewClocks } from './preview.ts';
import { slaPreviewInput } from './preview-input.ts';

const at = fc
  .integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2028, 3, 1) })
  .map((ms) => new Date(ms - (ms % 1_000)).toISOString());
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const interval = fc.tuple(time, fc.oneof(time, fc.constant('24:00'))).filter(([from, to]) => from !== to);
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const week = fc.record(Object.fromEntries(weekdays.map((day) => [day, fc.array(interval, { maxLength: 2 })])), {
  requiredKeys: [],
});
const date = at.map((instant) => instant.slice(0, 10));
const calendar = fc.oneof(
  fc.constantFrom('district', 'moon'),
  fc.record(
    {
      timeZone: fc.constantFrom('America/Los_Angeles', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
      hours: week,
      holidays: fc.array(date, { maxLength: 3 }),
    },
    { requiredKeys: ['timeZone', 'hours'] },
  ),
);
const target = fc.oneof(
  fc.nat(5_000).map((businessMinutes) => ({ businessMinutes })),
  fc.record({ businessDays: fc.nat(30), endOfDay: fc.boolean() }, { requiredKeys: ['businessDays'] }),
  fc.nat(60).map((calendarDays) => ({ calendarDays })),
  date.map((fixedOn) => ({ fixedOn })),
);
const metric = fc.constantFrom('acknowledge', 'first-response', 'next-response', 'resolve', 'hand-off', 'statute');
const priority = fc.constantFrom('low', 'normal', 'high', 'urgent');
const policy = fc.oneof(
  fc.constantFrom(...defaultPolicies.map(({ name }) => name), 'none'),
  fc.array(fc.record({ metric, target }), { minLength: 1, maxLength: 4 }).map((clocks) => ({ clocks })),
);
const visit = fc.oneof(fc.nat(3), fc.constantFrom('a', 'b'));
const event = fc.oneof(
  fc.record(
    { type: fc.constant('hold'), at, until: fc.oneof(at, date), reason: fc.string() },
    { requiredKeys: ['type', 'at'] },
  ),
  fc.record({ type: fc.constantFrom('resume', 'acknowledge', 'customer-reply', 'resolve', 'reopen', 'cancel'), at }),
  fc.record({ type: fc.constant('reprioritise'), at, priority }),
  fc.record({ type: fc.constant('reply'), at, visibility: fc.constantFrom('internal', 'customer') }),
  fc.record(
    { type: fc.constantFrom('task-opened', 'task-done', 'task-returned', 'task-withdrawn'), at, visit },
    { requiredKeys: ['type', 'at'] },
  ),
  fc.record({ type: fc.constantFrom('retype', 'policy'), at, policy }, { requiredKeys: ['type', 'at'] }),
);
const body = fc.record(
  { calendar, policy, metric, target, priority, openedAt: at, events: fc.array(event, { maxLength: 20 }), now: at },
  { requiredKeys: ['openedAt', 'events', 'now'] },
);

describe('Whatever shape of the contract is asked for', () => {
  it('is answered with clocks that hold together, or refused because a name is not there', () => {
    fc.assert(
      fc.property(body, (asked) => {
        const parsed = slaPreviewInput.parse(JSON.parse(JSON.stringify(asked)));
        for (const clock of answered(() => previewClocks(parsed, defaultClockBook))) {
          const wall = (Date.parse(clock.stoppedAt ?? asked.now) - Date.parse(clock.startedAt)) / 1_000;
          expect(clock.elapsedSeconds).toBeGreaterThanOrEqual(0);
          expect(clock.elapsedSeconds).toBeLessThanOrEqual(wall);
          expect(clock.because.length).toBeGreaterThan(10);
          if (clock.state === 'breached') expect(clock.dueAt).not.toBeNull();
          if (clock.state === 'paused') expect(clock.dueAt).toBeNull();
          if (asked.metric !== undefined) expect(clock.metric).toBe(asked.metric);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function answered<T>(preview: () => T[]): T[] {
  try {
    return preview();
  } catch (error) {
    if (error instanceof UnknownNameError && error.path.length > 0) return [];
    throw error;
  }
}
