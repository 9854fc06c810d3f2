import { calendarBook, districtHours } from '../../../calendar/index.ts';
import type { CaseDefinition, Office } from '../../../case/index.ts';
import type { Actor, Person } from '../../../people/index.ts';
import { clockBook, defaultPolicies } from '../../../sla/index.ts';

const person = (
  username: string,
  role: Person['role'],
  queue: Person['queue'],
  more: Partial<Person> = {},
): Person => ({
  username,
  name: username,
  role,
  queue,
  email: `${username}@example.org`,
  ...more,
});

/** While the supervisor is away, the first specialist stands in: the named, dated deputy of rule F11. */
export const supervisorAway = { from: '2027-06-01T07:00:00.000Z', until: '2027-09-01T07:00:00.000Z' };

export const people = [
  person('specialist1', 'specialist-1', 'customer-service'),
  person('specialist3', 'specialist-3', 'customer-service'),
  person('supervisor', 'supervisor', 'customer-service', { absence: { ...supervisorAway, deputy: 'specialist1' } }),
  person('operations', 'operations', 'operations'),
  person('accounting', 'accounting', 'accounting'),
  person('technician', 'technician', 'water-resources'),
  person('manager', 'manager', 'management'),
];

export const account = {
  number: '1',
  name: 'A',
  language: 'en',
  email: null,
  mailingAddress: 'Box 1',
  serviceAddress: '1 Road',
};

export const procedure: Actor = { kind: 'procedure', name: 'procedure' };
export const supervisor: Actor = { kind: 'staff', name: 'supervisor', role: 'supervisor' };
export const crew: Actor = { kind: 'staff', name: 'operations', role: 'operations' };
export const customer: Actor = { kind: 'customer', name: 'customer' };

const book = clockBook(defaultPolicies, calendarBook([districtHours]));

export const officeOf = (definition: CaseDefinition): Office => ({
  people,
  book,
  policyAt: (name) => book.policy(name),
  definition: () => definition,
});
