import { setting } from '../settings/index.ts';
import { type CivilDate, laterDay } from '../time/index.ts';

const target = (name: string, businessDays: number, rule = 'E6') =>
  setting(`newService.${name}`, {
    value: { businessDays, endOfDay: true },
    unit: 'business days',
    from: '2000-01-01',
    rule,
    source: 'office practice',
    confirmed: false,
  });

/** From the complete application to the answer whether the district can serve. */
export const availabilityTarget = target('availability', 10);
/** From complete plans to the cost estimate. */
export const estimateTarget = target('estimate', 15);
/** From paid and inspected to the meter in the ground. */
export const meterSetTarget = target('meterSet', 10);

export const constructionNoticeHours = setting('newService.constructionNoticeHours', {
  value: 48,
  unit: 'hours before construction begins',
  from: '2000-01-01',
  rule: 'D17',
  source: 'Soquel Creek procedure',
  confirmed: true,
});

/** The day from which the meter-set target runs: paid and inspected, whichever came later; null before both (E6). */
export function meterSetRunsFrom(paidOn: CivilDate | null, inspectedOn: CivilDate | null): CivilDate | null {
  return paidOn === null || inspectedOn === null ? null : laterDay(paidOn, inspectedOn);
}
