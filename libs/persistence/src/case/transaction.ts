import {
  type AccountContact,
  type CaseEvent,
  type CaseState,
  decide,
  decideOpening,
  foldCase,
  forecast,
  type LaterCommand,
  type Moment,
  type NewEvent,
  type OpenCase,
  Refusal,
  stepOf,
} from '@headgate/domain/case';
import { type Actor, procedureActor } from '@headgate/domain/people';
import { type Instant, laterOf } from '@headgate/domain/time';
import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock.ts';
import type { OfficeSource } from '../office/office.ts';
import { append } from './append.ts';
import { chain, genesis } from './chain.ts';
import { disputeTold, NeedsTransaction } from './disputes.ts';
import { type FoundAccount, findAccount, type LockedCase, loadCase, lockCase } from './loading.ts';
import type { CaseNumbers } from './numbers.ts';
import { project } from './rows.ts';

export interface ExecuteOptions {
  /** The sequence that the asker's view had: an unknown step of an older view is answered `stale`. */
  readonly asOf?: number;
  /** The version that the asker saw; another one refuses the command. */
  readonly ifMatch?: number;
  /** The case's own workflow asks: it knows the answer, and needs no nudge to hear of it. */
  readonly byWorkflow?: boolean;
}

export type Executed =
  | { readonly kind: 'done'; readonly state: CaseState; readonly nextDeadline: Instant | null }
  | { readonly kind: 'stale'; readonly state: CaseState; readonly nextDeadline: Instant | null };

interface Writing {
  /** The hash that the new events follow. */
  readonly head: string;
  readonly moment: Moment;
  readonly search: string | null;
  readonly byWorkflow?: boolean;
}

/** A case whose row this transaction has locked. */
export interface HeldCase extends LockedCase {
  readonly state: CaseState;
}

/** The one write path, within one transaction: lock, fold, decide, append. */
export class CaseTransaction {
  readonly db: Kysely<unknown>;
  private readonly clock: Clock;
  private readonly office: OfficeSource;
  private readonly numbers: CaseNumbers;
  readonly touched = new Set<string>();

  constructor(db: Kysely<unknown>, clock: Clock, office: OfficeSource, numbers: CaseNumbers) {
    this.db = db;
    this.clock = clock;
    this.office = office;
    this.numbers = numbers;
  }

  async open(command: Omit<OpenCase, 'number' | 'kind'>, actor: Actor): Promise<CaseState> {
    const found = await this.accountOf(command.accountNumber);
    const account = found?.account ?? null;
    const moment = await this.moment(this.clock.now(), account);
    const number = await this.numbers.take(this.db, moment.now);
    const { events, state } = decideOpening(uuidv7(), { kind: 'open', ...command, number }, actor, moment);
    const collecting = found?.collecting ?? [];
    const told = disputeTold(events, state);
    if (told && collecting.length > 0 && !this.db.isTransaction) throw new NeedsTransaction();
    await this.write(state, numbered(events, 0), { head: genesis, moment, search: searchText(state, account) });
    await this.tell(told, collecting);
    return state;
  }

  async execute(caseId: string, command: LaterCommand, actor: Actor, options: ExecuteOptions = {}): Promise<Executed> {
    return await this.executeAll(caseId, [command], actor, options);
  }

  /** Several commands, in order, as one change. A step that the record knows is passed over. */
  async executeAll(
    caseId: string,
    commands: readonly LaterCommand[],
    actor: Actor,
    options: ExecuteOptions = {},
  ): Promise<Executed> {
    const held = await this.hold(caseId);
    mustMatch(held.state, options.ifMatch);
    const fresh = commands.filter((command) => !('step' in command) || stepOf(held.state, command.step) === undefined);
    if (fresh.length === 0) return { kind: 'done', ...held };
    if (options.asOf !== undefined && options.asOf < held.state.seq) return { kind: 'stale', ...held };
    return await this.apply(held, fresh, actor, options.byWorkflow);
  }

  /** Records what `assemble` finds about the case as the outcome of a step, once. */
  async recordFact(
    caseId: string,
    step: string,
    assemble: (held: HeldCase, moment: Moment) => Promise<unknown>,
    actor: Actor,
    asOf: number,
  ): Promise<Executed> {
    const held = await this.hold(caseId);
    if (stepOf(held.state, step) !== undefined) return { kind: 'done', ...held };
    if (asOf < held.state.seq) return { kind: 'stale', ...held };
    const outcome = await assemble(held, await this.moment(this.instantOf(held.state, []), held.account));
    return await this.apply(held, [{ kind: 'record', step, outcome }], actor, true);
  }

  /** The case as it stands, with its row locked: whoever comes next waits for this transaction's end. */
  async hold(caseId: string): Promise<HeldCase> {
    const locked = await lockCase(this.db, caseId);
    return { ...locked, state: foldCase(caseId, await loadCase(this.db, caseId)) };
  }

  private async apply(
    held: HeldCase,
    commands: readonly LaterCommand[],
    actor: Actor,
    byWorkflow = false,
  ): Promise<Executed> {
    const moment = await this.moment(this.instantOf(held.state, commands), held.account);
    let { state } = held;
    const events: NewEvent[] = [];
    for (const command of commands) {
      const decision = decide(state, command, actor, moment);
      events.push(...decision.events);
      state = decision.state;
    }
    if (events.length === 0) return { kind: 'done', ...held };
    const numbers = numbered(events, held.state.seq);
    const nextDeadline = await this.write(state, numbers, { head: held.headHash, moment, search: null, byWorkflow });
    await this.tell(disputeTold(events, state), held.collecting);
    return { kind: 'done', state, nextDeadline };
  }

  /** The cases that collect on the account hear in the same transaction that a dispute began, or that the last has ended. */
  private async tell(told: LaterCommand | null, collecting: readonly string[]): Promise<void> {
    if (!told) return;
    for (const id of collecting) {
      const { account } = await lockCase(this.db, id);
      if (told.kind === 'happen' && told.happening === 'dispute-closed' && account?.disputed) continue;
      await this.execute(id, told, procedureActor);
    }
  }

  private async write(state: CaseState, events: CaseEvent[], how: Writing): Promise<Instant | null> {
    const ahead = forecast(state, how.moment.office, how.moment.now);
    const rows = project(state, events, ahead, how.search, !how.byWorkflow);
    await append(this.db, state.id, chain(state.id, events, how.head), rows);
    this.touched.add(state.id);
    return ahead.nextDeadline;
  }

  /** Time never runs backwards in a case, and a tick happens no earlier than its deadline. */
  private instantOf(state: CaseState, commands: readonly LaterCommand[]): Instant {
    const deadlines = commands.flatMap((command) => (command.kind === 'tick' ? [command.deadline] : []));
    return [state.lastAt, ...deadlines].reduce(laterOf, this.clock.now());
  }

  private async moment(now: Instant, account: AccountContact | null): Promise<Moment> {
    return { now, newId: uuidv7, office: await this.office.current(), account };
  }

  private async accountOf(number: string | undefined): Promise<FoundAccount | null> {
    if (!number) return null;
    const found = await findAccount(this.db, number);
    if (found) return found;
    const errors = [{ path: 'accountNumber', message: `there is no account ${number}` }];
    throw new Refusal('shape', 'unknown-account', `There is no account ${number}.`, { errors });
  }
}

function mustMatch(state: CaseState, ifMatch: number | undefined): void {
  if (ifMatch !== undefined && ifMatch !== state.seq) {
    throw new Refusal(
      'stale',
      'stale',
      `The case has changed: it is at version ${state.seq}, not ${ifMatch}. Look at it again.`,
    );
  }
}

export function numbered(events: readonly NewEvent[], after: number): CaseEvent[] {
  return events.map((event, index) => ({ ...event, seq: after + index + 1 }) as CaseEvent);
}

export function searchText(state: CaseState, account: AccountContact | null): string {
  const parts = [
    state.number,
    state.subject,
    state.requester?.name,
    account?.number,
    account?.name,
    account?.serviceAddress,
  ];
  return parts.filter(Boolean).join(' ');
}
