import type { Person } from '@headgate/domain/people';

/** Whoever may sign in to the demo district; everybody's password is the same. */
export const demoPassword = 'headgate-demo';

const person = (
  username: string,
  name: string,
  role: Person['role'],
  queue: Person['queue'],
  leads?: Person['leads'],
): Person => ({
  username,
  name,
  role,
  queue,
  email: `${username}@headgate.example`,
  ...(leads ? { leads } : {}),
});

export const demoStaff: readonly Person[] = [
  person('specialist1', 'Ana Delgado', 'specialist-1', 'customer-service'),
  person('specialist2', 'Ben Okafor', 'specialist-2', 'customer-service'),
  person('specialist3', 'Carmen Ruiz', 'specialist-3', 'customer-service', 'customer-service'),
  person('supervisor', 'Dana Whitfield', 'supervisor', 'customer-service'),
  person('operations', 'Eli Navarro', 'operations', 'operations', 'operations'),
  person('engineering', 'Faye Lindqvist', 'engineering', 'engineering', 'engineering'),
  person('accounting', 'Grace Tran', 'accounting', 'accounting', 'accounting'),
  person('technician', 'Hugo Bettencourt', 'technician', 'water-resources', 'water-resources'),
  person('manager', 'Iris Kaminski', 'manager', 'management', 'management'),
  person('admin', 'Jo Abara', 'admin', 'management'),
];
