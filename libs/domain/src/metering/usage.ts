import type { Bill } from '../billing/bill.ts';
import { decimal, plainText, type Quantity } from '../money/index.ts';
import type { CivilDate } from '../time/index.ts';
import {
  exceedsUsual,
  type HighUsePolicy,
  highUsePolicyOn,
  type MonthlyUse,
  type UsualUse,
  usualUse,
} from './comparison.ts';
import type { ActualRead, MeterFacts, Read } from './read.ts';
import type { Advance } from './register.ts';
import { monthlyUse, periodOf, readsOnRegister, useBetween, usesFromReads } from './use.ts';

export interface UsageRecords {
  readonly reads: readonly Read[];
  readonly bills: readonly Bill[];
  readonly meter: MeterFacts;
  /** The period in question, `YYYY-MM`; the latest bill's when absent. */
  readonly period?: string;
}

interface ReadPair {
  readonly earlier: ActualRead;
  readonly later: ActualRead;
}

/** Everything about the use of one period that a finding needs. Plain text and numbers: it can stand in an event. */
export interface Usage {
  readonly period: string;
  readonly unit: string;
  readonly use: Quantity;
  readonly months: number;
  readonly usual: UsualUse | null;
  readonly disputedReading: Quantity | null;
  readonly disputedOn: CivilDate;
  readonly previousReading: Quantity | null;
  readonly previousOn: CivilDate | null;
  readonly movement: Advance['kind'];
  readonly bill: Bill | null;
}

/** The use of the period with what it is compared to; null when neither a bill nor two reads speak of it. */
export function assembleUsage(records: UsageRecords): Usage | null {
  const bill = billInQuestion(records);
  const period = records.period ?? bill?.period ?? latestPeriod(records);
  const pair = period === null ? null : readsOf(period, bill, records);
  const measured = pair && useBetween(pair.earlier, pair.later, records.meter);
  if (period === null || (!bill && !measured)) return null;
  const use = measured?.use ?? (bill as Bill).use;
  return {
    period,
    unit: records.meter.unit,
    use,
    months: measured?.months ?? 1,
    usual: usualUse(period, history(records)),
    disputedReading: pair?.later.reading ?? null,
    disputedOn: pair?.later.readOn ?? (bill as Bill).billedOn,
    previousReading: pair?.earlier.reading ?? null,
    previousOn: pair?.earlier.readOn ?? null,
    movement: measured?.movement ?? 'forward',
    bill,
  };
}

/** How the use stands to the usual one; `unknown` when there is nothing to compare it with (rules D1-D3). */
export function compareUsage(usage: Usage, policy?: HighUsePolicy): 'high' | 'usual' | 'unknown' {
  if (!usage.usual) return 'unknown';
  const limits = policy ?? highUsePolicyOn(usage.disputedOn, usage.unit);
  const perMonth = plainText(decimal(usage.use).div(usage.months));
  return exceedsUsual(perMonth, usage.usual.use, limits) ? 'high' : 'usual';
}

/** Whether the use is high. An account with nothing to compare is looked into rather than told that all is usual. */
export function isHigh(usage: Usage, policy?: HighUsePolicy): boolean {
  return compareUsage(usage, policy) !== 'usual';
}

function billInQuestion({ bills, period }: UsageRecords): Bill | null {
  const newestFirst = [...bills].sort((a, b) => b.period.localeCompare(a.period));
  return (period === undefined ? newestFirst[0] : newestFirst.find((bill) => bill.period === period)) ?? null;
}

function latestPeriod({ reads, meter }: UsageRecords): string | null {
  const latest = readsOnRegister(reads, meter).at(-1);
  return latest ? periodOf(latest.readOn) : null;
}

/** The read that closes the period and the one before it; null when the period was billed without a read. */
function readsOf(period: string, bill: Bill | null, records: UsageRecords): ReadPair | null {
  const seen = readsOnRegister(records.reads, records.meter);
  const closing = seen.findLastIndex((read) =>
    bill ? read.readOn <= bill.billedOn : periodOf(read.readOn) === period,
  );
  const earlier = seen[closing - 1];
  const later = seen[closing];
  if (!earlier || !later) return null;
  return bill && later.readOn <= billedBefore(bill, records.bills) ? null : { earlier, later };
}

function billedBefore(bill: Bill, bills: readonly Bill[]): CivilDate {
  const days = bills.map((other) => other.billedOn).filter((day) => day < bill.billedOn);
  return days.sort().at(-1) ?? '';
}

/** What was billed by month; where no bill speaks, what the reads say. */
function history({ reads, bills, meter }: UsageRecords): MonthlyUse[] {
  if (bills.length > 1) return bills.map(({ period, use }) => ({ period, use }));
  return usesFromReads(reads, meter).map((use) => ({ period: use.period, use: monthlyUse(use) }));
}
