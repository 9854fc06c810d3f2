import { isActive, isWaitingForWork, type TaskState } from '../../../case/index.ts';
import { fieldEndings } from '../../../delinquency/index.ts';
import type { FormValues } from '../../../forms/index.ts';
import { nextMove } from '../course/index.ts';
import type { CollectionLaw } from '../law.ts';
import { approach } from './approach.ts';
import { day, hour, jumps, minute, outcomeOf, somethingHeard, workerOf } from './choices.ts';
import { Random } from './random.ts';
import { crew, customer, procedure, supervisor } from './staff.ts';
import { plusDays } from './wall.ts';
import { type Figures, type Recipient, World } from './world.ts';

const letterMoves: Readonly<Record<string, [letter: string, to: Recipient]>> = {
  'tell-tenants': ['tenant-notice', 'occupant'],
  'mail-notice': ['ten-day-notice', 'customer'],
  'tell-cure': ['cure-notice', 'customer'],
  'tell-landowner': ['landowner-notice', 'landowner'],
  'tell-how-to-restore': ['shut-off-notice', 'customer'],
  'tell-of-lien': ['lien-notice', 'landowner'],
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
  'tie-out': 'tie-out',
  'resolve-lien': 'board-resolution',
  'list-lien': 'list-lien',
  'release-lien': 'release-lien',
};

/** Walks `decide` at random: happenings, staff, crew, letters, time. The procedure asks for anything at any moment. */
export class Walk {
  private readonly random: Random;
  private readonly world: World;

  constructor(seed: number, law: Partial<CollectionLaw> = {}) {
    this.random = new Random(seed);
    this.world = new World(law);
  }

  /** Goes straight for an order, so many times, with one thing wrong each time; a case counts as twenty steps. */
  approach(times: number): Figures {
    const { figures } = this.world;
    for (let n = 0; n < times && figures.violations.length === 0; n += 1) {
      approach(this.world, this.random);
      figures.steps += 20;
    }
    return figures;
  }

  run(steps: number, stopAtFirst = false): Figures {
    const { figures } = this.world;
    while (figures.steps < steps && !(stopAtFirst && figures.violations.length > 0)) this.walkOneCase(steps);
    return figures;
  }

  private walkOneCase(most: number): void {
    const { figures } = this.world;
    this.open();
    if (this.random.chance(0.25)) this.writeAllAtOnce();
    const length = 60 + this.random.below(140);
    for (let i = 0; i < length && figures.steps < most; i += 1) {
      figures.steps += 1;
      if (isActive(this.world.at)) this.step();
      else if (this.random.chance(0.3)) return;
      else this.revive();
    }
  }

  private open(): void {
    const { random, world } = this;
    world.now = Date.parse('2027-03-01T16:00:00Z') + random.below(200) * day + random.below(24 * 60) * minute;
    const today = new Date(world.now).toISOString().slice(0, 10);
    const dwelling = random.pick(['yes', 'no', 'unknown', undefined] as const);
    world.open({
      service: random.pick(['residential', 'residential', 'irrigation', 'non-residential'] as const),
      ...(dwelling ? { dwelling } : {}),
      amount: '100.00',
      billedOn: plusDays(today, -random.below(40)),
      dueOn: plusDays(today, random.chance(0.25) ? 20 + random.below(40) : random.below(80) - 70),
      mailingDiffers: random.chance(0.3),
      tenantOccupied: random.chance(0.3),
    });
  }

  private step(): void {
    const chance = this.random.next();
    if (chance < 0.3) this.followCourse();
    else if (chance < 0.4) this.hurry();
    else if (chance < 0.5) this.orderInHours();
    else if (chance < 0.6) this.letTimePass();
    else if (chance < 0.8) this.work();
    else if (chance < 0.88) this.hearNow();
    else if (chance < 0.94) this.askForAnything();
    else this.world.attempt({ kind: 'tick', deadline: this.world.moment().now }, procedure);
  }

  /** An ended case is taken up again: by a returned payment, a wrong found out, or staff. */
  private revive(): void {
    this.letTimePass();
    if (this.random.chance(0.5)) return this.world.attempt({ kind: 'reopen', reason: 'x' }, supervisor);
    const told: [string, FormValues][] = [
      ['payment-returned', { amount: '10.00' }],
      ['wrongful-shut-off', { reason: 'x' }],
    ];
    this.world.happen(...this.random.pick(told), customer);
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
    this.world.handOff(taskMoves[move] ?? move);
    this.work();
  }

  /** An order that is asked for whenever the office might be open, whatever else holds. */
  private orderInHours(): void {
    if (this.random.chance(0.7)) this.world.passTime(((17 * hour - (this.world.now % day)) % day) + day);
    this.order();
    this.sendCrew();
  }

  /** The crew goes out at once, later, or on another day; it checks, or it does not. */
  private sendCrew(): void {
    const { random, world } = this;
    const task = this.waiting().find(({ kind }) => kind === 'shut-off');
    if (!task) return;
    if (random.chance(0.7)) world.attempt({ kind: 'claim', taskId: task.id }, crew);
    world.passTime(random.pick([0, 14 * minute, 16 * minute, hour, day]));
    if (random.chance(0.5)) world.happen('payments-through', {}, customer);
    if (random.chance(0.2)) this.hear();
    const outcome = { ending: random.chance(0.9) ? 'done' : random.pick(fieldEndings) };
    if (random.chance(0.8)) world.attempt({ kind: 'complete', taskId: task.id, outcome }, crew);
  }

  /** What the procedure would do, so that walks come as far as orders. */
  private followCourse(): void {
    if (this.waiting().length > 0) return this.work();
    const { move, at, path } = nextMove(this.world.at, this.world.moment());
    if (move === 'wait') return this.waitUntil(at);
    if (move === 'contact') return this.contact(path === 'residential' ? 0.9 : 0.1);
    if (move === 'order') return this.order();
    const letter = letterMoves[move];
    const task = taskMoves[move];
    if (letter) this.write(...letter);
    else if (task) this.world.handOff(task);
    else return this.world.passTime(hour);
    if (this.waiting().length === 0) this.mustHaveMoved(move);
  }

  /** A procedure that is told to do the same again at once would never rest. */
  private mustHaveMoved(move: string): void {
    const next = nextMove(this.world.at, this.world.moment());
    if (isActive(this.world.at) && next.move === move) this.world.figures.stuck.push(move);
  }

  /** In every third case nobody waits for the day that the law names; now and then somebody is a minute early. */
  private waitUntil(at: string | null): void {
    const { now, figures } = this.world;
    if (figures.cases % 3 === 0) return this.letTimePass();
    if (at && Date.parse(at) <= Date.parse(this.world.moment().now)) figures.stuck.push(`wait until ${at}`);
    const early = this.random.chance(0.1) ? minute : 0;
    this.world.passTime(at ? Math.max(0, Date.parse(at) - now) - early : day);
  }

  private contact(household: number): void {
    this.write(this.random.chance(household) ? 'written-notice' : 'irrigation-notice', 'customer');
    if (this.random.chance(0.7)) this.write('occupant-notice', 'occupant');
    if (this.random.chance(0.7)) this.world.handOff('phone-contact');
  }

  private order(): void {
    for (const kind of ['order-review', 'order-review', 'confirm-payments']) {
      this.world.handOff(kind);
      this.work();
    }
    this.world.handOff('shut-off');
  }

  private letTimePass(): void {
    this.world.passTime(this.random.pick(jumps));
  }

  private work(): void {
    const { random, world } = this;
    const task = random.pick(this.waiting());
    if (!task) return this.letTimePass();
    const actor = workerOf(task, random);
    if (random.chance(0.2)) return world.attempt({ kind: 'claim', taskId: task.id }, actor);
    if (random.chance(0.03)) return world.attempt({ kind: 'return', taskId: task.id, reason: 'no' }, actor);
    const outcome = outcomeOf(task, world.definition, random, world.now);
    world.attempt({ kind: 'complete', taskId: task.id, outcome }, actor);
  }

  /** In every second case little is heard, so that it comes as far as the water. */
  private hearNow(): void {
    if (this.world.figures.cases % 2 === 0 && this.random.chance(0.8)) return this.world.passTime(hour);
    if (this.random.chance(0.1)) return this.medicalFile();
    this.hear();
  }

  private medicalFile(): void {
    this.world.happen('medical-certificate', { provider: 'x' }, customer);
    this.world.happen('inability-to-pay', { basis: 'wic' }, customer);
    if (this.random.chance(0.7)) this.world.happen('willing-to-arrange', {}, customer);
  }

  private hear(): void {
    const { happening, data, by = customer } = somethingHeard(this.random, this.world.now);
    this.world.happen(happening, data, by);
  }

  private askForAnything(): void {
    const { random, world } = this;
    const who: Recipient = random.pick(['customer', 'occupant', 'landowner'] as const);
    if (random.chance(0.3)) return this.write(random.pick(world.definition.letters), who);
    world.handOff(random.chance(0.4) ? 'shut-off' : random.pick(Object.keys(world.definition.tasks)));
  }

  /** Now and then a notice lacks a language. */
  private write(letter: string, who: Recipient): void {
    this.world.write(letter, who, !this.random.chance(0.05));
  }

  private waiting(): TaskState[] {
    return [...this.world.at.tasks.values()].filter(isWaitingForWork);
  }
}
