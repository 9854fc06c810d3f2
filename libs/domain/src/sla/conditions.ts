import type { ClockConditions, ClockRule, Condition, SlaEvent } from './types.ts';

/** What each metric means. A metric that is not named here runs like `resolve`, until its rule says otherwise. */
const meanings: Readonly<Record<string, ClockConditions>> = {
  acknowledge: { start: ['opened', 'reopen'], stop: ['acknowledge', 'resolve'], cancel: ['cancel'] },
  'first-response': { start: ['opened', 'reopen'], stop: ['reply:customer', 'resolve'], cancel: ['cancel'] },
  'next-response': {
    start: ['customer-reply'],
    after: 'reply:customer',
    stop: ['reply:customer', 'resolve'],
    cancel: ['cancel'],
  },
  resolve: { start: ['opened', 'reopen'], stop: ['resolve'], cancel: ['cancel'] },
  'hand-off': {
    start: ['task-opened'],
    stop: ['task-done', 'task-returned'],
    cancel: ['task-withdrawn', 'resolve', 'cancel'],
  },
};

export function conditionsOf(rule: ClockRule): ClockConditions {
  return { ...(meanings[rule.metric] ?? meanings['resolve']), ...rule.on };
}

/** The conditions that an event meets: its type, and its type with what it says. */
export function conditionsMet(event: SlaEvent): readonly Condition[] {
  const said = qualifier(event);
  return said === undefined ? [event.type] : [event.type, `${event.type}:${said}`];
}

function qualifier(event: SlaEvent): string | undefined {
  if (event.type === 'reply') return event.visibility;
  if (event.type === 'happened') return event.kind;
  if (event.type === 'hold') return event.reason;
  return event.type === 'task-opened' ? event.task : undefined;
}

export function meets(met: readonly Condition[], wanted: readonly Condition[] | undefined): boolean {
  return wanted?.some((condition) => met.includes(condition)) ?? false;
}
