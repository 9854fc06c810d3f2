import type { Actor, Queue, Role } from './actor.ts';

/** What staff may do, by role. The API's routes and `decide` both ask this one table. */
export const actions = [
  'case.open',
  'case.read',
  'case.assign',
  'case.hold',
  'case.prioritise',
  'case.resolve',
  'case.reopen',
  'case.close',
  'case.cancel',
  'case.retype',
  'case.write',
  'case.happening',
  'escalation.acknowledge',
  'scan.file',
  'task.read',
  'task.work',
  'task.approve',
  'register.read',
  'register.import',
  'board.read',
  'rules.read',
  'rules.change',
  'rules.move',
  'stay.lift',
  'staff.absence',
  'form.accept',
  'rra.read',
  'rra.summary',
  'rra.campaign',
] as const;
export type Action = (typeof actions)[number];

const everyone: Action[] = [
  'case.read',
  'case.write',
  'escalation.acknowledge',
  'task.read',
  'task.work',
  'register.read',
  'rules.read',
];
const desk: Action[] = [
  ...everyone,
  'case.open',
  'case.assign',
  'case.hold',
  'case.prioritise',
  'case.resolve',
  'case.reopen',
  'case.close',
  'case.cancel',
  'case.retype',
  'case.happening',
  'scan.file',
  'rra.read',
];
const crew: Action[] = [...everyone, 'case.happening'];

const table: Readonly<Record<Role, ReadonlySet<Action>>> = {
  'specialist-1': new Set(desk),
  'specialist-2': new Set([...desk, 'form.accept']),
  'specialist-3': new Set([...desk, 'task.approve', 'form.accept', 'board.read', 'register.import', 'rra.summary']),
  supervisor: new Set([
    ...desk,
    'task.approve',
    'board.read',
    'register.import',
    'rules.change',
    'rules.move',
    'stay.lift',
    'staff.absence',
    'form.accept',
    'rra.summary',
    'rra.campaign',
  ]),
  operations: new Set([...crew, 'rra.read']),
  engineering: new Set(crew),
  accounting: new Set([...crew, 'register.import']),
  technician: new Set([...crew, 'scan.file', 'rra.read', 'rra.summary', 'rra.campaign']),
  manager: new Set([
    ...everyone,
    'task.approve',
    'board.read',
    'case.assign',
    'case.prioritise',
    'case.reopen',
    'rules.move',
    'staff.absence',
    'rra.read',
    'rra.summary',
    'rra.campaign',
  ]),
  admin: new Set(actions),
};

export function roleMay(role: Role, action: Action): boolean {
  return table[role].has(action);
}

/** True for staff whose role has the action, and for every actor that is not staff: those act for the office itself. */
export function may(actor: Actor, action: Action): boolean {
  return actor.kind !== 'staff' || roleMay(actor.role, action);
}

const queuesOf: Readonly<Record<Role, readonly Queue[]>> = {
  'specialist-1': ['customer-service'],
  'specialist-2': ['customer-service'],
  'specialist-3': ['customer-service'],
  supervisor: ['customer-service', 'operations', 'engineering', 'accounting', 'water-resources', 'management'],
  operations: ['operations'],
  engineering: ['engineering'],
  accounting: ['accounting'],
  technician: ['water-resources'],
  manager: ['management'],
  admin: ['customer-service', 'operations', 'engineering', 'accounting', 'water-resources', 'management'],
};

/** The queues whose tasks a role may work. The supervisor may act in every queue. */
export function queuesFor(role: Role): readonly Queue[] {
  return queuesOf[role];
}
