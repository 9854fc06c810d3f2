import { decimal, type Quantity } from '../money/index.ts';
import { exceedsUsual, highUsePolicyOn, usualUse } from './comparison.ts';
import { isActual, isNonReadCode, type MeterFacts, nonReadCodes, nonReadsInARow, type Read } from './read.ts';
import { fitsRegister } from './register.ts';
import { lowUseFactor, nonReadsBeforeFieldOrder } from './settings.ts';
import { monthlyUse, type PeriodUse, readsOnRegister, useBetween, usesFromReads } from './use.ts';

export const readExceptionKinds = [
  'non-read',
  'repeated-non-read',
  'beyond-register',
  'negative',
  'roll-over',
  'zero',
  'same-use',
  'high',
  'low',
  'inactive-with-use',
] as const;
export type ReadExceptionKind = (typeof readExceptionKinds)[number];

/** What is odd about a read, with the rule that says so. */
export interface ReadException {
  readonly kind: ReadExceptionKind;
  readonly rule: string;
  readonly text: string;
}

export interface IncomingRead {
  readonly read: Read;
  /** The reads of the same meter; those not before this one are left out of the comparison. */
  readonly history: readonly Read[];
  readonly meter: MeterFacts;
  /** Whether the account takes water. */
  readonly active?: boolean;
}

/** Everything odd about an imported read (rules D1-D3, D12, D13); none for a first read that the register can show. */
export function readExceptions(incoming: IncomingRead): ReadException[] {
  const { read, meter } = incoming;
  const before = incoming.history.filter((earlier) => earlier.readOn < read.readOn);
  if (!isActual(read)) return nonReadExceptions(read, before);
  if (!fitsRegister(read.reading, meter.registerDigits)) {
    return [
      oddity('beyond-register', 'D1', `a register of ${meter.registerDigits} digits cannot show ${read.reading}`),
    ];
  }
  const previous = readsOnRegister(before, meter).at(-1);
  return previous ? useExceptions(useBetween(previous, read, meter), before, incoming) : [];
}

function nonReadExceptions(read: Read, before: readonly Read[]): ReadException[] {
  const code = read.nonReadCode ?? '';
  const why = isNonReadCode(code) ? nonReadCodes[code] : 'no reason given';
  const found = [oddity('non-read', 'D12', `the meter was not read: ${why}`)];
  const inARow = nonReadsInARow(before) + 1;
  const limit = nonReadsBeforeFieldOrder.on(read.readOn);
  if (inARow >= limit) found.push(oddity('repeated-non-read', 'D13', `not read ${inARow} times in a row`));
  return found;
}

function useExceptions(use: PeriodUse, before: readonly Read[], incoming: IncomingRead): ReadException[] {
  if (use.movement === 'backward') return [oddity('negative', 'D1', `the register ran back: use ${use.use}`)];
  const found: ReadException[] = [];
  if (use.movement === 'rolled-over') found.push(oddity('roll-over', 'D1', `the register passed zero: use ${use.use}`));
  const history = usesFromReads(before, incoming.meter);
  if (decimal(use.use).isZero()) {
    if (incoming.active !== false) found.push(oddity('zero', 'D1', 'no use since the read before'));
    return found;
  }
  if (incoming.active === false) found.push(oddity('inactive-with-use', 'D1', `use ${use.use} on an inactive account`));
  if (history.at(-1)?.use === use.use)
    found.push(oddity('same-use', 'D1', `exactly the use of the period before: ${use.use}`));
  return [...found, ...comparedWithUsual(use, history, incoming.meter)];
}

function comparedWithUsual(use: PeriodUse, history: readonly PeriodUse[], meter: MeterFacts): ReadException[] {
  const months = history.filter(ranForward).map((past) => ({ period: past.period, use: monthlyUse(past) }));
  const usual = usualUse(use.period, months);
  if (!usual) return [];
  const used = monthlyUse(use);
  const set = `use ${used} against a usual ${usual.use} (${usual.periods.join(', ')})`;
  if (exceedsUsual(used, usual.use, highUsePolicyOn(use.to, meter.unit))) return [oddity('high', 'D3', set)];
  return fallsShort(used, usual.use, use) ? [oddity('low', 'D2', set)] : [];
}

function fallsShort(used: Quantity, usual: Quantity, use: PeriodUse): boolean {
  return decimal(used).lte(decimal(usual).times(lowUseFactor.on(use.to)));
}

function ranForward(use: PeriodUse): boolean {
  return use.movement !== 'backward';
}

function oddity(kind: ReadExceptionKind, rule: string, text: string): ReadException {
  return { kind, rule, text };
}
