import { calendarBook, districtHours } from '../../../calendar/index.ts';
import {
  type CaseDefinition,
  type CaseState,
  decide,
  decideOpening,
  isActive,
  isWaitingForWork,
  type LaterCommand,
  type Moment,
  type NewEvent,
  type Office,
  Refusal,
  type TaskState,
} from '../../../case/index.ts';
import { fieldEndings, statutoryLanguages } from '../../../delinquency/index.ts';
import type { Actor, Person } from '../../../people/index.ts';
import { clockBook, defaultPolicies } from '../../../sla/index.ts';
import { nextMove } from '../course.ts';
import { delinquencyUnder } from '../definition.ts';
import type { Debt } from '../intake.ts';
import { debtOf } from '../intake.ts';
import { type CollectionLaw, districtLaw } from '../law.ts';
import { type Act, unproven } from './oracle.ts';
import { Random } from './random.ts';
import { plusDays } from './wall.ts';

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
  violations: Violation[];
}

const person = (username: string, role: Person['role'], queue: Person['queue']): Person => ({
  username,
  name: username,
  role,
  queue,
  email: `${username}@example.org`,
});

const people = [
  person('specialist1', 'specialist-1', 'customer-service'),
  person('specialist3', 'specialist-3', 'customer-service'),
  person('supervisor', 'supervisor', 'customer-service'),
  person('operations', 'operations', 'operations'),
  person('accounting', 'accounting', 'accounting'),
  person('technician', 'technician', 'water-resources'),
  person('manager', 'manager', 'management'),
];
const account = {
  number: '1',
  name: 'A',
  language: 'en',
  email: null,
  mailingAddress: 'Box 1',
  serviceAddress: '1 Road',
};
const procedure: Actor = { kind: 'procedure', name: 'procedure' };
const supervisor: Actor = { kind: 'staff', name: 'supervisor', role: 'supervisor' };
const customer: Actor = { kind: 'customer', name: 'customer' };
const book = clockBook(defaultPolicies, calendarBook([districtHours]));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Jumps of time: to and fro around what the law counts by. */
const jumps = [
  minute,
  14 * minute,
  16 * minute,
  hour,
  5 * hour,
  16 * hour,
  day,
  day - minute,
  day + minute,
  2 * day,
  5 * day,
  10 * day,
  15 * day,
  19 * day,
  30 * day,
  61 * day,
];

const letterMoves: Readonly<Record<string, [letter: string, to: 'customer' | 'occupant' | 'landowner']>> = {
  'tell-tenants': ['tenant-notice', 'occupant'],
  'mail-notice': ['ten-day-notice', 'customer'],
  'tell-cure': ['cure-notice', 'customer'],
  'tell-landowner': ['landowner-notice', 'landowner'],
};

const taskMoves: Readonly<Record<string, string>> = {
  visit: 'visit',
  'review-appeal': 'appeal-review',
  'offer-arrangement': 'offer-arrangement',
  'post-final-notice': 'post-final-notice',
  'last-word': 'final-contact',
  'refuse-water': 'refuse-water',
  'look-at-fields': 'field-check',
  reconnect: 'reconnect',
  'make-good': 'reconnect',
};

/** Walks `decide` at random: happenings, staff, crew, letters, time. The procedure asks for anything at any moment. */
export class Walk {
  readonly figures: Figures = { steps: 0, cases: 0, issued: 0, claimed: 0, carriedOut: 0, refused: 0, violations: [] };
  private readonly random: Random;
  private readonly definition: CaseDefinition;
  private readonly office: Office;
  private readonly complete = new Set<string>();
  private state: CaseState | null = null;
  private record: NewEvent[] = [];
  private now = 0;
  private ids = 0;
  private allLanguages = true;

  constructor(seed: number, law: Partial<CollectionLaw> = {}) {
    this.random = new Random(seed);
    const languagesOf = () => (this.allLanguages ? statutoryLanguages.on('2027-01-01') : ['en', 'es']);
    this.definition = delinquencyUnder({ ...districtLaw, languagesOf, ...law });
    this.office = { people, book, policyAt: (name) => book.policy(name), definition: () => this.definition };
  }

  run(steps: number, stopAtFirst = false): Figures {
    while (this.figures.steps < steps && !(stopAtFirst && this.figures.violations.length > 0)) this.walkOneCase(steps);
    return this.figures;
  }

  private walkOneCase(most: number): void {
    this.open();
    if (this.random.chance(0.25)) this.writeAllAtOnce();
    const length = 60 + this.random.below(140);
    for (let i = 0; i < length && this.figures.steps < most; i += 1) {
      this.figures.steps += 1;
      if (isActive(this.at)) this.step();
      else if (this.random.chance(0.3)) return;
      else this.revive();
    }
  }

  private open(): void {
    const { random } = this;
    this.now = Date.parse('2027-03-01T16:00:00Z') + random.below(200) * day + random.below(24 * 60) * minute;
    const today = new Date(this.now).toISOString().slice(0, 10);
    const service = random.pick(['residential', 'residential', 'irrigation', 'non-residential'] as const);
    const dwelling = random.pick(['yes', 'no', 'unknown', undefined] as const);
    const details = {
      service,
      ...(dwelling ? { dwelling } : {}),
      amount: '100.00',
      billedOn: plusDays(today, -random.below(40)),
      dueOn: plusDays(today, random.chance(0.25) ? 20 + random.below(40) : random.below(80) - 70),
      mailingDiffers: random.chance(0.3),
      tenantOccupied: random.chance(0.3),
    };
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
    const { events, state } = decideOpening(
      `case-${this.figures.cases}`,
      opening,
      { kind: 'import', name: 'bills' },
      this.moment(),
    );
    this.figures.cases += 1;
    this.record = [...events];
    this.state = state;
    this.complete.clear();
  }

  private step(): void {
    const { random } = this;
    const chance = random.next();
    if (chance < 0.3) this.followCourse();
    else if (chance < 0.4) this.hurry();
    else if (chance < 0.5) this.orderInHours();
    else if (chance < 0.6) this.passTime(random.pick(jumps));
    else if (chance < 0.8) this.work();
    else if (chance < 0.88) this.hearNow();
    else if (chance < 0.94) this.askForAnything();
    else this.attempt({ kind: 'tick', deadline: this.moment().now }, procedure);
  }

  /** An ended case is taken up again: by a returned payment, a wrong found out, or staff. */
  private revive(): void {
    this.passTime(this.random.pick(jumps));
    if (this.random.chance(0.5)) return this.attempt({ kind: 'reopen', reason: 'x' }, supervisor);
    const [happening, data] = this.random.pick([
      ['payment-returned', { amount: '10.00' }],
      ['wrongful-shut-off', { reason: 'x' }],
    ] as const);
    this.attempt({ kind: 'happen', happening, data }, customer);
  }

  /** Every notice of every law on the first day: too early for some, lawful for others. */
  private writeAllAtOnce(): void {
    this.write('irrigation-notice', 'customer');
    this.write('written-notice', 'customer');
    this.write('occupant-notice', 'occupant');
    for (const letter of Object.values(letterMoves)) this.write(...letter);
  }

  /** A step of the procedure before its time. */
  private hurry(): void {
    const move = this.random.pick([
      'contact',
      'contact',
      'contact',
      'last-word',
      'last-word',
      'post-final-notice',
      'look-at-fields',
      ...Object.keys(letterMoves),
    ]);
    if (move === 'contact') return this.contact(0.5);
    const letter = letterMoves[move];
    if (letter) return this.write(...letter);
    this.handOff(taskMoves[move] ?? move);
    this.work();
  }

  /** An order that is asked for whenever the office might be open, whatever else holds. */
  private orderInHours(): void {
    if (this.random.chance(0.7)) this.passTime(((17 * hour - (this.now % day)) % day) + day);
    this.order();
    this.sendCrew();
  }

  /** The crew goes out at once, later, or on another day; it checks, or it does not. */
  private sendCrew(): void {
    const task = [...this.at.tasks.values()].find((each) => each.kind === 'shut-off' && isWaitingForWork(each));
    if (!task) return;
    const crew: Actor = { kind: 'staff', name: 'operations', role: 'operations' };
    if (this.random.chance(0.7)) this.attempt({ kind: 'claim', taskId: task.id }, crew);
    this.passTime(this.random.pick([0, 14 * minute, 16 * minute, hour, day]));
    if (this.random.chance(0.5)) this.attempt({ kind: 'happen', happening: 'payments-through', data: {} }, customer);
    if (this.random.chance(0.2)) this.hear();
    const outcome = { ending: this.random.chance(0.9) ? 'done' : this.random.pick(fieldEndings) };
    if (this.random.chance(0.8)) this.attempt({ kind: 'complete', taskId: task.id, outcome }, crew);
  }

  /** What the procedure would do, so that walks come as far as orders. */
  private followCourse(): void {
    const waiting = [...this.at.tasks.values()].filter(isWaitingForWork);
    if (waiting.length > 0) return this.work();
    const { move, at, path } = nextMove(this.at, this.moment());
    if (move === 'wait' && this.isHasty) return this.passTime(this.random.pick(jumps));
    if (move === 'wait')
      return this.passTime(at ? Math.max(0, Date.parse(at) - this.now) + (this.random.chance(0.1) ? -minute : 0) : day);
    if (move === 'contact') return this.contact(path === 'residential' ? 0.9 : 0.1);
    if (move === 'order') return this.order();
    const letter = letterMoves[move];
    if (letter) return this.write(...letter);
    const task = taskMoves[move];
    if (task) return this.handOff(task);
    this.passTime(hour);
  }

  /** In every third case nobody waits for the day that the law names. */
  private get isHasty(): boolean {
    return this.figures.cases % 3 === 0;
  }

  private contact(household: number): void {
    this.write(this.random.chance(household) ? 'written-notice' : 'irrigation-notice', 'customer');
    if (this.random.chance(0.7)) this.write('occupant-notice', 'occupant');
    if (this.random.chance(0.7)) this.handOff('phone-contact');
  }

  private order(): void {
    for (const kind of ['order-review', 'order-review', 'confirm-payments']) {
      this.handOff(kind);
      this.work();
    }
    this.handOff('shut-off');
  }

  private passTime(ms: number): void {
    this.now += Math.max(0, ms);
  }

  private work(): void {
    const task = this.random.pick([...this.at.tasks.values()].filter(isWaitingForWork));
    if (!task) return this.passTime(this.random.pick(jumps));
    const actor = this.workerOf(task);
    if (this.random.chance(0.2)) return this.attempt({ kind: 'claim', taskId: task.id }, actor);
    if (this.random.chance(0.03)) return this.attempt({ kind: 'return', taskId: task.id, reason: 'no' }, actor);
    this.attempt({ kind: 'complete', taskId: task.id, outcome: this.outcomeOf(task) }, actor);
  }

  private workerOf(task: TaskState): Actor {
    const holder = people.find(({ username }) => username === task.assignee);
    const able = people.filter(({ queue, role }) => queue === task.queue || role === 'supervisor');
    const { username, role } = (this.random.chance(0.9) && holder) || this.random.pick(able);
    return { kind: 'staff', name: username, role };
  }

  private outcomeOf({ kind, facts }: TaskState): Record<string, unknown> {
    const usual = this.definition.tasks[kind]?.defaultOutcome(facts, '2027-01-01') ?? {};
    if (this.random.chance(0.8)) return usual;
    if (kind === 'shut-off') return { ending: this.random.pick(fieldEndings) };
    if (kind === 'confirm-payments') return { through: new Date(this.now - this.random.pick(jumps)).toISOString() };
    return Object.fromEntries(
      Object.entries(usual).map(([key, value]) => [key, typeof value === 'boolean' ? !value : value]),
    );
  }

  /** In every second case little is heard, so that it comes as far as the water. */
  private hearNow(): void {
    if (this.figures.cases % 2 === 0 && this.random.chance(0.8)) return this.passTime(hour);
    if (this.random.chance(0.1)) return this.medicalFile();
    this.hear();
  }

  private medicalFile(): void {
    this.attempt({ kind: 'happen', happening: 'medical-certificate', data: { provider: 'x' } }, customer);
    this.attempt({ kind: 'happen', happening: 'inability-to-pay', data: { basis: 'wic' } }, customer);
    if (this.random.chance(0.7)) this.attempt({ kind: 'happen', happening: 'willing-to-arrange', data: {} }, customer);
  }

  private hear(): void {
    const { random } = this;
    const on = new Date(this.now + random.below(60) * day).toISOString().slice(0, 10);
    const heard: [string, Record<string, unknown>, Actor?][] = [
      ['payment', { amount: random.pick(['10.00', '50.00', '100.00']) }],
      ['payment-returned', { amount: '10.00' }],
      ['payment-seen', {}],
      [
        'payments-through',
        random.chance(0.5) ? {} : { through: new Date(this.now - random.pick(jumps)).toISOString() },
      ],
      ['appeal', { by: 'customer' }],
      ['appeal', { by: 'customer' }],
      ['appeal', { by: 'customer' }],
      ['appeal-decided', { upheld: random.chance(0.1) }],
      ['dispute', { text: 'x' }],
      ['dispute-closed', {}],
      ['dispute-closed', {}],
      ['extension', { until: on }],
      ['extension', { until: on }],
      ['extension', { until: on }],
      ['medical-certificate', { provider: 'x' }],
      ['inability-to-pay', { basis: 'x' }],
      ['willing-to-arrange', {}],
      [
        'arrangement',
        {
          instalments: [
            { on, amount: '50.00' },
            { on: plusDays(on, 30), amount: '50.00' },
          ],
        },
      ],
      ['mail-returned', {}],
      ['phone-failed', {}],
      ['stay', random.chance(0.5) ? { kind: 'bankruptcy' } : { kind: 'military-service', until: on }],
      ['stay-lifted', { reason: 'x' }, supervisor],
      ['crew-check', {}],
      ['release-code', {}],
      ['wrongful-shut-off', { reason: 'x' }],
    ];
    const [happening, data, actor = customer] = random.pick(heard);
    this.attempt({ kind: 'happen', happening, data }, actor);
  }

  private askForAnything(): void {
    if (this.random.chance(0.3))
      return this.write(
        this.random.pick(this.definition.letters),
        this.random.pick(['customer', 'occupant', 'landowner'] as const),
      );
    this.handOff(this.random.chance(0.4) ? 'shut-off' : this.random.pick(Object.keys(this.definition.tasks)));
  }

  private write(letter: string, who: 'customer' | 'occupant' | 'landowner'): void {
    const to =
      who === 'customer'
        ? ({ who, by: 'letter' } as const)
        : who === 'occupant'
          ? ({ who } as const)
          : ({ who: 'party', party: who } as const);
    this.allLanguages = !this.random.chance(0.05);
    this.attempt({ kind: 'write', step: this.newStep(), letter, data: {}, to }, procedure);
    this.allLanguages = true;
  }

  private handOff(task: string): void {
    this.attempt({ kind: 'hand-off', step: this.newStep(), task, facts: {} }, procedure);
  }

  private attempt(command: LaterCommand, actor: Actor): void {
    try {
      const { events, state } = decide(this.at, command, actor, this.moment());
      this.state = state;
      for (const event of events) this.keep(event, command.kind);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.figures.refused += 1;
    }
  }

  private keep(event: NewEvent, command: LaterCommand['kind']): void {
    this.record.push(event);
    if (event.type === 'message-queued' && this.allLanguages) this.complete.add(event.data.messageId);
    if (event.type === 'task-opened' && event.data.kind === 'shut-off') this.prove('issue', event);
    if (command === 'claim' && event.type === 'task-claimed' && this.kindOf(event.data.taskId) === 'shut-off')
      this.prove('claim', event);
    if (event.type === 'task-done' && event.data.kind === 'shut-off' && event.data.outcome.ending === 'done')
      this.prove('carry-out', event);
  }

  private prove(act: Act, event: NewEvent): void {
    this.figures[act === 'issue' ? 'issued' : act === 'claim' ? 'claimed' : 'carriedOut'] += 1;
    const missing = unproven(act, debtOf(this.at), this.record, event.at, this.complete);
    if (missing.length === 0) return;
    const types = this.record.map(({ type, at, data }) => `${at} ${type} ${JSON.stringify(data)}`);
    this.figures.violations.push({ act, at: event.at, unproven: missing, debt: debtOf(this.at), types });
  }

  /** The case as it stands. */
  private get at(): CaseState {
    if (!this.state) throw new Error('no case is open');
    return this.state;
  }

  private kindOf(taskId: string): string | undefined {
    return this.at.tasks.get(taskId)?.kind;
  }

  private newStep(): string {
    this.ids += 1;
    return `c${this.at.cycle}/main/step:x#${this.ids}`;
  }

  private nextId(): string {
    this.ids += 1;
    return `id-${this.ids}`;
  }

  private moment(): Moment {
    const now = new Date(Math.max(this.now, this.state ? Date.parse(this.state.lastAt) : 0)).toISOString();
    return { now, newId: () => this.nextId(), office: this.office, account };
  }
}
