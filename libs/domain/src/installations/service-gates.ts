import type { Queue } from '../people/index.ts';
import type { CivilDate } from '../time/index.ts';

/** What must be passed before a new service goes on (F20). */
export const gateNames = [
  'identity-check',
  'owners-consent',
  'annexation',
  'encroachment-permit',
  'service-alert-ticket',
  'backflow-test',
  'rra-acceptance',
] as const;
export type GateName = (typeof gateNames)[number];

/** The step of the procedure that a gate stands before. */
export type GateStep = 'will-serve' | 'digging' | 'account-active' | 'first-delivery';

export interface GateRule {
  readonly rule: string;
  readonly title: string;
  readonly before: GateStep;
  /** The queue that passes it. */
  readonly owner: Queue;
  readonly needed: (site: ServiceSite) => boolean;
}

/** What decides which gates the application has. */
export interface ServiceSite {
  readonly applicant: 'owner' | 'tenant';
  readonly insideDistrict: boolean;
  /** The service crosses a public road or another's land. */
  readonly crossesRoadOrNeighbour: boolean;
  readonly digging: boolean;
  readonly backflowDevice: boolean;
  readonly use: 'residential' | 'commercial' | 'agricultural';
  /** The land takes project water in a district that the Act binds (A36). */
  readonly underReclamationLaw: boolean;
}

export const gateRules: Readonly<Record<GateName, GateRule>> = {
  'identity-check': {
    rule: 'F20',
    title: 'Identity of the applicant (two documents)',
    before: 'will-serve',
    owner: 'customer-service',
    needed: () => true,
  },
  'owners-consent': {
    rule: 'F20',
    title: 'Consent of the owner',
    before: 'will-serve',
    owner: 'customer-service',
    needed: ({ applicant }) => applicant === 'tenant',
  },
  annexation: {
    rule: 'F20',
    title: 'Annexation or inclusion of the land',
    before: 'will-serve',
    owner: 'management',
    needed: ({ insideDistrict }) => !insideDistrict,
  },
  'encroachment-permit': {
    rule: 'F20',
    title: 'Encroachment permit or easement',
    before: 'digging',
    owner: 'engineering',
    needed: ({ crossesRoadOrNeighbour }) => crossesRoadOrNeighbour,
  },
  'service-alert-ticket': {
    rule: 'F20',
    title: 'Underground service alert ticket',
    before: 'digging',
    owner: 'operations',
    needed: ({ digging }) => digging,
  },
  'backflow-test': {
    rule: 'F20',
    title: 'Backflow test',
    before: 'account-active',
    owner: 'operations',
    needed: ({ backflowDevice }) => backflowDevice,
  },
  'rra-acceptance': {
    rule: 'F20',
    title: 'RRA form accepted',
    before: 'first-delivery',
    owner: 'customer-service',
    needed: ({ use, underReclamationLaw }) => use === 'agricultural' && underReclamationLaw,
  },
};

/** The day each gate was passed; a gate that is missing is open. */
export type GatesPassed = Readonly<Partial<Record<GateName, CivilDate>>>;

const order: readonly GateStep[] = ['will-serve', 'digging', 'account-active', 'first-delivery'];

export function gatesNeeded(site: ServiceSite): readonly GateName[] {
  return gateNames.filter((name) => gateRules[name].needed(site));
}

/** The gates that still bar a step on a day, those of earlier steps included; empty when it may go on (F20). */
export function gatesOpen(site: ServiceSite, passed: GatesPassed, step: GateStep, on: CivilDate): readonly GateName[] {
  const reached = order.slice(0, order.indexOf(step) + 1);
  return gatesNeeded(site).filter((name) => {
    const passedOn = passed[name];
    return reached.includes(gateRules[name].before) && (passedOn === undefined || passedOn > on);
  });
}
