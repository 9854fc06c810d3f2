import type { Target } from '../calendar/index.ts';
import { setting } from '../settings/index.ts';

const practice = {
  from: '2000-01-01',
  rule: 'E6',
  source: 'district practice, proposed',
  confirmed: false,
} as const;

/** How long an acknowledgement halts the ladder where neither its step nor its policy says. */
export const acknowledgementTerm = setting<Target>('escalation-acknowledgement', {
  value: { businessMinutes: 240 },
  unit: 'target',
  ...practice,
});

/** The longest that anybody may halt a ladder with one acknowledgement. */
export const longestAcknowledgement = setting<Target>('escalation-acknowledgement:longest', {
  value: { businessDays: 5, endOfDay: true },
  unit: 'target',
  ...practice,
});

/** Hours of the day in which staff are not mailed; `daysOff`: nor on days on which the calendar does not open. */
export interface QuietHours {
  readonly calendar: string;
  readonly from: string;
  readonly to: string;
  readonly daysOff: boolean;
}

/** From and to as HH:MM on the wall of the calendar; the same time twice means that no hour is quiet. */
export const quietHours = setting<QuietHours>('quiet-hours', {
  value: { calendar: 'district', from: '20:00', to: '07:00', daysOff: false },
  unit: 'hours on the wall',
  ...practice,
});
