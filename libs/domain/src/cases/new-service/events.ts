import type { AppointmentWindow, DebtFacts, EstimateLine, GateName } from '../../installations/index.ts';
import type { MeterSize } from '../../metering/index.ts';
import type { Money, Quantity } from '../../money/index.ts';
import type { Queue } from '../../people/index.ts';
import type { CivilDate, Instant } from '../../time/index.ts';

/** The numbers of the rules that decided. */
interface Ruled {
  readonly rules: readonly string[];
}

/** Why service is refused: `code` is what programs match on, `text` what the applicant reads. */
export interface RefusalReason {
  readonly rule: string;
  readonly code: 'outside-district' | 'own-debt' | 'parcel-debt' | 'not-available' | 'permit-refused';
  readonly text: string;
}

/** What an installation takes, or has taken. Quantities are decimal strings. */
export interface WorkQuantities {
  readonly laborHours: Quantity;
  readonly equipmentHours: Quantity;
  readonly pavingSquareFeet: Quantity;
  readonly trafficControlDays: Quantity;
}

export interface PricedLine extends EstimateLine {
  readonly amount: Money;
}

/** A cost by its lines, in dollars. */
export interface CostSheet {
  readonly lines: readonly PricedLine[];
  readonly overhead: Money;
  readonly capacityFee: Money;
  readonly credits: Money;
  readonly total: Money;
}

export interface EstimateMade extends CostSheet, WorkQuantities {
  readonly number: number;
  readonly validUntil: CivilDate;
  /** The day whose rates it is reckoned by. */
  readonly ratesOn: CivilDate;
}

export interface ServiceDesign {
  readonly size: MeterSize;
  readonly type: 'displacement' | 'turbine';
  readonly crossesRoad: boolean;
  readonly backflowDevice: boolean;
  readonly designHours: Quantity;
}

/** What the law of new service adds to the record. */
declare module '../../case/events.ts' {
  interface EventData {
    'eligibility-found': Ruled & Omit<DebtFacts, 'service'> & { readonly insideDistrict: boolean; readonly by: string };
    'availability-found': Ruled & {
      readonly available: boolean;
      readonly by: string;
      readonly reason?: string;
      readonly conditions?: string;
    };
    'gate-passed': Ruled & { readonly gate: GateName; readonly on: CivilDate; readonly owner: Queue };
    'application-incomplete': Ruled & { readonly missing: readonly GateName[]; readonly returnBy: CivilDate };
    'service-granted': Ruled & { readonly deposit: Money; readonly payBy: CivilDate; readonly validUntil: CivilDate };
    'service-refused': Ruled & {
      readonly reasons: readonly RefusalReason[];
      readonly appealBy: CivilDate;
      readonly by: string | null;
    };
    'applicant-debt-paid': Ruled & { readonly amount: Money; readonly reference: string; readonly left: Money };
    'refusal-appealed': Ruled & { readonly by: string };
    'refusal-reviewed': Ruled & { readonly upheld: boolean; readonly by: string };
    'service-designed': Ruled & ServiceDesign & { readonly sketch?: string };
    'estimate-made': Ruled & EstimateMade;
    'estimate-accepted': Ruled & {
      readonly number: number;
      readonly total: Money;
      readonly on: CivilDate;
      readonly payBy: CivilDate;
    };
    'acceptance-refused': Ruled & { readonly number: number; readonly on: CivilDate; readonly validUntil: CivilDate };
    'estimate-declined': Ruled & { readonly number: number; readonly on: CivilDate };
    'estimate-lapsed': Ruled & {
      readonly number: number;
      readonly validUntil: CivilDate;
      readonly keptUntil: CivilDate;
    };
    'estimate-asked-anew': Ruled & { readonly number: number };
    'deposit-received': Ruled & {
      readonly amount: Money;
      readonly reference: string;
      readonly on: CivilDate;
      readonly toward: 'design' | 'installation';
      readonly received: Money;
      readonly stillDue: Money;
    };
    'deposit-returned': Ruled & {
      readonly amount: Money;
      readonly reference: string;
      readonly received: Money;
      readonly payBy: CivilDate;
    };
    'permit-given': Ruled & { readonly on: CivilDate; readonly number?: string };
    'permit-denied': Ruled & { readonly reason: string };
    'appointment-made': Ruled & {
      readonly on: CivilDate;
      readonly window: AppointmentWindow;
      readonly startsAt: Instant;
      readonly ticketFrom: CivilDate;
    };
    'appointment-cancelled': Ruled & { readonly reason: string };
    'installation-visited': Ruled &
      WorkQuantities & {
        readonly ending: 'done' | 'no-access' | 'stopped';
        readonly otherCosts: Money;
        readonly inspectedOn?: CivilDate;
      };
    'work-stopped': Ruled & WorkQuantities & { readonly materials: Money; readonly otherCosts: Money };
    'meter-placed': Ruled & {
      readonly serial: string;
      readonly size: MeterSize;
      readonly registerDigits: number;
      readonly unit: string;
      readonly multiplier: Quantity;
      readonly setOn: CivilDate;
      readonly firstReading: Quantity;
      readonly readOn: CivilDate;
    };
    'route-placed': Ruled & { readonly route: string; readonly sequence: number; readonly accessNote: string };
    'account-activated': Ruled & { readonly accountNumber: string; readonly on: CivilDate };
    'turnout-opened': Ruled & { readonly on: CivilDate };
    'application-withdrawn': Ruled & { readonly workBegun: boolean };
    'application-lapsed': Ruled & { readonly unpaid: Money };
    'costs-reconciled': Ruled &
      CostSheet & {
        readonly received: Money;
        readonly actual: Money;
        readonly estimated: Money | null;
        readonly refund: Money;
        readonly due: Money;
      };
    'refund-paid': Ruled & { readonly amount: Money; readonly reference: string; readonly on: CivilDate };
    'difference-billed': Ruled & { readonly amount: Money; readonly reference: string; readonly on: CivilDate };
    'difference-waived': Ruled & { readonly amount: Money };
  }
}
