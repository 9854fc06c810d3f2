import type { Actor, Queue } from '@headgate/domain/people';

export const mailDesk: Actor = { kind: 'mail', name: 'mail' };

/** Who works the tasks of a department. */
export const heads: Readonly<Record<Exclude<Queue, 'customer-service'>, string>> = {
  operations: 'operations',
  engineering: 'engineering',
  accounting: 'accounting',
  'water-resources': 'technician',
  management: 'manager',
};

/** How long each department usually takes, in office hours: least and most. */
export const usualHours: Readonly<Record<Queue, readonly [number, number]>> = {
  'customer-service': [1, 14],
  operations: [4, 26],
  engineering: [8, 60],
  accounting: [2, 20],
  'water-resources': [6, 40],
  management: [4, 24],
};

export const calls = [
  'Told the customer by telephone how the complaint is looked into.',
  'Customer called; explained the re-read and when it is done.',
  'Answered the customer at the counter and gave the leaflet on leaks.',
  'Left a message with the case number and the next step.',
];

export const notes = [
  'Explained the steps by telephone.',
  'Customer sends a photograph of the register.',
  'Neighbouring meter looks fine.',
  'Called back, no answer.',
  'Account has an irrigation timer, asked to check it.',
  'Asked operations to call before the visit.',
];
