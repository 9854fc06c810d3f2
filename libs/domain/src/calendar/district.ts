import { type Instant, millis } from '../time/index.ts';
import { type CompiledCalendar, compileCalendar } from './compile.ts';
import { legalHolidayList, localHolidayList } from './legal-holidays.ts';
import type { CalendarDefinition, Hours } from './types.ts';

export const districtZone = 'America/Los_Angeles';

const officeDay: readonly Hours[] = [
  ['08:00', '12:00'],
  ['13:00', '17:00'],
];

/** The hours in which the district's office is open and its clocks run. */
export const districtHours: CalendarDefinition = {
  name: 'district',
  versions: [
    {
      timeZone: districtZone,
      hours: { mon: officeDay, tue: officeDay, wed: officeDay, thu: officeDay, fri: officeDay },
      holidays: [...legalHolidayList.on('2026-01-01'), ...localHolidayList.on('2026-01-01')],
    },
  ],
};

export const districtCalendar: CompiledCalendar = compileCalendar(districtHours);

/** Rule F3: shut-off is barred at any time the office is not open, its lunch interval included. */
export function isOfficeOpen(at: Instant): boolean {
  return districtCalendar.isOpen(millis(at));
}
