import type { CaseEvent, EventType } from '@headgate/domain/case';
import { eachCase } from './stored-cases.ts';
import type { Invariant } from './system.ts';

/** From which statuses each event that changes the status may come. Written apart from `decide`, as a second opinion. */
const edges: Partial<Record<EventType, { from: readonly string[]; to: string }>> = {
  'case-opened': { from: ['none'], to: 'open' },
  held: { from: ['open'], to: 'on-hold' },
  resumed: { from: ['on-hold'], to: 'open' },
  'case-resolved': { from: ['open', 'on-hold'], to: 'resolved' },
  'case-reopened': { from: ['resolved', 'closed'], to: 'open' },
  'case-closed': { from: ['resolved'], to: 'closed' },
  'case-cancelled': { from: ['open', 'on-hold'], to: 'cancelled' },
};

/** Events that only an active case may have. */
const needsActive: readonly EventType[] = [
  'task-opened',
  'task-claimed',
  'task-done',
  'stage-entered',
  'escalated',
  'wait-begun',
  'case-retyped',
];

export const allowedEdges: Invariant = {
  name: 'I6',
  says: 'a case moves only along the edges that there are, and nothing is worked on that has ended',
  async check({ sql }) {
    const breaks: string[] = [];
    for await (const { number, events } of eachCase(sql)) breaks.push(...walk(number, events));
    return breaks;
  },
};

function walk(number: string, events: readonly CaseEvent[]): string[] {
  let status = 'none';
  const breaks: string[] = [];
  for (const { seq, type } of events) {
    const edge = edges[type];
    if (edge && !edge.from.includes(status))
      breaks.push(`${number}: event ${seq}, ${type}, came when the case was ${status}`);
    if (needsActive.includes(type) && status !== 'open' && status !== 'on-hold')
      breaks.push(`${number}: event ${seq}, ${type}, came when the case was ${status}`);
    status = edge?.to ?? status;
  }
  return breaks;
}
