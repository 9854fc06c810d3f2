import { allTime, type CompiledCalendar } from '../calendar/index.ts';
import { type CaseState, currentHold, curveFor } from './case-state.ts';
import { currentEra, isPausable, type RunningClock } from './running-clock.ts';
import { dayText, instantWriter, lengthText, listText, targetText } from './wording.ts';

/** Days off named in one sentence; the explanation lists them all. */
const namedDays = 3;

/** One sentence: when the clock is due, under which target, from when, and what was not counted on the way. */
export function because(state: CaseState, clock: RunningClock, due: number | null): string {
  const era = currentEra(clock);
  const write = instantWriter(era.calendar, clock.startedAt, due ?? clock.startedAt);
  const target = targetText(era.target, write(clock.startedAt));
  const parts = [head(state, clock, due, write, target), ...notCounted(state, clock, due)];
  return parts.join('; ');
}

function head(
  state: CaseState,
  clock: RunningClock,
  due: number | null,
  write: (at: number) => string,
  target: string,
): string {
  if (due !== null) return `due ${write(due)}: ${target}`;
  const held = currentHold(state);
  if (!held) return `never due: ${target}, and calendar ${currentEra(clock).calendar.name} does not open long enough`;
  return `no due while on hold since ${write(held.from)}${held.reason ? ` (${held.reason})` : ''}: ${target}`;
}

function notCounted(state: CaseState, clock: RunningClock, due: number | null): string[] {
  const era = currentEra(clock);
  const end = due ?? clock.startedAt;
  const parts = era.curve.counter === era.calendar ? daysOffText(era.calendar, clock.startedAt, end) : [];
  const held = isPausable(era.rule, era.target)
    ? heldMs(state, clock.startedAt, Math.min(end, clock.stoppedAt ?? end))
    : 0;
  return held > 0 ? [...parts, `on hold for ${lengthText(held)}`] : parts;
}

function daysOffText(calendar: CompiledCalendar, from: number, to: number): string[] {
  const off = calendar.daysOff(from, to);
  if (off.length === 0) return [];
  const dated = to - from > 6 * 86_400_000;
  const named = off.slice(0, namedDays).map((day) => `${dayText(calendar, day.from, dated)} is ${day.name}`);
  const more = off.length - named.length;
  return [listText(more > 0 ? [...named, `${more} more days off`] : named)];
}

/** Wall time without a hold is a curve like the others; what it lacks was held. */
function heldMs(state: CaseState, from: number, to: number): number {
  const unheld = curveFor(state, allTime, true);
  return to - from - (unheld.at(to) - unheld.at(from));
}
