import { cents, decimal, type Money, minOf } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';

const from = '2000-01-01';

export const reconnectionFees = setting('reconnection-fees', {
  value: { normalHours: '50.00', afterHours: '150.00' },
  unit: 'dollars',
  from,
  rule: 'D16',
  source: 'board resolution',
  confirmed: false,
});

/** The cap for low-income households; the board enters the year's figure by the consumer price index from 2021 on. */
export const lowIncomeReconnectionCaps = setting('low-income-reconnection-caps', {
  value: { normalHours: '50.00', afterHours: '150.00' },
  unit: 'dollars, by the consumer price index from 2021-01-01',
  from,
  rule: 'B12',
  source: 'Health & Safety Code 116914',
  confirmed: false,
});

export interface Reconnection {
  readonly on: CivilDate;
  /** Within the office's open hours. */
  readonly hours: 'normalHours' | 'afterHours';
  readonly lowIncome: boolean;
  /** What it really costs the district, where known. */
  readonly actualCost?: Money;
  /** The shut-off was wrongful: restored the same day, without a fee (rule F10). */
  readonly wrongful?: boolean;
}

/** The fee for turning the water on again, dollars (rules B12, F10). Low income: never above cap or actual cost. */
export function reconnectionFee({ on, hours, lowIncome, actualCost, wrongful }: Reconnection): Money {
  if (wrongful) return '0.00';
  const fee = decimal(reconnectionFees.on(on)[hours]);
  if (!lowIncome) return cents(fee);
  const capped = minOf(fee, decimal(lowIncomeReconnectionCaps.on(on)[hours]));
  return cents(actualCost === undefined ? capped : minOf(capped, decimal(actualCost)));
}
