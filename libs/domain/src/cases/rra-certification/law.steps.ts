import {
  type CaseDefinition,
  type CaseState,
  decide,
  decideOpening,
  type EventData,
  type EventType,
  forecast,
  type LaterCommand,
  type NewEvent,
  type Office,
  Refusal,
} from '../../case/index.ts';
import type { FormValues } from '../../forms/index.ts';
import { type Actor, procedureActor, type Role } from '../../people/index.ts';
import { defaultClockBook, defaultPolicyFor } from '../../sla/index.ts';
import { addDays, type Instant, laterOf, millis } from '../../time/index.ts';
import { midnightOf } from './days.ts';
import { type Course, type Line, nextMove, rraCertification } from './definition.ts';
import { filingOf } from './filing.ts';

const officeUnder = (law: CaseDefinition): Office => ({
  people: [],
  book: defaultClockBook,
  policyAt: (name) => defaultPolicyFor(name.replace('service-', '')),
  definition: (type) => (type === law.type ? law : null),
});

const staff = (role: Role): Actor => ({ kind: 'staff', name: role, role });

export const usualDetails = {
  landholder: 'lh-1',
  formYear: 2027,
  holder: 'individual',
  recipientKind: 'qualified',
  applicability: 'discretionary',
  category: 1,
  westwideAcres: '320',
  districtCount: 1,
  parcels: ['P1'],
} as const;

export const usualForm = {
  form: '7-2180EZ',
  edition: 2027,
  signatures: [{ signer: 'lh-1' }],
} as const;

/** One case lived through by its law alone, without the procedure: who does what, at ten in the morning of a day. */
export class RraCase {
  state: CaseState;
  events: readonly NewEvent[];
  private readonly office: Office;
  private ids = 0;
  private steps = 0;

  /** `law`: the district's, or in a test of the tests one with a hole. */
  constructor(details: FormValues = {}, on = '2027-01-11', law: CaseDefinition = rraCertification) {
    this.office = officeUnder(law);
    const opening = {
      kind: 'open',
      type: rraCertification.type,
      number: 'HG-1',
      channel: 'import',
      subject: 'RRA forms',
      requester: { name: 'Ana Ruiz', email: 'ana@example.com' },
      details: { ...usualDetails, ...details },
    } as const;
    const opened = decideOpening('case', opening, { kind: 'import', name: 'campaign' }, this.moment(at(on)));
    this.state = opened.state;
    this.events = opened.events;
  }

  hear(kind: string, data: FormValues, on: string, by: Actor = staff('specialist-2')): this {
    return this.do({ kind: 'happen', happening: kind, data }, by, at(on));
  }

  receive(on: string, form: FormValues = {}): this {
    return this.hear('form-received', { ...usualForm, ...form }, on);
  }

  /** The procedure hands a task off. */
  handOff(task: string, on: string, facts: FormValues = {}): string {
    this.steps += 1;
    const step = `c${this.state.cycle}/main/task:${task}#${this.steps}`;
    this.do({ kind: 'hand-off', step, task, facts }, procedureActor, at(on));
    return [...this.state.tasks.values()].find((each) => each.step === step)?.id ?? '';
  }

  complete(taskId: string, outcome: FormValues, on: string, role: Role = 'specialist-2'): this {
    return this.do({ kind: 'complete', taskId, outcome }, staff(role), at(on));
  }

  check(on: string, outcome: FormValues = { complete: true }, role: Role = 'specialist-2'): this {
    return this.complete(this.handOff('completeness-check', on), outcome, on, role);
  }

  /** What the procedure would do next on one of its lines. */
  next(line: Line, on: string): Course {
    return nextMove(line, [], this.state, this.moment(at(on)), { held: [], turnouts: {} });
  }

  resolve(outcome: string, on: string): this {
    return this.do({ kind: 'resolve', outcome, note: 'by hand' }, staff('specialist-2'), at(on));
  }

  /** All that time alone brings about by midnight at the end of a day. */
  passTo(day: string): this {
    const end = millis(midnightOf(addDays(day, 1), this.office)) - 1;
    for (let last = ''; ; ) {
      const { nextDeadline } = forecast(this.state, this.office, this.state.lastAt);
      if (nextDeadline === null || millis(nextDeadline) > end) return this;
      if (nextDeadline === last) throw new Error(`nothing comes of what is due at ${last}`);
      this.do({ kind: 'tick', deadline: nextDeadline }, procedureActor, nextDeadline);
      last = nextDeadline;
    }
  }

  get held(): string[] {
    return [...filingOf(this.state).held.keys()];
  }

  rulesOf(parcel: string): readonly string[] {
    return filingOf(this.state).held.get(parcel) ?? [];
  }

  all<T extends EventType>(type: T): EventData[T][] {
    return this.events.filter((event) => event.type === type).map(({ data }) => data as EventData[T]);
  }

  private do(command: LaterCommand, actor: Actor, now: Instant): this {
    const { state, events } = decide(this.state, command, actor, this.moment(laterOf(now, this.state.lastAt)));
    this.state = state;
    this.events = [...this.events, ...events];
    return this;
  }

  private moment(now: Instant) {
    this.ids += 1;
    const made = this.ids * 1_000;
    let next = 0;
    return { now, office: this.office, account: null, newId: () => `id-${made + next++}` };
  }
}

const at = (day: string): Instant => `${day}T18:00:00.000Z`;

/** The code and rule of the refusal; null when nothing was refused. */
export function refusalOf(act: () => unknown): { code: string; rule: string | null } | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, rule: error.rule };
    throw error;
  }
}
