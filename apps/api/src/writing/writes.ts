import { createHash } from 'node:crypto';
import { Refusal } from '@headgate/domain/case';
import { instantOf, millis } from '@headgate/domain/time';
import {
  CaseRecord,
  type CaseTransaction,
  type Claim,
  claimKey,
  forgetKeys,
  type KeyedRequest,
  type KeyTerms,
  releaseKey,
  type StoredAnswer,
  storeAnswer,
} from '@headgate/persistence';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import { problemOf } from '../http/problem-of.ts';
import { type Answer, inBytes, problemAnswer, send } from './answer.ts';

export const KEPT_FOR_MS = 24 * 60 * 60_000;
const SWEPT_EVERY_MS = 60 * 60_000;
const LONGEST_ACT_MS = 15 * 60_000;
const keyForm = /^[\x21-\x7e]{1,200}$/;

type Work = (tx: CaseTransaction) => Promise<Answer>;

/** Writes, each in one transaction with the answer that a repeat of its key will get. */
@Injectable()
export class Writes implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly inProgress = new Map<string, Promise<unknown>>();
  private sweeping: NodeJS.Timeout | undefined;

  constructor(private readonly record: CaseRecord) {}

  onApplicationBootstrap(): void {
    const sweep = () => forgetKeys(this.record.db, this.terms.answeredSince).catch(noop);
    this.sweeping = setInterval(() => void sweep(), SWEPT_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeping);
  }

  async answer(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<void> {
    await this.answerIn('inTransaction', request, reply, work);
  }

  /** As `answer`, for work that writes with one statement only. */
  async answerInOneStatement(request: FastifyRequest, reply: FastifyReply, work: Work): Promise<void> {
    await this.answerIn('inOneStatement', request, reply, work);
  }

  private async answerIn(
    way: 'inTransaction' | 'inOneStatement',
    request: FastifyRequest,
    reply: FastifyReply,
    work: Work,
  ): Promise<void> {
    await this.record.office.current();
    const keyed = keyedRequest(request);
    send(reply, keyed ? await this.inTurn(keyed, request.url, work) : inBytes(await this.record[way](work)));
  }

  /** Repeats within this process queue up here, so that they do not hold connections while they wait. */
  private async inTurn(keyed: KeyedRequest, url: string, work: Work): Promise<StoredAnswer> {
    const scope = `${keyed.username}\n${keyed.route}\n${keyed.key}`;
    for (let other = this.inProgress.get(scope); other; other = this.inProgress.get(scope)) await other;
    const answer = this.record.inTransaction((tx) => this.once(tx, keyed, url, work));
    const ended = answer.then(noop, noop);
    this.inProgress.set(scope, ended);
    try {
      return await answer;
    } finally {
      if (this.inProgress.get(scope) === ended) this.inProgress.delete(scope);
    }
  }

  private async once(tx: CaseTransaction, keyed: KeyedRequest, url: string, work: Work): Promise<StoredAnswer> {
    const earlier = earlierAnswer(await claimKey(tx.db, keyed, this.terms));
    if (earlier) return earlier;
    const answer = inBytes(await work(tx).catch((error: unknown) => refused(error, url)));
    await storeAnswer(tx.db, keyed, answer);
    return answer;
  }

  /** An act too long for one transaction: its key is held meanwhile, and given back when the act fails. */
  async answerAtLength(request: FastifyRequest, reply: FastifyReply, work: () => Promise<Answer>): Promise<void> {
    const keyed = keyedRequest(request);
    if (!keyed) return send(reply, inBytes(await work()));
    const earlier = earlierAnswer(await claimKey(this.record.db, keyed, this.terms));
    if (earlier) return send(reply, earlier);
    try {
      const answer = inBytes(await work().catch((error: unknown) => refused(error, request.url)));
      await storeAnswer(this.record.db, keyed, answer);
      send(reply, answer);
    } catch (error) {
      await releaseKey(this.record.db, keyed);
      throw error;
    }
  }

  private get terms(): KeyTerms {
    const now = this.record.clock.now();
    const before = (ms: number) => instantOf(millis(now) - ms);
    return { now, answeredSince: before(KEPT_FOR_MS), begunSince: before(LONGEST_ACT_MS) };
  }
}

function earlierAnswer(claim: Claim): StoredAnswer | null {
  switch (claim.kind) {
    case 'first':
      return null;
    case 'repeat':
      return claim.answer;
    case 'other-body':
      throw new Problem(422, 'key-reused', 'This Idempotency-Key was used with another body.');
    case 'in-progress':
      throw new Problem(409, 'in-progress', 'The same request is being worked on. Ask again.');
    default:
      return claim satisfies never;
  }
}

const noop = () => undefined;

/** A refusal is an answer too: it is decided before anything is written, so the transaction goes on with it. */
function refused(error: unknown, url: string): Answer {
  if (!(error instanceof Refusal)) throw error;
  return problemAnswer(problemOf(error), url.split('?')[0] ?? '');
}

/** The key of a request, or null when it has none. Throws a 400 Problem for one that is no key. */
export function keyedRequest({ headers, holder, method, url, bytes, bytesHash }: FastifyRequest): KeyedRequest | null {
  const key = headers['idempotency-key'];
  if (key === undefined || !holder) return null;
  if (typeof key !== 'string' || !keyForm.test(key)) {
    const errors = [{ path: 'Idempotency-Key', message: '1 to 200 visible ASCII characters' }];
    throw new Problem(400, 'invalid-input', 'Idempotency-Key: 1 to 200 visible ASCII characters', { errors });
  }
  const bodyHash =
    bytesHash ??
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
  return { username: holder.username, route: `${method} ${url}`, key, bodyHash };
}
