import type { ClockConditions, ClockRule, Condition, ServicePolicy, SlaEvent } from './types.ts';

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

const known = new WeakMap<ClockRule, ClockConditions>();

export function conditionsOf(rule: ClockRule): ClockConditions {
  let conditions = known.get(rule);
  if (!conditions) {
    conditions = { ...(meanings[rule.metric] ?? meanings.resolve), ...rule.on };
    known.set(rule, conditions);
  }
  return conditions;
}

const heard = new WeakMap<ServicePolicy, ReadonlySet<Condition>>();

/** What else than their own tasks ends the hand-offs of a policy; few events do, and there may be many hand-offs. */
export function heardByHandOffs(policy: ServicePolicy): ReadonlySet<Condition> {
  let found = heard.get(policy);
  if (!found) {
    const rules = policy.clocks.filter((rule) => rule.metric === 'hand-off').map(conditionsOf);
    found = new Set(rules.flatMap(({ stop, cancel, reset }) => [...(stop ?? []), ...(cancel ?? []), ...(reset ?? [])]));
    heard.set(policy, found);
  }
  return found;
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
