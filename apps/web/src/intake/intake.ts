import type { Account } from '../api/types.ts';
import { deskChannels, priorities } from '../api/vocabulary.ts';
import type { Field } from '../forms/fields.ts';
import type { Entries } from '../forms/values.ts';

/** What every intake asks, whatever the type. */
export const caseFields: readonly Field[] = [
  { name: 'subject', title: 'Subject', kind: 'text', required: true, maxLength: 200 },
  { name: 'description', title: 'Description', kind: 'long-text', required: false, maxLength: 10_000 },
];

export const routingFields: readonly Field[] = [
  { name: 'channel', title: 'Came by', kind: 'choice', required: true, choices: deskChannels },
  { name: 'priority', title: 'Priority', kind: 'choice', required: false, choices: priorities },
];

export const requesterFields: readonly Field[] = [
  { name: 'name', title: 'Name', kind: 'text', required: false, maxLength: 200 },
  { name: 'email', title: 'E-mail', kind: 'text', required: false, maxLength: 254 },
  { name: 'phone', title: 'Phone', kind: 'text', required: false, maxLength: 40 },
];

/** The account's own name and addresses as the requester, where nobody has written another. */
export function requesterFrom(account: Account, written: Entries): Entries {
  return {
    name: written.name || account.name,
    email: written.email || account.email || '',
    phone: written.phone || account.phone || '',
  };
}

export interface IntakeParts {
  type: string;
  accountNumber: string;
  subject: Record<string, unknown>;
  routing: Record<string, unknown>;
  requester: Record<string, unknown>;
  details: Record<string, unknown>;
}

/** The body of `POST /cases`: nothing for what was left empty. */
export function intakeBody(parts: IntakeParts): Record<string, unknown> {
  const { type, accountNumber, subject, routing, requester, details } = parts;
  return {
    type,
    ...routing,
    ...subject,
    ...(accountNumber ? { accountNumber } : {}),
    ...(requester.name ? { requester } : {}),
    details,
  };
}
