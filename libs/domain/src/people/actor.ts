import type { Instant } from '../time/index.ts';

export const queues = [
  'customer-service',
  'operations',
  'engineering',
  'accounting',
  'water-resources',
  'management',
] as const;
/** A department's queue. */
export type Queue = (typeof queues)[number];

export const roles = [
  'specialist-1',
  'specialist-2',
  'specialist-3',
  'supervisor',
  'operations',
  'engineering',
  'accounting',
  'technician',
  'manager',
  'admin',
] as const;
export type Role = (typeof roles)[number];

/** Who acts: a member of staff, the case's own procedure, the clock, an import, the mail desk, or the customer. */
export type Actor =
  | { readonly kind: 'staff'; readonly name: string; readonly role: Role }
  | { readonly kind: 'procedure'; readonly name: string }
  | { readonly kind: 'clock'; readonly name: 'clock' }
  | { readonly kind: 'import'; readonly name: string }
  | { readonly kind: 'mail'; readonly name: string }
  | { readonly kind: 'customer'; readonly name: string };

/** From when until when somebody is away (end excluded), and who stands in. */
export interface Absence {
  readonly from: Instant;
  readonly until: Instant;
  readonly deputy: string | null;
}

/** One member of staff as escalations and approvals know them. */
export interface Person {
  /** The department that this person leads, for escalations. */
  readonly leads?: Queue;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly queue: Queue;
  readonly email: string;
  readonly absence?: Absence;
}

export const clockActor: Actor = { kind: 'clock', name: 'clock' };
export const procedureActor: Actor = { kind: 'procedure', name: 'procedure' };
