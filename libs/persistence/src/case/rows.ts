import { type CaseEvent, type CaseState, type Forecast, isWaitingForWork, type TaskState } from '@headgate/domain/case';

/** The rows that follow from a case's new events, in the shape that the append statement reads. */
export interface Projection {
  readonly caseRow: Record<string, unknown>;
  readonly tasks: readonly Record<string, unknown>[];
  readonly clocks: readonly Record<string, unknown>[];
  readonly messages: readonly Record<string, unknown>[];
  readonly withdrawn: readonly string[];
  readonly outbox: readonly Record<string, unknown>[];
}

export function project(
  state: CaseState,
  events: readonly CaseEvent[],
  forecast: Forecast,
  searchText: string | null,
  nudge = true,
): Projection {
  return {
    caseRow: { ...caseRow(state, forecast), search_text: searchText, advanced_seq: isQuiet(events) ? state.seq : 0 },
    tasks: changedTasks(state, events).map((task) => taskRow(state, task, forecast)),
    clocks: forecast.clocks.map((clock) => ({
      case_id: state.id,
      metric: clock.metric,
      scope: clock.scope,
      cycle: clock.cycle,
      state: clock.state,
      started_at: clock.startedAt,
      stopped_at: clock.stoppedAt,
      due_at: clock.dueAt,
      at_risk_at: clock.atRiskAt,
      policy: clock.policy,
      calendar: clock.calendar,
    })),
    messages: events.filter((e) => e.type === 'message-queued').map((e) => messageRow(state.id, e)),
    withdrawn: events.filter((e) => e.type === 'message-withdrawn').map((e) => e.data.messageId),
    outbox: outboxRows(state, events, nudge),
  };
}

function caseRow(state: CaseState, forecast: Forecast) {
  return {
    id: state.id,
    number: state.number,
    type: state.type,
    subject: state.subject,
    description: state.description,
    status: state.status,
    stage: state.stage,
    priority: state.priority,
    channel: state.channel,
    account_number: state.accountNumber,
    requester: state.requester,
    queue: state.queue,
    involved: [...new Set([state.queue, ...[...state.tasks.values()].map((task) => task.queue)])],
    assignee: state.assignee,
    opened_at: state.openedAt,
    opened_by: state.openedBy.name,
    resolved_at: state.resolvedAt,
    closed_at: state.closedAt,
    outcome: state.outcome,
    details: state.details,
    collection_bar: state.collectionBar,
    policy: `${state.policy.name}@${state.policy.version}`,
    cycle: state.cycle,
    seq: state.seq,
    last_at: state.lastAt,
    next_due_at: forecast.nextDueAt,
    breached_at: forecast.breachedAt,
    next_deadline: forecast.nextDeadline,
  };
}

/** Events by which every open task may be due at another instant. */
const movesDues: ReadonlySet<string> = new Set(['held', 'resumed', 'reprioritised', 'policy-pinned']);

function changedTasks(state: CaseState, events: readonly CaseEvent[]): TaskState[] {
  const ids = new Set(events.flatMap((event) => ('taskId' in event.data ? [event.data.taskId as string] : [])));
  const moved = events.some((event) => movesDues.has(event.type));
  return [...state.tasks.values()].filter((task) => ids.has(task.id) || (moved && isWaitingForWork(task)));
}

function taskRow(state: CaseState, task: TaskState, forecast: Forecast) {
  return {
    id: task.id,
    case_id: state.id,
    case_number: state.number,
    step: task.step,
    kind: task.kind,
    visit: task.visit,
    queue: task.queue,
    assignee: task.assignee,
    asked_by: task.askedBy,
    status: task.status,
    facts: task.facts,
    outcome: task.outcome,
    reason: task.reason,
    opened_at: task.openedAt,
    ended_at: task.endedAt,
    due_at: forecast.clocks.find((clock) => clock.scope === task.id)?.dueAt ?? null,
  };
}

function messageRow(caseId: string, { at, data }: CaseEvent<'message-queued'>) {
  return {
    id: data.messageId,
    case_id: caseId,
    channel: data.channel,
    template: data.template,
    language: data.language,
    audience: data.audience,
    to_name: data.to.name,
    to_address: data.to.address,
    data: data.data,
    state: 'queued',
    mail_id: `<${data.messageId}@headgate>`,
    queued_at: at,
    not_before: data.notBefore ?? null,
  };
}

/** One nudge for the case, unless its workflow knows already; one start for each new mail. */
function outboxRows(state: CaseState, events: readonly CaseEvent[], nudge: boolean) {
  const row = { case_id: state.id, seq: state.seq, at: state.lastAt };
  const mails = events
    .filter((e) => e.type === 'message-queued')
    .map((e) => ({ ...row, kind: 'mail', message_id: e.data.messageId, not_before: e.data.notBefore ?? null }));
  return !nudge || isQuiet(events) ? mails : [{ ...row, kind: 'nudge', message_id: null, not_before: null }, ...mails];
}

const isQuiet = (events: readonly CaseEvent[]): boolean => events.every((event) => quietEvents.has(event.type));

/** Events that no procedure and no timer waits for. */
export const quietEvents: ReadonlySet<string> = new Set([
  'message-sent',
  'message-failed',
  'message-uncertain',
  'note-added',
  'attachment-added',
  'scan-filed',
]);
