import type { CaseState, EventData, EventType } from '../../case/index.ts';
import type { DebtFacts, GateName, Receipt } from '../../installations/index.ts';
import type { CivilDate } from '../../time/index.ts';
import type { EstimateMade, RefusalReason, ServiceDesign } from './events.ts';

type Told<T extends EventType> = EventData[T];

export interface Refused {
  readonly reasons: readonly RefusalReason[];
  readonly appealBy: CivilDate;
  readonly by: string | null;
  readonly appeal: 'none' | 'pending' | 'denied';
}

export interface EstimateState extends EstimateMade {
  readonly state: 'open' | 'accepted' | 'declined' | 'lapsed' | 'asked-anew';
  readonly keptUntil: CivilDate | null;
}

/** An application as the events of its law tell it. */
export interface Application {
  eligibility: (Omit<DebtFacts, 'service'> & { insideDistrict: boolean; by: string }) | null;
  availability: Told<'availability-found'> | null;
  gates: Partial<Record<GateName, CivilDate>>;
  returnBy: CivilDate | null;
  debtPaid: Receipt[];
  refused: Refused | null;
  /** An appeal was upheld: what had been found against the application counts no more. */
  overturned: boolean;
  granted: Told<'service-granted'> | null;
  payBy: CivilDate | null;
  design: ServiceDesign | null;
  estimate: EstimateState | null;
  receipts: Receipt[];
  permit: 'needed' | 'given' | 'denied';
  permitDenial: string;
  appointment: Told<'appointment-made'> | null;
  visits: Told<'installation-visited'>[];
  stopped: Told<'work-stopped'> | null;
  meter: Told<'meter-placed'> | null;
  place: Told<'route-placed'> | null;
  account: Told<'account-activated'> | null;
  turnoutOpen: boolean;
  over: 'withdrawn' | 'lapsed' | 'declined' | null;
  workBegun: boolean;
  settled: Told<'costs-reconciled'> | null;
  refunded: boolean;
  differenceSettled: boolean;
}

const fresh = (): Application => ({
  eligibility: null,
  availability: null,
  gates: {},
  returnBy: null,
  debtPaid: [],
  refused: null,
  overturned: false,
  granted: null,
  payBy: null,
  design: null,
  estimate: null,
  receipts: [],
  permit: 'needed',
  permitDenial: '',
  appointment: null,
  visits: [],
  stopped: null,
  meter: null,
  place: null,
  account: null,
  turnoutOpen: false,
  over: null,
  workBegun: false,
  settled: null,
  refunded: false,
  differenceSettled: false,
});

export function applicationOf({ own }: Pick<CaseState, 'own'>): Application {
  const application = fresh();
  for (const event of own) {
    const fold = folds[event.type] as ((a: Application, data: unknown) => void) | undefined;
    fold?.(application, event.data);
  }
  return application;
}

const folds: { [T in EventType]?: (a: Application, data: EventData[T]) => void } = {
  'eligibility-found': (a, data) => {
    a.eligibility = data;
  },
  'availability-found': (a, data) => {
    a.availability = data;
  },
  'gate-passed': (a, { gate, on }) => {
    a.gates[gate] = on;
  },
  'application-incomplete': (a, { returnBy }) => {
    a.returnBy = returnBy;
  },
  'service-granted': (a, data) => {
    a.granted = data;
    a.payBy = data.payBy;
    a.refused = null;
  },
  'service-refused': (a, { reasons, appealBy, by }) => {
    a.refused = { reasons, appealBy, by, appeal: 'none' };
  },
  'applicant-debt-paid': (a, { amount, reference }) => {
    a.debtPaid.push({ amount, reference });
  },
  'refusal-appealed': (a) => {
    if (a.refused) a.refused = { ...a.refused, appeal: 'pending' };
  },
  'refusal-reviewed': (a, { upheld }) => {
    if (!a.refused) return;
    if (!upheld) a.refused = { ...a.refused, appeal: 'denied' };
    else {
      a.refused = null;
      if (a.permit === 'denied') a.permit = 'needed';
      else a.overturned = true;
    }
  },
  'service-designed': (a, data) => {
    a.design = data;
  },
  'estimate-made': (a, data) => {
    a.estimate = { ...data, state: 'open', keptUntil: null };
  },
  'estimate-accepted': (a, { payBy }) => {
    setEstimate(a, 'accepted');
    a.payBy = payBy;
  },
  'acceptance-refused': (a) => setEstimate(a, 'asked-anew'),
  'estimate-asked-anew': (a) => setEstimate(a, 'asked-anew'),
  'estimate-declined': (a) => {
    setEstimate(a, 'declined');
    a.over = 'declined';
  },
  'estimate-lapsed': (a, { keptUntil }) => setEstimate(a, 'lapsed', keptUntil),
  'deposit-received': (a, { amount, reference }) => {
    a.receipts.push({ amount, reference });
  },
  'deposit-returned': (a, { reference, payBy }) => {
    a.receipts = a.receipts.filter((receipt) => receipt.reference !== reference);
    a.payBy = payBy;
  },
  'permit-given': (a) => {
    a.permit = 'given';
  },
  'permit-denied': (a, { reason }) => {
    a.permit = 'denied';
    a.permitDenial = reason;
  },
  'appointment-made': (a, data) => {
    a.appointment = data;
  },
  'appointment-cancelled': (a) => {
    a.appointment = null;
  },
  'installation-visited': (a, data) => {
    a.visits.push(data);
    if (data.ending !== 'done') a.appointment = null;
  },
  'work-stopped': (a, data) => {
    a.stopped = data;
  },
  'meter-placed': (a, data) => {
    a.meter = data;
  },
  'route-placed': (a, data) => {
    a.place = data;
  },
  'account-activated': (a, data) => {
    a.account = data;
  },
  'turnout-opened': (a) => {
    a.turnoutOpen = true;
  },
  'application-withdrawn': (a, { workBegun }) => {
    a.over = 'withdrawn';
    a.workBegun = workBegun;
  },
  'application-lapsed': (a) => {
    a.over = 'lapsed';
  },
  'costs-reconciled': (a, data) => {
    a.settled = data;
  },
  'refund-paid': (a) => {
    a.refunded = true;
  },
  'difference-billed': (a) => {
    a.differenceSettled = true;
  },
  'difference-waived': (a) => {
    a.differenceSettled = true;
  },
};

function setEstimate(a: Application, state: EstimateState['state'], keptUntil: CivilDate | null = null): void {
  if (a.estimate) a.estimate = { ...a.estimate, state, keptUntil };
}

/** The crew has ended its work, and the work was inspected. */
export const isInstalled = ({ visits }: Pick<Application, 'visits'>): boolean => visits.at(-1)?.ending === 'done';

/** Something of the installation is in the ground, or hours were spent on it. */
export const isBegun = ({ visits, workBegun }: Pick<Application, 'visits' | 'workBegun'>): boolean =>
  workBegun || visits.some(({ ending }) => ending !== 'no-access');

/** Nothing is left to do but to settle the money. */
export const isClosing = ({ over, settled }: Pick<Application, 'over' | 'settled'>): boolean =>
  over !== null || settled !== null;
