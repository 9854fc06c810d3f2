import type { SlaEvent } from '../sla/index.ts';
import type { Instant } from '../time/index.ts';
import type { EventData, Hold, NewEvent } from './events.ts';

/** What of the record the clocks hear. A clock knows nothing of the case but these. */
export function heardByClocks(event: NewEvent): SlaEvent | null {
  const { at } = event;
  switch (event.type) {
    case 'acknowledged':
      return { type: 'acknowledge', at };
    case 'held':
      return holdHeard(event.data, at);
    case 'resumed':
      return { type: 'resume', at };
    case 'escalation-acknowledged':
      return acknowledgementHeard(event.data, at);
    case 'reprioritised':
      return { type: 'reprioritise', at, priority: event.data.priority };
    case 'task-opened':
      return { type: 'task-opened', at, visit: event.data.taskId, task: event.data.kind };
    case 'task-done':
      return { type: 'task-done', at, visit: event.data.taskId };
    case 'task-returned':
      return { type: 'task-returned', at, visit: event.data.taskId };
    case 'task-withdrawn':
      return { type: 'task-withdrawn', at, visit: event.data.taskId };
    case 'note-added':
      return { type: 'reply', at, visibility: event.data.visibility };
    case 'message-queued':
      return event.data.audience === 'customer' && isAnswer(event.data.template)
        ? { type: 'reply', at, visibility: 'customer' }
        : null;
    case 'happened':
      return event.data.kind === 'customer-reply'
        ? { type: 'customer-reply', at }
        : { type: 'happened', at, kind: event.data.kind };
    case 'policy-pinned':
      return policyHeard(event.data, at);
    case 'case-retyped':
      return { type: 'retype', at };
    case 'case-resolved':
    case 'case-closed':
      return { type: 'resolve', at };
    case 'case-cancelled':
      return { type: 'cancel', at };
    case 'case-reopened':
      return { type: 'reopen', at };
    default:
      return null;
  }
}

/** A reason of the list goes by its name, so that policies can speak of it; any other by its words. */
function holdHeard({ reason, until, code, endsAt }: Hold, at: Instant): SlaEvent {
  const end = endsAt ?? until;
  return { type: 'hold', at, reason: code && code !== 'other' ? code : reason, ...(end ? { until: end } : {}) };
}

function acknowledgementHeard({ metric, scope, until }: EventData['escalation-acknowledged'], at: Instant): SlaEvent {
  return {
    type: 'escalation-acknowledged',
    at,
    until,
    ...(metric === null ? {} : { metric }),
    ...(scope === null ? {} : { scope }),
  };
}

function policyHeard({ name: policy, version, move, undoes }: EventData['policy-pinned'], at: Instant): SlaEvent {
  return { type: 'policy', at, policy, version, ...(move ? { move } : {}), ...(undoes ? { undoes } : {}) };
}

/** An acknowledgement says only that the case is here: it is no first response. */
const isAnswer = (template: string): boolean => !template.endsWith('/acknowledgement');
