import type { CaseState } from '../../case/index.ts';
import {
  capacityRatio,
  type Estimate,
  type EstimateLine,
  estimateOf,
  installationRates,
  lineAmount,
  type Receipt,
  type Reconciliation,
  secondPayment,
  settle,
  standardLines,
  stoppedLines,
} from '../../installations/index.ts';
import { cents, Decimal, decimal, type Money, plainText, sum } from '../../money/index.ts';
import type { CivilDate } from '../../time/index.ts';
import { type Application, applicationOf, isBegun, isInstalled } from './application.ts';
import type { CostSheet, EstimateMade, ServiceDesign, WorkQuantities } from './events.ts';

/** What the applicant is to pay now: the design deposit, then the rest of the accepted estimate; nothing once it is over, or the meter is set and the cost known (D17). */
export function amountDue(a: Application, received: readonly Receipt[] = a.receipts): Money {
  if (!a.granted || a.over || a.settled || a.meter) return '0.00';
  return secondPayment(a.estimate?.state === 'accepted' ? a.estimate.total : a.granted.deposit, received);
}

export const receivedBy = ({ receipts }: Pick<Application, 'receipts'>): Money =>
  cents(sum(receipts.map(({ amount }) => amount)));

/** The estimate of a design from the rates of a day (D18, D19). Credits in dollars. */
export function estimateFor(
  design: ServiceDesign,
  work: WorkQuantities,
  credits: Money,
  on: CivilDate,
): Pick<EstimateMade, keyof CostSheet> {
  const lines = standardLines({ ...designed(design), ...work }, on);
  return sheetOf(lines, estimateOf({ ...chargesOn(on, design), lines, credits: decimal(credits) }));
}

const designed = ({ size, backflowDevice, crossesRoad, designHours }: ServiceDesign) => ({
  size,
  backflowDevice,
  encroachmentPermit: crossesRoad,
  designHours,
});

function chargesOn(on: CivilDate, { size, type }: Pick<ServiceDesign, 'size' | 'type'>) {
  const rates = installationRates.on(on);
  return {
    overheadPercent: decimal(rates.overheadPercent),
    capacityFeeBase: decimal(rates.capacityFeeBase),
    capacityRatio: capacityRatio({ size, turbine: type === 'turbine' }, on) ?? new Decimal(0),
  };
}

export function sheetOf(
  lines: readonly EstimateLine[],
  { overhead, capacityFee, credits, total }: Estimate,
): CostSheet {
  return {
    lines: lines.map((line) => ({ ...line, amount: cents(lineAmount(line)) })),
    overhead: cents(overhead),
    capacityFee: cents(capacityFee),
    credits: cents(credits),
    total: cents(total),
  };
}

export interface Settling {
  readonly lines: readonly EstimateLine[];
  readonly reconciliation: Reconciliation;
}

/**
 * Where the money of an application stands against what was really done, by the rates of its estimate; null while the
 * crew has not said what a stopped installation took.
 */
export function settlingOf(a: Application, on: CivilDate): Settling | null {
  if (isBegun(a) && !isInstalled(a) && !a.stopped) return null;
  const ratesOn = a.estimate?.ratesOn ?? on;
  const lines = a.design ? linesDone(a, a.design, ratesOn) : [];
  const agreed = a.estimate?.state === 'accepted';
  const charges = a.design
    ? chargesOn(ratesOn, a.design)
    : { overheadPercent: new Decimal(0), capacityFeeBase: new Decimal(0), capacityRatio: new Decimal(0) };
  const credits = decimal(a.estimate?.credits ?? '0');
  const terms = { ...charges, lines, credits, capacityTaken: a.meter !== null, agreed };
  return { lines, reconciliation: settle(a.receipts, terms) };
}

function linesDone(a: Application, design: ServiceDesign, on: CivilDate): readonly EstimateLine[] {
  const work = designed(design);
  if (isInstalled(a)) return withMeter(a, standardLines({ ...work, ...workDone(a) }, on));
  const permit = a.permit === 'given' && design.crossesRoad;
  const stopped = a.stopped ?? { ...nothingDone, materials: '0', otherCosts: '0' };
  return stoppedLines({ ...stopped, designHours: design.designHours, encroachmentPermit: permit }, on);
}

/** A meter that was not set goes back to the store. */
const withMeter = ({ meter }: Application, [first, ...others]: readonly EstimateLine[]): readonly EstimateLine[] =>
  first && meter ? [first, ...others] : others;

const nothingDone: WorkQuantities = {
  laborHours: '0',
  equipmentHours: '0',
  pavingSquareFeet: '0',
  trafficControlDays: '0',
};

/** What every visit took, together. */
export function workDone({ visits }: Pick<Application, 'visits'>): WorkQuantities & { otherCosts: Money } {
  const total = (of: keyof WorkQuantities) => plainText(sum(visits.map((visit) => visit[of])));
  return {
    laborHours: total('laborHours'),
    equipmentHours: total('equipmentHours'),
    pavingSquareFeet: total('pavingSquareFeet'),
    trafficControlDays: total('trafficControlDays'),
    otherCosts: cents(sum(visits.map(({ otherCosts }) => otherCosts))),
  };
}

/** Money of the applicant's that the office holds and has not accounted for. */
export function holdsMoney(state: CaseState): boolean {
  const a = applicationOf(state);
  if (!a.settled) return a.receipts.length > 0;
  return decimal(a.settled.refund).gt(0) && !a.refunded;
}
