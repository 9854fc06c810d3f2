import type { CaseStatus, Channel, Priority } from './types.ts';

/** The contract's words that people choose from, in the order in which they are offered. */
export const statuses = ['open', 'on-hold', 'resolved', 'closed', 'cancelled'] as const satisfies readonly CaseStatus[];
export const priorities = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly Priority[];
/** How a case comes in over the desk; machines have channels of their own. */
export const deskChannels = ['phone', 'in-person', 'email', 'letter', 'web'] as const satisfies readonly Channel[];
