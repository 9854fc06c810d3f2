import type { MeterSize } from '../metering/index.ts';
import type { Money } from '../money/index.ts';
import { setting } from '../settings/index.ts';
import type { CivilDate } from '../time/index.ts';
import type { EstimateLine } from './estimate.ts';

/** What the district pays for the pieces and hours of an installation, in dollars. */
export interface InstallationRates {
  readonly meter: Readonly<Partial<Record<MeterSize, Money>>>;
  readonly meterBox: Money;
  readonly saddle: Money;
  readonly backflowDevice: Money;
  /** Wage with its loads, per hour. */
  readonly laborHour: Money;
  readonly equipmentHour: Money;
  readonly pavingSquareFoot: Money;
  readonly trafficControlDay: Money;
  readonly encroachmentPermit: Money;
  readonly inspectionDeposit: Money;
  readonly overheadPercent: string;
  readonly capacityFeeBase: Money;
}

/** Placeholder rates in the shape of D19, for the board to replace; none is a figure of law. */
export const installationRates = setting<InstallationRates>('installation.rates', {
  value: {
    meter: {
      '5/8': '185.00',
      '3/4': '220.00',
      '1': '310.00',
      '1.5': '640.00',
      '2': '880.00',
      '3': '2150.00',
      '4': '3300.00',
      '6': '5600.00',
      '8': '8200.00',
    },
    meterBox: '145.00',
    saddle: '95.00',
    backflowDevice: '480.00',
    laborHour: '96.50',
    equipmentHour: '140.00',
    pavingSquareFoot: '18.75',
    trafficControlDay: '950.00',
    encroachmentPermit: '350.00',
    inspectionDeposit: '250.00',
    overheadPercent: '15',
    capacityFeeBase: '4200.00',
  },
  unit: 'dollars',
  from: '2000-01-01',
  rule: 'D19',
  source: 'placeholder rates until the board adopts its own',
  confirmed: false,
});

/** What engineering found the installation to need. Quantities are decimal strings. */
export interface InstallationWork {
  readonly size: MeterSize;
  readonly backflowDevice: boolean;
  readonly laborHours: string;
  readonly equipmentHours: string;
  readonly pavingSquareFeet: string;
  readonly trafficControlDays: string;
  readonly encroachmentPermit: boolean;
  /** Hours of plan check and design, charged like labor. */
  readonly designHours?: string;
  /** Dollars for what nobody foresaw, such as rock. */
  readonly otherCosts?: Money;
}

/** What was done on a site where the work stopped before its end: hours, and the dollars of what stays in the ground. */
export type StoppedWork = Pick<
  InstallationWork,
  | 'laborHours'
  | 'equipmentHours'
  | 'pavingSquareFeet'
  | 'trafficControlDays'
  | 'encroachmentPermit'
  | 'designHours'
  | 'otherCosts'
> & { readonly materials: Money };

/** The lines of the estimate from the rates of a day (D19). Throws RangeError for a size without a price. */
export function standardLines(work: InstallationWork, on: CivilDate): readonly EstimateLine[] {
  const rates = installationRates.on(on);
  const meter = rates.meter[work.size];
  if (meter === undefined) throw new RangeError(`no price for a ${work.size}-inch meter on ${on}`);
  return [
    one(`Meter, ${work.size} inch`, meter),
    one('Meter box', rates.meterBox),
    one('Saddle', rates.saddle),
    ...(work.backflowDevice ? [one('Backflow device', rates.backflowDevice)] : []),
    ...siteLines(work, rates),
    one('Inspection deposit', rates.inspectionDeposit),
    ...officeLines(work, rates),
  ].filter(isNeeded);
}

/** The lines of work that was not finished, from the rates of a day: nothing for a meter that was not set (D17). */
export function stoppedLines(work: StoppedWork, on: CivilDate): readonly EstimateLine[] {
  const rates = installationRates.on(on);
  return [one('Materials', work.materials), ...siteLines(work, rates), ...officeLines(work, rates)].filter(isNeeded);
}

type SiteWork = Omit<StoppedWork, 'materials'>;

const siteLines = (work: SiteWork, rates: InstallationRates): EstimateLine[] => [
  line('Labor, hours', work.laborHours, rates.laborHour),
  line('Equipment, hours', work.equipmentHours, rates.equipmentHour),
  line('Paving, square feet', work.pavingSquareFeet, rates.pavingSquareFoot),
  line('Traffic control, days', work.trafficControlDays, rates.trafficControlDay),
  ...(work.encroachmentPermit ? [one('Encroachment permit', rates.encroachmentPermit)] : []),
];

const officeLines = ({ designHours = '0', otherCosts = '0' }: SiteWork, rates: InstallationRates): EstimateLine[] => [
  line('Plan check and design, hours', designHours, rates.laborHour),
  one('Other costs', otherCosts),
];

const isNeeded = ({ quantity, unitCost }: EstimateLine): boolean => Number(quantity) > 0 && Number(unitCost) > 0;

const line = (item: string, quantity: string, unitCost: Money): EstimateLine => ({ item, quantity, unitCost });
const one = (item: string, unitCost: Money): EstimateLine => line(item, '1', unitCost);
