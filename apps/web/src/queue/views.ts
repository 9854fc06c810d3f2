import { queues } from '@headgate/domain/people';
import type { User } from '../api/types.ts';
import { humanise } from '../words/humanise.ts';
import type { QueueSearch } from './filters.ts';

/** A question that staff ask of the queue all day. */
export interface View {
  readonly title: string;
  readonly search: QueueSearch;
  /** Whether the rail also counts how many of it are due soon. */
  readonly soon?: boolean;
  readonly tone?: 'warn' | 'alarm';
  /** Grows without end: nobody needs its number. */
  readonly uncounted?: boolean;
}

/** The cases that still ask for something. */
export const active = 'open,on-hold';

export interface ViewGroup {
  readonly title: string;
  readonly views: readonly View[];
}

export function viewsOf(user: User): ViewGroup[] {
  return [
    {
      title: 'Mine',
      views: [
        { title: 'My cases', search: { assignee: user.username, status: active }, soon: true },
        { title: 'My department', search: { queue: user.queue, status: active }, soon: true },
        { title: 'Held by nobody', search: { queue: user.queue, assignee: 'none', status: active } },
      ],
    },
    {
      title: 'Service levels',
      views: [
        { title: 'Due soon', search: { clock: 'at-risk', status: active }, tone: 'warn' },
        { title: 'Breached', search: { clock: 'breached', status: active }, tone: 'alarm' },
        { title: 'Paused', search: { clock: 'paused', status: active } },
      ],
    },
    {
      title: 'Other departments',
      views: queues
        .filter((queue) => queue !== user.queue)
        .map((queue) => ({ title: humanise(queue), search: { queue, status: active } })),
    },
    {
      title: 'All',
      views: [
        { title: 'Open', search: { status: active } },
        { title: 'On hold', search: { status: 'on-hold' } },
        { title: 'Resolved', search: { status: 'resolved' }, uncounted: true },
        { title: 'Closed', search: { status: 'closed' }, uncounted: true },
      ],
    },
  ];
}

/** What the queue shows when its address asks for nothing: the department's open cases. */
export const firstView = (user: User): QueueSearch => ({ queue: user.queue, status: active });
