import type { CompiledCalendar } from '../calendar/index.ts';
import { addDays, type CivilDate, civilDate, dayNumber, millis } from '../time/index.ts';
import type { Unmet } from './collection.ts';
import { constructionNoticeHours } from './targets.ts';

/** Half days of the crew, as the customer is told them. */
export const appointmentWindows = ['08:00-12:00', '13:00-17:00'] as const;
export type AppointmentWindow = (typeof appointmentWindows)[number];

export interface Appointment {
  readonly on: CivilDate;
  readonly window: AppointmentWindow;
  /** The first day on which the underground service alert ticket allows digging. */
  readonly ticketFrom: CivilDate;
}

const hourMs = 3_600_000;

/** The beginning of the appointment, in epoch ms. */
export function appointmentStart(
  { on, window }: Pick<Appointment, 'on' | 'window'>,
  calendar: CompiledCalendar,
): number {
  return calendar.instantOf(dayNumber(on), Number(window.slice(0, 2)) * hourMs);
}

/** Why an appointment cannot stand: construction notice of so many hours (D17), an open day, a ticket in force by then (F20). */
export function appointmentFaults(asked: Appointment, now: string, calendar: CompiledCalendar): readonly Unmet[] {
  const notice = constructionNoticeHours.on(calendar.dateAt(millis(now)));
  const early = appointmentStart(asked, calendar) - millis(now) < notice * hourMs;
  return [
    ...(early
      ? [{ rule: 'D17', code: 'short-notice', text: `Construction begins ${notice} hours after its notice.` }]
      : []),
    ...(calendar.isBusinessDay(asked.on)
      ? []
      : [{ rule: 'D17', code: 'office-shut', text: `The district does not work on ${asked.on}.` }]),
    ...(asked.ticketFrom > asked.on
      ? [{ rule: 'F20', code: 'ticket-later', text: 'The underground service alert ticket is not in force that day.' }]
      : []),
  ];
}

/** The first working day that leaves the construction notice, whatever the hour of `today` (D17). */
export function firstAppointmentDay(today: CivilDate, calendar: CompiledCalendar): CivilDate {
  const days = Math.ceil(constructionNoticeHours.on(today) / 24);
  const day = calendar.businessDayAfter(dayNumber(addDays(today, days)), 1);
  if (day === null) throw new RangeError(`the calendar ${calendar.name} never opens`);
  return civilDate(day);
}
