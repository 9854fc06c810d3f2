import type { CompiledCalendar } from '../../calendar/index.ts';
import { setting } from '../../settings/index.ts';
import { addDays, type CivilDate } from '../../time/index.ts';

/** How long before the first delivery operations lock a turnout for which no form is accepted. */
export const lockBusinessDaysBefore = setting('rra.lockBusinessDaysBefore', {
  value: 2,
  unit: 'business days before the first delivery',
  from: '1997-01-01',
  rule: 'F18',
  source: 'office practice',
  confirmed: false,
});

/** The day on which operations are asked to lock. */
export function lockDay(firstDeliveryOn: CivilDate, calendar: Pick<CompiledCalendar, 'isBusinessDay'>): CivilDate {
  let day = firstDeliveryOn;
  for (let left = lockBusinessDaysBefore.on(firstDeliveryOn); left > 0; ) {
    day = addDays(day, -1);
    if (calendar.isBusinessDay(day)) left -= 1;
  }
  return day;
}
