import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CalendarDefinition, type CalendarVersion, calendarBook, type Hours } from '../calendar/index.ts';
import { instantOf, millis, weekdays } from '../time/index.ts';
import { clockBook } from './book.ts';
import { anyScenario, type Scenario } from './oracle/random-scenario.ts';
import { readClocks } from './read-clocks.ts';
import type { Clock, SlaEvent } from './types.ts';

const runs = 150;
const seed = Number(process.env.HEADGATE_SEED ?? Date.now() % 2 ** 31);

function read({ history, policies, calendars, now }: Scenario) {
  return readClocks(history, clockBook(policies, calendarBook(calendars)), now);
}

/** Holds for every scenario; the seed goes with the message of a failure. */
function always(property: (scenario: Scenario) => void): void {
  fc.assert(fc.property(anyScenario, property), { numRuns: runs, seed });
}

function withHours(scenario: Scenario, change: (hours: readonly Hours[]) => readonly Hours[]): Scenario {
  const version = <V extends CalendarVersion>(each: V): V => ({
    ...each,
    hours: Object.fromEntries(weekdays.map((day) => [day, change(each.hours[day] ?? [])])),
  });
  const calendar = (each: CalendarDefinition): CalendarDefinition => {
    const [first, ...later] = each.versions;
    return { ...each, versions: [version(first), ...later.map(version)] };
  };
  return { ...scenario, calendars: [calendar(scenario.calendars[0]), calendar(scenario.calendars[1])] };
}

/** Cuts every interval of a day in two at a time between its ends. */
function split(hours: readonly Hours[]): Hours[] {
  return hours.flatMap(([from, to]): Hours[] => {
    const middle = `${from.slice(0, 2)}:59`;
    return from < middle && middle < to
      ? [
          [from, middle],
          [middle, to],
        ]
      : [[from, to]];
  });
}

function shifted(scenario: Scenario, weeks: number): Scenario {
  const later = (at: string) => instantOf(millis(at) + weeks * 7 * 86_400_000);
  const history = scenario.history.map(
    (event): SlaEvent =>
      'until' in event && event.until
        ? { ...event, at: later(event.at), until: later(event.until) }
        : { ...event, at: later(event.at) },
  );
  return { ...scenario, history, now: later(scenario.now) };
}

/** The same without holidays, closures, versions, fixed dates and changes of the clocks: every week is like the next. */
function weekly(scenario: Scenario): Scenario {
  const calendar = (each: CalendarDefinition): CalendarDefinition => ({
    name: each.name,
    versions: [{ timeZone: 'UTC', hours: each.versions[0].hours }],
  });
  return { ...scenario, calendars: [calendar(scenario.calendars[0]), calendar(scenario.calendars[1])] };
}

const hasFixedDate = (scenario: Scenario) => JSON.stringify(scenario.policies).includes('fixedOn');

describe('The clocks stay as they are', () => {
  it('when an interval is cut in two', () => {
    always((scenario) => expect(read(withHours(scenario, split))).toEqual(read(scenario)));
  });

  it('when the rows of a calendar are given in another order', () => {
    always((scenario) => expect(read(withHours(scenario, (hours) => hours.toReversed()))).toEqual(read(scenario)));
  });

  it('when a pause is resumed at the instant at which it began', () => {
    always((scenario) => {
      const at = instantOf(Math.floor((millis(scenario.history[0]!.at) + millis(scenario.now)) / 120_000) * 60_000);
      const before = readClocks(scenario.history, clockBook(scenario.policies, calendarBook(scenario.calendars)), at);
      if (before.hold || scenario.history.some((event) => millis(event.at) === millis(at))) return;
      const history: SlaEvent[] = [...scenario.history, { type: 'hold', at }, { type: 'resume', at }];
      expect(read({ ...scenario, history })).toEqual(read(scenario));
    });
  });

  it('when all is shifted by whole weeks without holidays', () => {
    always((scenario) => {
      if (hasFixedDate(scenario)) return;
      const plain = read(weekly(scenario));
      const later = read(shifted(weekly(scenario), 9));
      const comparable = ({ state, elapsedSeconds, targetSeconds, percent }: Clock) => ({
        state,
        elapsedSeconds,
        targetSeconds,
        percent,
      });
      expect(later.clocks.map(comparable)).toEqual(plain.clocks.map(comparable));
    });
  });
});

describe('The ladder stays as it is', () => {
  const reached = (scenario: Scenario) => {
    const book = clockBook(scenario.policies, calendarBook(scenario.calendars));
    return readClocks(scenario.history, book, scenario.now).reached;
  };
  const opened = (scenario: Scenario) => millis(scenario.history[0]!.at);

  it('when an acknowledgement ends at the instant at which it is given', () => {
    always((scenario) => {
      const { now, history } = scenario;
      if (millis(now) < opened(scenario)) return;
      const empty: SlaEvent = { type: 'escalation-acknowledged', at: now, until: now };
      expect(reached({ ...scenario, history: [...history, empty] })).toEqual(reached(scenario));
    });
  });

  it('but for the instants, once the term of an acknowledgement is over: it delays steps and takes none away', () => {
    always((scenario) => {
      const at = instantOf(opened(scenario) + 3_600_000);
      const until = instantOf(opened(scenario) + 7_200_000);
      const plain = { ...scenario, history: scenario.history.slice(0, 1) };
      if (millis(plain.now) < millis(until)) return;
      const halted: Scenario = {
        ...plain,
        history: [...plain.history, { type: 'escalation-acknowledged', at, until }],
      };
      const names = (of: Scenario) => reached(of).map((rung) => `${rung.metric} ${rung.scope} ${rung.step.name}`);
      expect(names(halted).toSorted()).toEqual(names(plain).toSorted());
      for (const rung of reached(halted)) {
        expect(millis(rung.dueAt) <= millis(at) - 1 || millis(rung.dueAt) >= millis(until)).toBe(true);
      }
    });
  });
});

describe('What has elapsed', () => {
  it('is never negative and never above the wall time', () => {
    always((scenario) => {
      for (const clock of read(scenario).clocks) {
        const wall = (millis(clock.stoppedAt ?? scenario.now) - millis(clock.startedAt)) / 1000;
        expect(clock.elapsedSeconds).toBeGreaterThanOrEqual(0);
        expect(clock.elapsedSeconds).toBeLessThanOrEqual(wall);
      }
    });
  });

  it('is never lost by a change of priority, type, policy or calendar that carries it', () => {
    always((scenario) => {
      const policies = scenario.policies.map((policy) => ({
        ...policy,
        changeRules: {},
      })) as unknown as Scenario['policies'];
      const carrying = { ...scenario, policies };
      const before = read(carrying).clocks;
      const { now } = scenario;
      const changes: SlaEvent[] = [
        { type: 'reprioritise', at: now, priority: 'urgent' },
        { type: 'policy', at: now, policy: 'other' },
        { type: 'retype', at: now, policy: 'plain' },
      ];
      for (const change of changes) {
        if (millis(now) < millis(scenario.history[0]!.at)) continue;
        const after = read({ ...carrying, history: [...scenario.history, change] }).clocks;
        expect(after.slice(0, before.length).map((clock) => clock.elapsedSeconds)).toEqual(
          before.map((clock) => clock.elapsedSeconds),
        );
      }
    });
  });

  it('is never lost by an edit of a calendar that begins now, whatever its new rules are', () => {
    always((scenario) => {
      const shut = { timeZone: scenario.zone, hours: {} };
      const edited = (calendar: CalendarDefinition, rules: Omit<CalendarVersion, 'from'>): CalendarDefinition => {
        const [first, ...later] = calendar.versions;
        const past = later.filter(({ from }) => from !== undefined && millis(from) < millis(scenario.now));
        return { ...calendar, versions: [first, ...past, { ...rules, from: scenario.now }] };
      };
      const [one, other] = scenario.calendars;
      // Which of two dues is the earlier one is asked of the calendars ahead, so `earlier-due` may choose otherwise.
      const policies = scenario.policies.map((policy) => ({
        ...policy,
        changeRules: {},
      })) as unknown as Scenario['policies'];
      const before = read({ ...scenario, policies }).clocks;
      const after = read({
        ...scenario,
        policies,
        calendars: [edited(one, shut), edited(other, one.versions[0])],
      }).clocks;
      expect(after.map((clock) => clock.elapsedSeconds)).toEqual(before.map((clock) => clock.elapsedSeconds));
    });
  });

  it('only grows while time goes on', () => {
    always((scenario) => {
      const history = scenario.history.filter((event) => millis(event.at) <= millis(scenario.now));
      const later = read({ ...scenario, history, now: instantOf(millis(scenario.now) + 7_200_000) }).clocks;
      read({ ...scenario, history }).clocks.forEach((clock, i) => {
        expect(later[i]!.elapsedSeconds).toBeGreaterThanOrEqual(clock.elapsedSeconds);
      });
    });
  });
});
