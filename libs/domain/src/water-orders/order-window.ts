import { districtCalendar, districtZone } from '../calendar/index.ts';
import { setting } from '../settings/index.ts';
import { type CivilDate, civilDateAt, type Instant, millis, minuteMs, type Weekday, weekdayOf } from '../time/index.ts';

export interface OrderWindow {
  readonly days: readonly Weekday[];
  /** Minutes since midnight; an order at `to` is too late. */
  readonly from: number;
  readonly to: number;
  readonly leadHours: number;
}

/** When irrigation orders are taken, and how long before delivery. */
export const orderWindow = setting<OrderWindow>('waterOrder.window', {
  value: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: 8 * 60, to: 12 * 60 + 30, leadHours: 24 },
  unit: 'minutes since midnight; hours',
  from: '2000-01-01',
  rule: 'D20',
  source: 'SBCWD code 4.08.040',
  confirmed: true,
});

export interface OrderTimes {
  readonly placedAt: Instant;
  readonly startAt: Instant;
  readonly stopAt: Instant;
}

export interface TimeObjection {
  readonly rule: 'D20';
  readonly text: string;
}

/** Every objection to when an order was placed and for when (D20). Times are read on the district's wall. */
export function timeObjections({ placedAt, startAt, stopAt }: OrderTimes): readonly TimeObjection[] {
  const on = civilDateAt(placedAt, districtZone);
  const window = orderWindow.on(on);
  return [
    ...unless(isTaken(window, placedAt, on), 'Orders are not taken at that time'),
    ...unless(
      millis(startAt) - millis(placedAt) >= window.leadHours * hour,
      `Delivery begins less than ${window.leadHours} hours after the order`,
    ),
    ...unless(millis(stopAt) > millis(startAt), 'Delivery must stop after it starts'),
  ];
}

export interface FlowChange {
  readonly kind: 'increase' | 'decrease';
  readonly scheduledAt: Instant;
  readonly madeAt: Instant;
}

/** A decrease comes no later than scheduled, an increase no earlier (D20). */
export function changeAsScheduled({ kind, scheduledAt, madeAt }: FlowChange): boolean {
  const late = millis(madeAt) - millis(scheduledAt);
  return kind === 'decrease' ? late <= 0 : late >= 0;
}

/** An order that nobody approved gives no right to turn on (D20). */
export function mayTurnOn(approvedAt: Instant | null, at: Instant): boolean {
  return approvedAt !== null && millis(approvedAt) <= millis(at);
}

const hour = 3_600_000;

function isTaken({ days, from, to }: OrderWindow, at: Instant, on: CivilDate): boolean {
  const minute = districtCalendar.timeOfDayAt(millis(at)) / minuteMs;
  return days.includes(weekdayOf(on)) && from <= minute && minute < to;
}

function unless(holds: boolean, text: string): TimeObjection[] {
  return holds ? [] : [{ rule: 'D20', text }];
}
