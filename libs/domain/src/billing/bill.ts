import type { Money, Quantity } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';

/** A bill as the billing system exported it. `period` is `YYYY-MM`; `use` is in the meter's unit, with multiplier. */
export interface Bill {
  readonly period: string;
  readonly billedOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly use: Quantity;
  readonly amount: Money;
}
