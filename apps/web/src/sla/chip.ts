import type { Clock } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';
import { fullTime } from '../words/time.ts';

/** How near a clock is to its due: more than an hour, under one, under half of one, past it, or not running. */
export type ChipStage = 'ample' | 'soon' | 'now' | 'breached' | 'paused' | 'met' | 'cancelled';

export interface Chip {
  readonly stage: ChipStage;
  /** `2 h 15 min`, `−2 h`, `Paused`. */
  readonly text: string;
  /** The whole of it for a screen reader and on hover. */
  readonly title: string;
  readonly outsideHours: boolean;
}

export interface Office {
  /** Whether the clock's calendar counts at present. */
  readonly open: boolean;
  /** Counted seconds of one full day of that calendar. */
  readonly daySeconds: number;
}

const minute = 60;
const hour = 60 * minute;
export const roundTheClock: Office = { open: true, daySeconds: 24 * hour };

/** What the chip of a clock says, in counted time: an hour outside office hours takes nothing from it. */
export function chipOf(clock: Clock, office: Office = roundTheClock): Chip {
  const left = clock.targetSeconds - clock.elapsedSeconds;
  const stage = stageOf(clock, left);
  const outsideHours = !office.open && clock.state === 'running';
  return { stage, outsideHours, text: textOf(stage, left, office), title: titleOf(clock, stage, left, office) };
}

/** What a clock measures, as the office calls it. */
export const metricTitle = (metric: string): string => (metric === 'hand-off' ? 'Hand-off' : humanise(metric));

function stageOf(clock: Clock, left: number): ChipStage {
  if (clock.state !== 'running') return clock.state;
  if (left <= 0) return 'breached';
  if (left < 30 * minute) return 'now';
  return left < hour ? 'soon' : 'ample';
}

function textOf(stage: ChipStage, left: number, office: Office): string {
  switch (stage) {
    case 'ample':
    case 'soon':
    case 'now':
      return span(left, office.daySeconds);
    case 'breached':
      return `−${span(Math.max(0, -left), office.daySeconds)}`;
    case 'paused':
      return 'Paused';
    case 'met':
      return 'Met';
    case 'cancelled':
      return 'Stopped';
    default:
      return stage satisfies never;
  }
}

function titleOf(clock: Clock, stage: ChipStage, left: number, office: Office): string {
  const name = metricTitle(clock.metric);
  const due = clock.dueAt ? `due ${fullTime(clock.dueAt)} (${clock.calendar})` : null;
  const state = stateWords(stage, left, office);
  const closed = !office.open && clock.state === 'running' ? 'outside working hours: not counting now' : null;
  return [`${name}: ${state}`, due, closed, clock.because].filter(Boolean).join('; ');
}

function stateWords(stage: ChipStage, left: number, office: Office): string {
  if (stage === 'breached') return left < 0 ? `${span(-left, office.daySeconds)} late` : 'breached';
  if (stage === 'paused' || stage === 'met' || stage === 'cancelled') return textOf(stage, left, office).toLowerCase();
  return `${span(left, office.daySeconds)} left`;
}

/** Counted seconds in at most two units: `45 min`, `2 h 15 min`, `3 d 4 h`; a day is one of the calendar's. */
export function span(seconds: number, daySeconds: number): string {
  const whole = Math.floor(seconds / minute) * minute;
  if (whole < hour) return `${whole / minute} min`;
  if (whole < daySeconds) return twoUnits(Math.floor(whole / hour), 'h', Math.floor((whole % hour) / minute), 'min');
  return twoUnits(Math.floor(whole / daySeconds), 'd', Math.floor((whole % daySeconds) / hour), 'h');
}

const twoUnits = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;

const rank: Readonly<Record<Clock['state'], number>> = { breached: 0, running: 0, paused: 1, met: 2, cancelled: 2 };

/** The clock that a list shows for a case: of those that still ask for something, the one with the least left. */
export function mostUrgent(clocks: readonly Clock[]): Clock | null {
  const asking = clocks.filter((clock) => rank[clock.state] < 2 && !isOver(clock));
  const left = (clock: Clock) => clock.targetSeconds - clock.elapsedSeconds;
  return asking.toSorted((a, b) => rank[a.state] - rank[b.state] || left(a) - left(b))[0] ?? null;
}

/** A breached clock asks for nothing more once what it waited for has come. */
const isOver = (clock: Clock): boolean => clock.state === 'breached' && Boolean(clock.stoppedAt);
