import { type CaseState, type LaterCommand, Refusal } from '@headgate/domain/case';
import { casesSeenBy, maySee } from '@headgate/domain/people';
import {
  AccountPlaces,
  CaseRecord,
  type CaseTransaction,
  FoldedCases,
  findCase,
  findTask,
  type SeenHead,
  type SessionHolder,
  type TaskOwner,
} from '@headgate/persistence';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf } from '../sign-in/signed-in.ts';
import type { Answer } from '../writing/answer.ts';
import { Writes } from '../writing/writes.ts';
import { caseJson, clocksOf, type Telling, taskJson } from './case-json.ts';

const unknown = (what: 'case' | 'task') => new Refusal('unknown', `unknown-${what}`, `There is no such ${what}.`);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Cases as one member of staff may see and change them. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly record: CaseRecord,
    private readonly folded: FoldedCases,
    private readonly places: AccountPlaces,
    private readonly writes: Writes,
  ) {}

  /** The case as it stands. Throws a Refusal `unknown` for one that is not there, or of which this person may not know. */
  async see(idOrNumber: string, by: SessionHolder): Promise<CaseState> {
    return await this.fold(await this.head(idOrNumber, by));
  }

  async head(idOrNumber: string, by: SessionHolder): Promise<SeenHead> {
    const head = await findCase(this.record.db, idOrNumber);
    if (!head || !maySee(by.role, head.involved)) throw unknown('case');
    return head;
  }

  async task(taskId: string, by: SessionHolder): Promise<TaskOwner> {
    const owner = await findTask(this.record.db, taskId);
    if (!owner || !maySee(by.role, owner.involved)) throw unknown('task');
    return owner;
  }

  async fold(head: { id: string; seq: number }): Promise<CaseState> {
    return (await this.folded.of(this.record.db, [head])).get(head.id) as CaseState;
  }

  /** What a case is told with; with the places of the accounts of these cases. */
  async telling(states: readonly CaseState[], db = this.record.db): Promise<Telling> {
    const numbers = states
      .filter((state) => state.accountNumber && state.tasks.size > 0)
      .map((state) => state.accountNumber as string);
    const places = await this.places.of(db, numbers);
    return { office: await this.record.office.current(), now: this.record.clock.now(), places };
  }

  async tellTask(state: CaseState, taskId: string, db = this.record.db) {
    const task = state.tasks.get(taskId);
    if (!task) throw unknown('task');
    const telling = await this.telling([state], db);
    return taskJson(state, task, clocksOf(state, telling), telling);
  }

  /** One command to a case, answered with the case as it is then. */
  async command(
    request: FastifyRequest,
    reply: FastifyReply,
    by: SessionHolder,
    idOrNumber: string,
    command: LaterCommand,
  ): Promise<void> {
    await this.change(request, reply, by, idOrNumber, command, async (state, tx) => ({
      status: 200,
      body: caseJson(state, await this.telling([state], tx.db)),
    }));
  }

  /** One command to a case, and what is told of it. */
  async change(
    request: FastifyRequest,
    reply: FastifyReply,
    by: SessionHolder,
    idOrNumber: string,
    command: LaterCommand,
    tell: (state: CaseState, tx: CaseTransaction) => Promise<Answer>,
  ): Promise<void> {
    const id = await this.idToChange(idOrNumber, by);
    await this.writes.answer(request, reply, async (tx) => {
      const { state } = await tx.execute(id, command, actorOf(by), ifMatch(request));
      const answer = await tell(state, tx);
      return { ...answer, headers: { ...answer.headers, etag: etagOf(state) } };
    });
  }

  /** Whoever sees every case needs no look before the command: the command itself says when there is no case. */
  private async idToChange(idOrNumber: string, by: SessionHolder): Promise<string> {
    if (casesSeenBy(by.role) === 'all' && uuid.test(idOrNumber)) return idOrNumber;
    return (await this.head(idOrNumber, by)).id;
  }
}

export const etagOf = ({ seq }: Pick<CaseState, 'seq'>): string => `"${seq}"`;

/** The version in `If-Match`. What is no version of a case matches none. */
export function ifMatch({ headers }: Pick<FastifyRequest, 'headers'>): { ifMatch?: number } {
  const given = headers['if-match'];
  if (given === undefined || given.trim() === '*') return {};
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given.trim())?.[1];
  return { ifMatch: version === undefined ? -1 : Number(version) };
}
