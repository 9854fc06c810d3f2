import type { StoredAnswer } from '@headgate/persistence';
import type { FastifyReply } from 'fastify';
import { type Problem, problemDocument, problemType } from '../http/problem.ts';

/** What a write answers: it becomes bytes once, and those bytes are what a repeat gets. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const jsonType = 'application/json; charset=utf-8';

export function inBytes({ status, body, headers }: Answer): StoredAnswer {
  return { status, headers: { 'content-type': jsonType, ...headers }, body: Buffer.from(JSON.stringify(body)) };
}

export function problemAnswer(problem: Problem, instance: string): Answer {
  return {
    status: problem.status,
    body: problemDocument(problem, instance),
    headers: { ...problem.headers, 'content-type': problemType },
  };
}

export function send(reply: FastifyReply, { status, headers, body }: StoredAnswer): void {
  void reply.code(status).headers(headers).send(body);
}
