import {
  type AccountContact,
  type CaseEvent,
  type CaseState,
  decide,
  decideOpening,
  foldCase,
  forecast,
  type Moment,
  type NewEvent,
  type LaterCommand,
  type OpenCase,
  Refusal,
  stepOf,
} from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import { type Instant, laterOf } from '@headgate/domain/time';
import type { Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock.ts';
import type { OfficeSource } from '../office/office.ts';
import { append } from './append.ts';
import { chain, genesis } from './chain.ts';
import { accountContact, loadCase, lockCase } from './loading.ts';
import type { CaseNumbers } from './numbers.ts';
import { project } from './rows.ts';


export interface ExecuteOptions {
  /** The sequence that the asker's view had: an unknown step of an older view is answered `stale`. */
  readonly asOf?: number;
  /** The version that the asker saw; another one refuses the command. */
  readonly ifMatch?: number;
}

export type Executed =
  | { readonly kind: 'done'; readonly state: CaseState; readonly nextDeadline: Instant | null }
  | { readonly kind: 'stale'; readonly state: CaseState; readonly nextDeadline: Instant | null };

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
    const account = await this.accountOf(command.accountNumber);
    const moment = await this.moment(this.clock.now(), account);
    const number = await this.numbers.take(this.db, moment.now);
    const { events, state } = decideOpening(uuidv7(), { kind: 'open', ...command, number }, actor, moment);
    await this.write(state, numbered(events, 0), genesis, moment, searchText(state, account));
    return state;
  }

  async execute(caseId: string, command: LaterCommand, actor: Actor, options: ExecuteOptions = {}): Promise<Executed> {
    return await this.executeAll(caseId, [command], actor, options);
  }

  /** Several commands, in order, as one change. A step that the record knows is passed over. */
  async executeAll(caseId: string, commands: readonly LaterCommand[], actor: Actor, options: ExecuteOptions = {}): Promise<Executed> {
    const locked = await lockCase(this.db, caseId);
    const before = foldCase(caseId, await loadCase(this.db, caseId));
    mustMatch(before, options.ifMatch);
    const fresh = commands.filter((command) => !('step' in command) || stepOf(before, command.step) === undefined);
    const moment = await this.moment(this.instantOf(before, commands), locked.account);
    if (fresh.length === 0) return { kind: 'done', state: before, nextDeadline: locked.nextDeadline };
    if (options.asOf !== undefined && options.asOf < before.seq) {
      return { kind: 'stale', state: before, nextDeadline: locked.nextDeadline };
    }
    let state = before;
    const events: NewEvent[] = [];
    for (const command of fresh) {
      const decision = decide(state, command, actor, moment);
      events.push(...decision.events);
      state = decision.state;
    }
    if (events.length === 0) return { kind: 'done', state, nextDeadline: locked.nextDeadline };
    const nextDeadline = await this.write(state, numbered(events, before.seq), locked.headHash, moment, null);
    return { kind: 'done', state, nextDeadline };
  }

  private async write(state: CaseState, events: CaseEvent[], head: string, moment: Moment, search: string | null) {
    const ahead = forecast(state, moment.office, moment.now);
    await append(this.db, state.id, chain(state.id, events, head), project(state, events, ahead, search));
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

  private async accountOf(number: string | undefined): Promise<AccountContact | null> {
    if (!number) return null;
    const account = await accountContact(this.db, number);
    if (account) return account;
    const errors = [{ path: 'accountNumber', message: `there is no account ${number}` }];
    throw new Refusal('shape', 'unknown-account', `There is no account ${number}.`, { errors });
  }
}

function mustMatch(state: CaseState, ifMatch: number | undefined): void {
  if (ifMatch !== undefined && ifMatch !== state.seq) {
    throw new Refusal('stale', 'stale', `The case has changed: it is at version ${state.seq}, not ${ifMatch}. Look at it again.`);
  }
}

function numbered(events: readonly NewEvent[], after: number): CaseEvent[] {
  return events.map((event, index) => ({ ...event, seq: after + index + 1 }) as CaseEvent);
}

function searchText(state: CaseState, account: AccountContact | null): string {
  const parts = [state.number, state.subject, state.requester?.name, account?.number, account?.name, account?.serviceAddress];
  return parts.filter(Boolean).join(' ');
}
