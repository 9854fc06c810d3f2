import {
  type CaseState,
  decide,
  decideOpening,
  forecast,
  type LaterCommand,
  type NewEvent,
  type Office,
  Refusal,
  type TaskState,
} from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { type Actor, procedureActor, type Role } from '../../people/index.ts';
import { defaultClockBook, defaultPolicyFor } from '../../sla/index.ts';
import { type Instant, millis } from '../../time/index.ts';
import { type Application, applicationOf } from './application.ts';
import { newService } from './definition.ts';
import { amountDue } from './funds.ts';
import { newServiceTasks } from './tasks.ts';

const office: Office = {
  people: [],
  book: defaultClockBook,
  policyAt: (name) => defaultPolicyFor(name.replace('service-', '')),
  definition: (type) => (type === newService.type ? newService : null),
};

export const staff = (role: Role): Actor => ({ kind: 'staff', name: role, role });

const workers = {
  'customer-service': 'specialist-2',
  operations: 'operations',
  engineering: 'engineering',
  accounting: 'accounting',
  'water-resources': 'technician',
  management: 'manager',
} as const;

export const owner = { applicant: 'owner', parcel: '014-220-031', use: 'residential', flow: '12' } as const;

/** One application lived through by its law alone, without the procedure: who does what, at which instant. */
export class ApplicationCase {
  state: CaseState;
  now: Instant;
  readonly events: NewEvent[];
  private ids = 0;
  private steps = 0;

  constructor(details: FormValues = {}, now = '2027-04-01T10:00:00-07:00') {
    this.now = now;
    const opening = {
      kind: 'open',
      type: newService.type,
      number: 'HG-1',
      channel: 'phone',
      subject: 'Water',
      requester: { name: 'Ann', email: 'ann@example.com' },
      details: { ...owner, ...details },
    } as const;
    const opened = decideOpening('case', opening, staff('specialist-2'), this.moment());
    this.state = opened.state;
    this.events = [...opened.events];
  }

  get application(): Application {
    return applicationOf(this.state);
  }

  get due(): string {
    return amountDue(this.application);
  }

  at(now: Instant): this {
    this.now = now;
    return this;
  }

  hear(kind: string, data: FormValues = {}, by: Actor = staff('specialist-2')): this {
    return this.do({ kind: 'happen', happening: kind, data }, by);
  }

  /** The procedure comes to a stage. */
  stage(stage: string): this {
    this.steps += 1;
    return this.do({ kind: 'enter-stage', step: `c1/main/stage:${stage}#${this.steps}`, stage }, procedureActor);
  }

  /** The procedure hands a task off. */
  handOff(task: string, facts: FormValues = {}): TaskState {
    this.steps += 1;
    const step = `c1/main/task:${task}#${this.steps}`;
    this.do({ kind: 'hand-off', step, task, facts }, procedureActor);
    return [...this.state.tasks.values()].find((each) => each.step === step) as TaskState;
  }

  /** A task handed off and done: by its default outcome, where nothing else is said of it. */
  work(task: string, outcome: FormValues = {}, facts: FormValues = {}): this {
    return this.finish(this.handOff(task, facts), outcome);
  }

  finish(task: TaskState, outcome: FormValues = {}): this {
    const definition = newServiceTasks[task.kind];
    const usual = definition?.defaultOutcome(task.facts, this.now.slice(0, 10)) ?? {};
    const role = workers[task.queue];
    return this.do({ kind: 'complete', taskId: task.id, outcome: { ...usual, ...outcome } }, staff(role));
  }

  /** All that time alone brings about up to now. */
  tick(): this {
    return this.do({ kind: 'tick', deadline: this.now }, procedureActor);
  }

  do(command: LaterCommand, actor: Actor): this {
    const { state, events } = decide(this.state, command, actor, this.moment());
    this.state = state;
    this.events.push(...events);
    return this;
  }

  nextDeadline(): Instant | null {
    return forecast(this.state, office, this.now).nextDeadline;
  }

  told(): string[] {
    return this.events.flatMap((event) => (event.type === 'message-queued' ? [event.data.template] : []));
  }

  private moment() {
    const now = this.state && millis(this.state.lastAt) > millis(this.now) ? this.state.lastAt : this.now;
    return {
      now: new Date(now).toISOString(),
      newId: () => {
        this.ids += 1;
        return `id-${this.ids}`;
      },
      office,
      account: null,
    };
  }
}

/** The code and rule of the refusal that an act meets; null when it is done. */
export function refusalOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.rule ? `${error.code} ${error.rule}` : error.code;
    throw error;
  }
}

/** An application to which nothing is objected. */
export const granted = (details: FormValues = {}): ApplicationCase =>
  new ApplicationCase(details).work('eligibility-check', {}, details).work('availability-check');

/** Its design deposit paid, its meter decided, its cost estimated at $6408.00. */
export const estimated = (): ApplicationCase =>
  granted()
    .work('collect-payment', {}, { amount: '500.00' })
    .work('meter-design', { meterSize: '5/8' })
    .work('cost-estimate');

export const accepted = (): ApplicationCase => estimated().hear('accepted');

export const paid = (): ApplicationCase => accepted().hear('deposit-received', { amount: '5908.00', reference: 'R2' });

/** Its crew may begin on Monday, 5 April, at eight. */
export const appointed = (): ApplicationCase => paid().work('permit').work('appointment');

export const appointmentAt = '2027-04-05T08:00:00-07:00';

export const installed = (): ApplicationCase => appointed().at(appointmentAt).work('installation');

export const metered = (): ApplicationCase => installed().work('meter-set', { meterSerial: 'M-1' });
