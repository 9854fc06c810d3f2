import {
  type AccountContact,
  type CaseEvent,
  type CaseState,
  type Decision,
  decide,
  decideOpening,
  forecast,
  type LaterCommand,
  type Office,
  type OpenCase,
  Refusal,
  stepOf,
  viewOf,
} from '@headgate/domain/case';
import { type Actor, procedureActor } from '@headgate/domain/people';
import { type Instant, instantOf, millis } from '@headgate/domain/time';
import type { CaseActivities, Progress } from '@headgate/workflows';
import type { Kysely } from 'kysely';
import { numbered } from '../case/transaction.ts';
import { facts } from '../facts/index.ts';

/** What a case of the past is decided by: the office, the register as it is seeded, and identifiers for the instant. */
export interface PastWorld {
  readonly db: Kysely<unknown>;
  readonly office: Office;
  readonly newId: (at: number) => string;
}

/**
 * A case whose history is being made. The record's own rules decide everything, at the instant that `now` says; the
 * events stay in memory until they are appended together. It answers a procedure as the worker's activities do.
 */
export class PastCase implements CaseActivities {
  /** Epoch ms. */
  now: number;
  readonly events: CaseEvent[] = [];
  readonly account: AccountContact | null;
  state: CaseState;
  /** Something has happened that procedure, people or clocks may go by; what became of a letter is not that. */
  moved = true;
  private readonly world: PastWorld;

  constructor(world: PastWorld, opening: OpenCase, actor: Actor, account: AccountContact | null, openedAt: number) {
    this.world = world;
    this.now = openedAt;
    this.account = account;
    const decision = decideOpening(world.newId(openedAt), opening, actor, this.moment());
    this.state = decision.state;
    this.keep(decision);
  }

  get today(): string {
    return this.world.office.book.calendar('district').dateAt(this.now);
  }

  /** The instant of the next tick, in epoch ms; null when nothing lies ahead. */
  get nextDeadline(): number | null {
    const { nextDeadline } = forecast(this.state, this.world.office, instantOf(this.now));
    return nextDeadline === null ? null : millis(nextDeadline);
  }

  /** Does what is asked when the rules allow it; false when they refuse. */
  attempt(command: LaterCommand, actor: Actor): boolean {
    try {
      this.keep(decide(this.state, command, actor, this.moment()));
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  async look(): Promise<Progress> {
    const definition = this.world.office.definition(this.state.type);
    if (!definition) throw new Error(`there is no case type ${this.state.type}`);
    return { stale: false, refused: null, view: viewOf(this.state, definition), nextDeadline: null, wakeInMs: null };
  }

  async proceed(_caseId: string, commands: readonly LaterCommand[]): Promise<Progress> {
    for (const command of commands) {
      if ('step' in command && stepOf(this.state, command.step) !== undefined) continue;
      this.keep(decide(this.state, command, procedureActor, this.moment()));
    }
    return await this.look();
  }

  async recordFact(caseId: string, asked: { step: string; fact: string; input: unknown }): Promise<Progress> {
    const assemble = facts[asked.fact];
    if (!assemble) throw new Error(`there is no fact ${asked.fact}`);
    const source = {
      db: this.world.db,
      state: this.state,
      people: this.world.office.people,
      today: this.today,
      moment: this.moment(),
    };
    const outcome = await assemble(source, asked.input as never);
    return await this.proceed(caseId, [{ kind: 'record', step: asked.step, outcome }]);
  }

  async tick(_caseId: string, deadline: Instant): Promise<Progress> {
    this.keep(decide(this.state, { kind: 'tick', deadline }, procedureActor, this.moment()));
    return await this.look();
  }

  async caughtUp(): Promise<void> {}

  private moment() {
    const { office, newId } = this.world;
    const now = Math.max(this.now, this.state ? millis(this.state.lastAt) : 0);
    return { now: instantOf(now), newId: () => newId(now), office, account: this.account };
  }

  private keep({ events, state }: Decision): void {
    this.events.push(...numbered(events, this.events.length));
    this.state = state;
    if (events.some(({ type }) => type !== 'message-sent')) this.moved = true;
  }
}
