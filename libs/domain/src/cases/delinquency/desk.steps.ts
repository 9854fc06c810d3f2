import {
  type CaseState,
  decide,
  decideOpening,
  type EventData,
  type EventType,
  type LaterCommand,
  type Moment,
  type NewEvent,
  Refusal,
} from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import type { Actor } from '../../people/index.ts';
import type { Instant } from '../../time/index.ts';
import { delinquency } from './definition.ts';
import { account, customer, officeOf, people, procedure } from './model/staff.ts';

/** A bill of 2 March for 1 April 2027, unpaid, of a home to which its own bills go. */
const debt = {
  service: 'residential',
  dwelling: 'yes',
  amount: '120.50',
  billedOn: '2027-03-02',
  dueOn: '2027-04-01',
  mailingDiffers: false,
};

const addressees = {
  customer: { who: 'customer', by: 'letter' },
  occupant: { who: 'occupant' },
  landowner: { who: 'party', party: 'landowner' },
} as const;

/** One delinquency on a desk of its own, under the district's law and a clock that is set by hand. */
export class Desk {
  private readonly office = officeOf(delinquency);
  private readonly events: NewEvent[] = [];
  private now: Instant;
  private ids = 0;
  state: CaseState;

  constructor(details: FormValues = {}, at: Instant = '2027-04-05T09:00:00-07:00') {
    this.now = new Date(at).toISOString();
    const opening = {
      kind: 'open',
      type: 'delinquency',
      number: 'HG-2027-000001',
      channel: 'import',
      subject: 'Past due',
      accountNumber: '1',
      details: { ...debt, ...details },
    } as const;
    const opened = decideOpening('case', opening, { kind: 'import', name: 'billing' }, this.moment());
    this.events.push(...opened.events);
    this.state = opened.state;
  }

  moment(): Moment {
    return { now: this.now, newId: () => this.step(), office: this.office, account };
  }

  at(instant: Instant): this {
    this.now = new Date(instant).toISOString();
    return this;
  }

  do(command: LaterCommand, actor: Actor): this {
    const { events, state } = decide(this.state, command, actor, this.moment());
    this.events.push(...events);
    this.state = state;
    return this;
  }

  hear(happening: string, data: FormValues = {}, actor: Actor = customer, at?: Instant): this {
    return this.do({ kind: 'happen', happening, data, ...(at ? { at: new Date(at).toISOString() } : {}) }, actor);
  }

  write(letter: string, who: keyof typeof addressees = 'customer'): this {
    return this.do({ kind: 'write', step: this.step(), letter, data: {}, to: addressees[who] }, procedure);
  }

  handOff(task: string): string {
    this.do({ kind: 'hand-off', step: this.step(), task, facts: {} }, procedure);
    return [...this.state.tasks.keys()].at(-1) as string;
  }

  /** Hands a task off and has it done. */
  work(task: string, username: string, outcome: FormValues): this {
    const taskId = this.handOff(task);
    return this.complete(taskId, username, outcome);
  }

  complete(taskId: string, username: string, outcome: FormValues): this {
    return this.do({ kind: 'complete', taskId, outcome }, staff(username));
  }

  /** What the last event of a kind says. */
  last<T extends EventType>(type: T): EventData[T] | undefined {
    return this.events.findLast((event) => event.type === type)?.data as EventData[T] | undefined;
  }

  count(type: EventType): number {
    return this.events.filter((event) => event.type === type).length;
  }

  private step(): string {
    this.ids += 1;
    return `c${this.state.cycle}/main/step:x#${this.ids}`;
  }
}

export function staff(username: string): Actor {
  const person = people.find((one) => one.username === username);
  if (!person) throw new Error(`nobody is called ${username}`);
  return { kind: 'staff', name: person.username, role: person.role };
}

/** The rule by which something is refused; null where it is granted. */
export function refusedBy(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.rule ?? error.code;
    throw error;
  }
}

/** Every notice given and the last word had: lawful on Wednesday 2 June 2027, 10:00, for a bill due on 1 April. */
export function readyForOrder(details: FormValues = {}): Desk {
  const desk = new Desk(details).write('written-notice').at('2027-05-10T10:00:00-07:00').write('ten-day-notice');
  return desk.at('2027-06-01T09:00:00-07:00').work('final-contact', 'specialist3', { reached: true }).at(lawfulAt);
}

export const lawfulAt = '2027-06-02T10:00:00-07:00';

/** With an order in force. */
export function ordered(details: FormValues = {}): { desk: Desk; taskId: string } {
  const desk = readyForOrder(details)
    .work('order-review', 'specialist3', { approved: true })
    .work('order-review', 'supervisor', { approved: true })
    .work('confirm-payments', 'accounting', {});
  return { desk, taskId: desk.handOff('shut-off') };
}

/** With the water off. */
export function shutOff(details: FormValues = {}): Desk {
  const { desk, taskId } = ordered(details);
  return desk.complete(taskId, 'operations', { ending: 'done' });
}
