import type { CaseState, EventData, EventType, NewEvent } from '../../case/index.ts';
import { type FormNumber, formCatalogue } from '../../land/index.ts';
import { decimal, type Money } from '../../money/index.ts';
import type { CivilDate, Instant } from '../../time/index.ts';
import type { Duty } from './duty.ts';
import type { Designator, FormFinding, LoggedForm, ParcelAcres } from './events.ts';
import type { LandTest } from './land-test.ts';
import './events.ts';

/** A change of the land that asks for a new standard form which is not accepted yet (A21). */
export interface OpenChange {
  readonly changedOn: CivilDate;
  readonly inSeason: boolean;
  readonly formsBy?: CivilDate;
  readonly holdFrom: CivilDate;
  ended: boolean;
}

export interface ReturnedForm {
  readonly form: FormNumber;
  readonly returnBy: CivilDate;
  readonly findings: readonly FormFinding[];
  lapsed: boolean;
}

export interface AcceptedForm {
  readonly form: FormNumber;
  readonly receivedOn: CivilDate;
  readonly on: CivilDate;
}

/** A correction that Reclamation has asked for and that is not accepted yet (A31, F16). */
export interface AskedCorrection {
  readonly dueOn: CivilDate;
  overdue: boolean;
}

export interface Turnout {
  readonly locked: boolean;
  readonly at: Instant;
}

/** All that the record tells about one landholder's forms of one year. */
export interface Filing {
  duty: Duty | null;
  /** The duty came about by a change within the year: the change's days govern, not the first delivery. */
  dutyFromChange: boolean;
  land: LandTest | null;
  /** The form under review: the last one that came in and is neither returned nor accepted. */
  desk: LoggedForm | null;
  returned: ReturnedForm | null;
  accepted: AcceptedForm | null;
  /** The accepted standard form that verifications lean on, which a newer one supersedes (A28). */
  standard: AcceptedForm | null;
  /** In the order in which they were told; each asks for a form that came in after it. */
  changes: OpenChange[];
  changed: boolean;
  westwideAcres?: string;
  correction: AskedCorrection | null;
  selection: { readonly parcels: readonly ParcelAcres[]; readonly waterYear: number } | null;
  invoiced: Money | null;
  paid: Money;
  excessReported: boolean;
  notifiedOn: CivilDate | null;
  turn: 'landowner' | 'district' | 'reclamation' | null;
  designation: { readonly by: Designator; readonly parcels: readonly ParcelAcres[] } | null;
  firstDeliveryOn: CivilDate | null;
  delivered: boolean;
  held: Map<string, readonly string[]>;
  /** What operations did last to each turnout for this case. */
  turnouts: Map<string, Turnout>;
  /** Water that ineligible land took and that is not charged yet (A8). */
  uncharged: { readonly acreFeet?: string }[];
  assessed: Set<string>;
  legalHold: boolean;
  exempt: boolean;
  withdrawn: boolean;
}

/** Folds the case's own events: what is due, what came in, what is held and locked. */
export function filingOf({ own, details }: Pick<CaseState, 'own' | 'details'>): Filing {
  const filing = begun((details.firstDeliveryOn as CivilDate | undefined) ?? null);
  for (const event of own) {
    const apply = folding[event.type] as Fold<EventType> | undefined;
    apply?.(filing, event.data as never, event as never);
  }
  return filing;
}

function begun(firstDeliveryOn: CivilDate | null): Filing {
  return {
    duty: null,
    dutyFromChange: false,
    land: null,
    desk: null,
    returned: null,
    accepted: null,
    standard: null,
    changes: [],
    changed: false,
    correction: null,
    selection: null,
    invoiced: null,
    paid: '0.00',
    excessReported: false,
    notifiedOn: null,
    turn: null,
    designation: null,
    firstDeliveryOn,
    delivered: false,
    held: new Map(),
    turnouts: new Map(),
    uncharged: [],
    assessed: new Set(),
    legalHold: false,
    exempt: false,
    withdrawn: false,
  };
}

type Fold<T extends EventType> = (filing: Filing, data: EventData[T], event: NewEvent<T>) => void;

const folding: { [T in EventType]?: Fold<T> } = {
  'filing-duty': (f, { from, ...duty }) => {
    f.duty = duty;
    f.dutyFromChange = from === 'change';
  },
  'land-tested': (f, land) => {
    f.land = land;
  },
  'delivery-held': (f, { parcels, rules }) => {
    for (const parcel of parcels) f.held.set(parcel, rules);
  },
  'delivery-hold-lifted': (f, { parcels }) => {
    for (const parcel of parcels) f.held.delete(parcel);
  },
  'form-logged': (f, logged) => {
    f.desk = logged;
  },
  'form-returned': (f, { form, returnBy, findings }) => {
    f.desk = null;
    f.returned = { form, returnBy, findings, lapsed: false };
  },
  'correction-lapsed': (f) => {
    if (f.returned) f.returned.lapsed = true;
  },
  'form-accepted': (f, { form, receivedOn, on }) => {
    f.accepted = { form, receivedOn, on };
    f.desk = null;
    f.returned = null;
    if (!formCatalogue[form].standard) return;
    f.standard = f.accepted;
    f.changes = f.changes.filter(({ changedOn }) => changedOn > receivedOn);
  },
  'legal-hold-set': (f, { active }) => {
    f.legalHold = active;
  },
  'full-cost-selected': (f, { parcels, waterYear }) => {
    f.selection = { parcels, waterYear };
  },
  'full-cost-invoiced': (f, { amount }) => {
    f.invoiced = amount;
  },
  'full-cost-payment': (f, { paid }) => {
    f.paid = paid;
  },
  'excess-reported': (f) => {
    f.excessReported = true;
  },
  'designation-turn': (f, { by, notifiedOn }) => {
    f.turn = by;
    f.notifiedOn = notifiedOn;
  },
  'excess-designated': (f, { by, parcels }) => {
    f.designation = { by, parcels };
  },
  'change-reported': (f, { changedOn, inSeason, formsBy, holdFrom, westwideAcres }) => {
    f.changed = true;
    if (westwideAcres) f.westwideAcres = westwideAcres;
    if (holdFrom) f.changes.push({ changedOn, inSeason, holdFrom, ended: false, ...(formsBy ? { formsBy } : {}) });
  },
  'change-clock-ended': (f, { holdFrom }) => {
    for (const change of f.changes) change.ended ||= change.holdFrom <= holdFrom;
  },
  'correction-asked': (f, { dueOn }) => {
    f.correction = { dueOn, overdue: false };
  },
  'correction-supplied': (f) => {
    f.correction = null;
  },
  'correction-overdue': (f) => {
    if (f.correction) f.correction.overdue = true;
  },
  'first-delivery-set': (f, { on }) => {
    f.firstDeliveryOn = on;
  },
  'water-delivered': (f, { rules, acreFeet }) => {
    f.delivered = true;
    if (rules.includes('A8')) f.uncharged.push(acreFeet ? { acreFeet } : {});
  },
  'compensation-charged': (f) => {
    f.uncharged.shift();
  },
  'assessment-counted': (f, { kind, year }) => {
    f.assessed.add(`${kind} ${year}`);
  },
  'parcels-locked': (f, { parcels }, { at }) => {
    for (const parcel of parcels) f.turnouts.set(parcel, { locked: true, at });
  },
  'parcels-unlocked': (f, { parcels }, { at }) => {
    for (const parcel of parcels) f.turnouts.set(parcel, { locked: false, at });
  },
  'district-exempted': (f) => {
    f.exempt = true;
  },
  'filing-withdrawn': (f) => {
    f.withdrawn = true;
  },
};

/** Nothing is demanded where no form is due, the district is exempt (A36), or the case was opened in error. */
export function demandsForm({ duty, exempt, withdrawn }: Filing): boolean {
  return duty?.mustFile === true && !exempt && !withdrawn;
}

/** Full-cost charges of the selected parcels are paid in full (A6, F18). */
export function fullCostPaid({ selection, invoiced, paid }: Filing): boolean {
  if (!selection || selection.parcels.length === 0) return true;
  return invoiced !== null && decimal(paid).gte(decimal(invoiced));
}

export const hasFullCost = ({ land }: Filing): boolean => land !== null && decimal(land.fullCostAcres).gt(0);

/** Excess that nobody has designated yet (A7). */
export function isUndesignated({ land, designation }: Filing): boolean {
  return land !== null && decimal(land.ineligibleAcres).gt(0) && designation === null;
}
