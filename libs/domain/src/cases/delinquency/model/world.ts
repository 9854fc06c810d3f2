import {
  type CaseDefinition,
  type CaseState,
  decide,
  decideOpening,
  type LaterCommand,
  type Moment,
  type NewEvent,
  type Office,
  Refusal,
  type TaskState,
} from '../../../case/index.ts';
import { statutoryLanguages } from '../../../delinquency/index.ts';
import type { FormValues } from '../../../forms/index.ts';
import type { Actor } from '../../../people/index.ts';
import { delinquencyUnder } from '../definition.ts';
import { type Debt, debtOf } from '../intake.ts';
import { type CollectionLaw, districtLaw } from '../law.ts';
import { type Act, unproven } from './oracle.ts';
import { account, officeOf, procedure } from './staff.ts';

/** An act on an order that the record does not prove lawful. */
export interface Violation {
  readonly act: Act;
  readonly at: string;
  readonly unproven: readonly string[];
  readonly debt: Debt;
  readonly types: readonly string[];
}

export interface Figures {
  steps: number;
  cases: number;
  issued: number;
  claimed: number;
  carriedOut: number;
  refused: number;
  /** Moves of the procedure that would be asked for again at once, without end. */
  stuck: string[];
  violations: Violation[];
}

export type Recipient = 'customer' | 'occupant' | 'landowner';

const addressees = {
  customer: { who: 'customer', by: 'letter' },
  occupant: { who: 'occupant' },
  landowner: { who: 'party', party: 'landowner' },
} as const;

/** One case at a time under `decide`, and the proof of every act on its orders. */
export class World {
  readonly figures: Figures = {
    steps: 0,
    cases: 0,
    issued: 0,
    claimed: 0,
    carriedOut: 0,
    refused: 0,
    stuck: [],
    violations: [],
  };
  readonly definition: CaseDefinition;
  now = 0;
  private readonly office: Office;
  private readonly complete = new Set<string>();
  private state: CaseState | null = null;
  private record: NewEvent[] = [];
  private ids = 0;
  private allLanguages = true;

  constructor(law: Partial<CollectionLaw>) {
    const languagesOf = () => (this.allLanguages ? statutoryLanguages.on('2027-01-01') : ['en', 'es']);
    this.definition = delinquencyUnder({ ...districtLaw, languagesOf, ...law });
    this.office = officeOf(this.definition);
  }

  /** The case as it stands. */
  get at(): CaseState {
    if (!this.state) throw new Error('no case is open');
    return this.state;
  }

  open(details: FormValues): void {
    this.state = null;
    const opening = {
      kind: 'open',
      type: 'delinquency',
      number: 'N',
      channel: 'import',
      subject: 's',
      accountNumber: '1',
      details,
    } as const;
    const id = `case-${this.figures.cases}`;
    const { events, state } = decideOpening(id, opening, { kind: 'import', name: 'bills' }, this.moment());
    this.figures.cases += 1;
    this.record = [...events];
    this.state = state;
    this.complete.clear();
  }

  passTime(ms: number): void {
    this.now += Math.max(0, ms);
  }

  write(letter: string, who: Recipient, inAllLanguages: boolean): void {
    this.allLanguages = inAllLanguages;
    this.attempt({ kind: 'write', step: this.newStep(), letter, data: {}, to: addressees[who] }, procedure);
    this.allLanguages = true;
  }

  handOff(task: string): void {
    this.attempt({ kind: 'hand-off', step: this.newStep(), task, facts: {} }, procedure);
  }

  happen(happening: string, data: FormValues, actor: Actor): void {
    this.attempt({ kind: 'happen', happening, data }, actor);
  }

  attempt(command: LaterCommand, actor: Actor): void {
    try {
      const { events, state } = decide(this.at, command, actor, this.moment());
      this.state = state;
      for (const event of events) this.keep(event, command.kind);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.figures.refused += 1;
    }
  }

  moment(): Moment {
    const now = new Date(Math.max(this.now, this.state ? Date.parse(this.state.lastAt) : 0)).toISOString();
    return { now, newId: () => this.nextId(), office: this.office, account };
  }

  private keep(event: NewEvent, command: LaterCommand['kind']): void {
    this.record.push(event);
    if (event.type === 'message-queued' && this.allLanguages) this.complete.add(event.data.messageId);
    const task = (kind: string | undefined): boolean => kind === 'shut-off';
    if (event.type === 'task-opened' && task(event.data.kind)) this.prove('issue', event);
    if (command === 'claim' && event.type === 'task-claimed' && task(this.taskOf(event.data.taskId)?.kind))
      this.prove('claim', event);
    if (event.type === 'task-done' && task(event.data.kind) && event.data.outcome.ending === 'done')
      this.prove('carry-out', event);
  }

  private prove(act: Act, event: NewEvent): void {
    this.figures[act === 'issue' ? 'issued' : act === 'claim' ? 'claimed' : 'carriedOut'] += 1;
    const missing = unproven(act, debtOf(this.at), this.record, event.at, this.complete);
    if (missing.length === 0) return;
    const types = this.record.map(({ type, at, data }) => `${at} ${type} ${JSON.stringify(data)}`);
    this.figures.violations.push({ act, at: event.at, unproven: missing, debt: debtOf(this.at), types });
  }

  private taskOf(taskId: string): TaskState | undefined {
    return this.at.tasks.get(taskId);
  }

  private newStep(): string {
    this.ids += 1;
    return `c${this.at.cycle}/main/step:x#${this.ids}`;
  }

  private nextId(): string {
    this.ids += 1;
    return `id-${this.ids}`;
  }
}
