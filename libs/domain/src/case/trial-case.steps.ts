import { calendarBook } from '../calendar/index.ts';
import { definitionOf } from '../cases/index.ts';
import { type Actor, type Person, procedureActor } from '../people/index.ts';
import { clockBook, defaultLadder, type LadderStep, type ServicePolicy } from '../sla/index.ts';
import { type Instant, laterOf } from '../time/index.ts';
import {
  type AccountContact,
  type CaseState,
  type Command,
  decide,
  decideOpening,
  forecast,
  type Moment,
  type NewEvent,
} from './index.ts';

type Later = Exclude<Command, { kind: 'open' }>;

const person = (username: string, role: Person['role'], queue: Person['queue'], leads?: Person['leads']): Person => ({
  username,
  name: username,
  role,
  queue,
  email: `${username}@headgate.example`,
  ...(leads ? { leads } : {}),
});

export const staff: readonly Person[] = [
  person('ana', 'specialist-2', 'customer-service'),
  person('carmen', 'specialist-3', 'customer-service', 'customer-service'),
  person('dana', 'supervisor', 'customer-service'),
  person('eli', 'operations', 'operations', 'operations'),
  person('iris', 'manager', 'management', 'management'),
];

const ana: Actor = { kind: 'staff', name: 'ana', role: 'specialist-2' };
export const dana: Actor = { kind: 'staff', name: 'dana', role: 'supervisor' };

const account: AccountContact = {
  number: '100001',
  name: 'Rosa Marin',
  language: 'en',
  email: null,
  mailingAddress: '1 San Felipe Road, Hollister',
  serviceAddress: '1 San Felipe Road, Hollister',
};

/** Eight business hours for the case and four for a hand-off, from Monday 5 April 2027 08:00 in Los Angeles. */
export function policyWith(ladder: readonly LadderStep[] = defaultLadder, more: Partial<ServicePolicy> = {}) {
  return {
    name: 'service-high-consumption',
    version: 1,
    from: '2026-01-01T00:00:00Z',
    calendar: 'district',
    clocks: [
      { metric: 'resolve', target: { businessMinutes: 480 } },
      { metric: 'hand-off', target: { businessMinutes: 240 } },
    ],
    ladder,
    ...more,
  } satisfies ServicePolicy;
}

export const monday = (time: string): Instant => `2027-04-05T${time}:00-07:00`;
export const tuesday = (time: string): Instant => `2027-04-06T${time}:00-07:00`;

/** One case under a policy, to which a test does things at instants; nothing is kept but its state. */
export class TrialCase {
  state: CaseState;
  readonly events: NewEvent[] = [];
  people: readonly Person[] = staff;
  private readonly policies: readonly ServicePolicy[];
  private ids = 0;

  constructor(policies: readonly ServicePolicy[] = [policyWith()], at: Instant = monday('08:00')) {
    this.policies = policies;
    const opening = { kind: 'open', type: 'high-consumption', number: 'HG-1', channel: 'phone', details: {} } as const;
    const opened = decideOpening('case', { ...opening, subject: 'Three times the usual' }, ana, this.moment(at));
    this.state = opened.state;
    this.events.push(...opened.events);
  }

  moment(now: Instant): Moment {
    const book = clockBook(this.policies, calendarBook());
    const policyAt = (name: string) => book.policy(name);
    const office = { people: this.people, book, policyAt, definition: definitionOf };
    return { now, newId: () => `id-${this.ids++}`, office, account };
  }

  /** What the act brought about. */
  does(at: Instant, command: Later, actor: Actor = ana): readonly NewEvent[] {
    const { state, events } = decide(this.state, command, actor, this.moment(laterOf(at, this.state.lastAt)));
    this.state = state;
    this.events.push(...events);
    return events;
  }

  tick(at: Instant): readonly NewEvent[] {
    return this.does(at, { kind: 'tick', deadline: at }, procedureActor);
  }

  handOff(at: Instant, task = 'reread'): string {
    const step = `c1/main/task:${task}#1`;
    this.does(at, { kind: 'hand-off', step, task, facts: {} }, procedureActor);
    return [...this.state.tasks.values()].find((each) => each.step === step)?.id ?? '';
  }

  nextDeadline(now: Instant): Instant | null {
    return forecast(this.state, this.moment(now).office, now).nextDeadline;
  }

  of<T extends NewEvent['type']>(type: T): NewEvent<T>['data'][] {
    return this.events.filter((event) => event.type === type).map((event) => event.data as NewEvent<T>['data']);
  }

  /** Metric and level of every rung that is recorded, in order. */
  get rungs(): string[] {
    return this.of('escalated').map(({ metric, level }) => `${metric} ${level}`);
  }
}
