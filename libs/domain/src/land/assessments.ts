import { cents, Decimal, decimal, type Money } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';
import { requestedCorrectionDates } from './correction-clocks.ts';
import { formYearOn } from './rra-year.ts';

/** What the United States charges the district per failing; a later amount was not found. */
export const assessmentAmount = setting(
  'rra.assessmentAmount',
  version('260', '1995-01-01', '2003-12-31', '43 CFR 426.20, rule of 1995'),
  version('290', '2004-01-01', '2011-12-31', '68 FR 68650'),
  version('230', '2012-01-01', undefined, '76 FR 74806'),
);

/** A failing of the district for which it is assessed (A31). */
export type Failing =
  | { readonly kind: 'delivery-before-form'; readonly landholder: string; readonly deliveredOn: CivilDate }
  | { readonly kind: 'delivery-to-excess'; readonly landholder: string; readonly deliveredOn: CivilDate }
  | {
      readonly kind: 'correction-late';
      readonly landholder: string;
      readonly requestedOn: CivilDate;
      /** Null while the corrected form has not been supplied. */
      readonly suppliedOn: CivilDate | null;
    };

export interface Assessment {
  readonly kind: Failing['kind'];
  readonly landholder: string;
  readonly year: number;
  readonly amount: Money;
}

/**
 * What the district must expect to be assessed, as known on a day: once for each kind of failing per landholder and
 * year, however many deliveries (A31).
 */
export function assessments(failings: readonly Failing[], asOf: CivilDate): readonly Assessment[] {
  const counted = new Map<string, Assessment>();
  for (const failing of failings) {
    const on = failedOn(failing);
    if (on === null || on > asOf) continue;
    const year = formYearOn(on);
    const { kind, landholder } = failing;
    const key = JSON.stringify([kind, landholder, year]);
    if (!counted.has(key)) counted.set(key, { kind, landholder, year, amount: cents(assessmentAmount.on(on)) });
  }
  return [...counted.values()];
}

export function assessedTotal(found: readonly Assessment[]): Money {
  return cents(found.reduce((total, { amount }) => total.plus(decimal(amount)), new Decimal(0)));
}

/** The day on which the failing began; null when a correction came in time. */
function failedOn(failing: Failing): CivilDate | null {
  switch (failing.kind) {
    case 'delivery-before-form':
    case 'delivery-to-excess':
      return failing.deliveredOn;
    case 'correction-late': {
      const { dueOn, assessedFrom } = requestedCorrectionDates(failing.requestedOn);
      return failing.suppliedOn !== null && failing.suppliedOn <= dueOn ? null : assessedFrom;
    }
    default:
      return failing satisfies never;
  }
}

function version(value: string, from: CivilDate, to: CivilDate | undefined, source: string) {
  return { value, from, ...(to && { to }), unit: 'dollars', rule: 'A31', source, confirmed: false };
}
