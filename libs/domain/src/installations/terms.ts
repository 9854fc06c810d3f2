import { setting } from '../settings/index.ts';

const term = (name: string, days: number, rule: string, source: string) =>
  setting(`newService.${name}`, {
    value: days,
    unit: 'calendar days',
    from: '2000-01-01',
    rule,
    source,
    confirmed: false,
  });

/** In which a refusal of service may be appealed. */
export const appealDays = term('appealDays', 30, 'F20', 'office practice; to be set by the board');
/** In which the applicant hands in what is lacking. */
export const completionDays = term('completionDays', 30, 'F20', 'office practice');
/** In which a deposit that was asked for is paid. */
export const paymentDays = term('paymentDays', 30, 'D17', 'office practice');
/** For which the will-serve letter holds. */
export const willServeDays = term('willServeDays', 365, 'D17', 'office practice');
/** For which an application is kept after its estimate has lapsed. */
export const keptDays = term('keptDays', 30, 'D19', 'office practice');
