import type { CaseState, LaterCommand, OpenCase } from '@headgate/domain/case';
import type { Actor } from '@headgate/domain/people';
import { type Kysely, sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Orm } from '../connection.ts';
import type { OfficeSource } from '../office/office.ts';
import { CaseRow } from '../schema/index.ts';
import { NeedsTransaction } from './disputes.ts';
import { CaseNumbers } from './numbers.ts';
import { CaseTransaction, type Executed, type ExecuteOptions } from './transaction.ts';

/** The record of cases. Everything that changes one goes through `inTransaction`. */
export class CaseRecord {
  readonly orm: Orm;
  readonly clock: Clock;
  readonly office: OfficeSource;
  private readonly numbers = new CaseNumbers();
  private readonly announcement: Announcement;

  constructor(orm: Orm, clock: Clock, office: OfficeSource) {
    this.orm = orm;
    this.clock = clock;
    this.office = office;
    this.announcement = new Announcement(() => this.db);
  }

  /** Connections outside any transaction, for reading. */
  get db(): Kysely<unknown> {
    return this.orm.em.fork().getKysely<unknown>();
  }

  /** The case's row as it was last committed. */
  async caseRow(caseId: string): Promise<CaseRow | null> {
    return await this.orm.em.fork().findOne(CaseRow, { id: caseId });
  }

  /** Runs `work` in one transaction, again when PostgreSQL asks for it, and tells the relay once it is committed. */
  async inTransaction<T>(work: (tx: CaseTransaction) => Promise<T>): Promise<T> {
    return await this.told((run) => this.db.transaction().execute(run), work);
  }

  /** As `inTransaction`, for work that writes with one statement only: that is a transaction by itself, in fewer round trips. */
  async inOneStatement<T>(work: (tx: CaseTransaction) => Promise<T>): Promise<T> {
    return await this.told((run) => run(this.db), work).catch((reason: unknown) => {
      if (reason instanceof NeedsTransaction) return this.inTransaction(work);
      throw reason;
    });
  }

  private async told<T>(
    within: (run: (db: Kysely<unknown>) => Promise<T>) => Promise<T>,
    work: (tx: CaseTransaction) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        let touched = new Set<string>();
        const result = await within(async (db) => {
          const tx = new CaseTransaction(db, this.clock, this.office, this.numbers);
          touched = tx.touched;
          return await work(tx);
        });
        this.announcement.tell(touched);
        return result;
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isTransient(error)) throw error;
      }
    }
  }

  async open(command: Omit<OpenCase, 'number' | 'kind'>, actor: Actor): Promise<CaseState> {
    return await this.inOneStatement((tx) => tx.open(command, actor));
  }

  async execute(caseId: string, command: LaterCommand, actor: Actor, options: ExecuteOptions = {}): Promise<Executed> {
    return await this.inTransaction((tx) => tx.execute(caseId, command, actor, options));
  }

  async executeAll(
    caseId: string,
    commands: readonly LaterCommand[],
    actor: Actor,
    options: ExecuteOptions = {},
  ): Promise<Executed> {
    return await this.inTransaction((tx) => tx.executeAll(caseId, commands, actor, options));
  }
}

const MAX_ATTEMPTS = 5;
const TRANSIENT = new Set(['40001', '40P01', '23505', '57P01', '55P03']);

/** Serialization failure, deadlock, a lost race for the next sequence, a server that restarts, a lock not had in time. */
function isTransient(error: unknown): boolean {
  const code =
    (error as { code?: string; cause?: { code?: string } }).code ??
    (error as { cause?: { code?: string } }).cause?.code;
  return code !== undefined && TRANSIENT.has(code);
}

const TELL_AFTER_MS = 5;

/**
 * Tells relay and live screens which cases changed, after their commit and several at a time: NOTIFY inside each
 * transaction would make all commits of the database wait for one another.
 */
class Announcement {
  private readonly db: () => Kysely<unknown>;
  private waiting = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(db: () => Kysely<unknown>) {
    this.db = db;
  }

  tell(caseIds: ReadonlySet<string>): void {
    for (const id of caseIds) this.waiting.add(id);
    if (this.waiting.size === 0 || this.timer) return;
    this.timer = setTimeout(() => void this.send(), TELL_AFTER_MS);
  }

  /** A lost notice costs a moment, not a case: the relay and the screens also poll. */
  private async send(): Promise<void> {
    const ids = [...this.waiting];
    this.waiting = new Set();
    this.timer = null;
    for (let i = 0; i < ids.length; i += 150) {
      const payload = ids.slice(i, i + 150).join(' ');
      await sql`select pg_notify('record', ${payload})`.execute(this.db()).catch(() => undefined);
    }
  }
}
