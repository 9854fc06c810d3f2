import { Worker } from 'node:worker_threads';
import type { Answers, Asked, Question, Reply } from './messages.ts';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** The other side of `thread.ts`: questions and their answers, until the thread dies or takes too long. */
export class ReadingThread {
  private readonly worker = new Worker(new URL('./thread.ts', import.meta.url), { stdout: true, stderr: true });
  private readonly waiting = new Map<number, Waiting>();
  private questions = 0;

  constructor() {
    this.worker.on('message', (reply: Reply) => this.settle(reply));
    this.worker.on('error', (reason) => this.giveUp(new Error(String(reason))));
    this.worker.on('exit', () => this.giveUp(new Error('the thread that reads has ended')));
  }

  /** Rejects with Error where the thread says so, where it dies, and after `patienceMs`; it is of no use after the last two. */
  async ask<K extends Asked['kind']>(asked: Extract<Asked, { kind: K }>, patienceMs: number): Promise<Answers[K]> {
    const id = ++this.questions;
    const answer = new Promise<unknown>((resolve, reject) => {
      const timer = setTimeout(() => void this.end(), patienceMs);
      this.waiting.set(id, { resolve, reject, timer });
    });
    this.worker.postMessage({ id, asked } satisfies Question);
    return (await answer) as Answers[K];
  }

  async end(): Promise<void> {
    await this.worker.terminate();
    this.giveUp(new Error('the thread that reads was ended'));
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    clearTimeout(waiting?.timer);
    if ('fault' in reply) waiting?.reject(new DocumentFault(reply.fault));
    else waiting?.resolve(reply.answer);
  }

  private giveUp(reason: Error): void {
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    this.waiting.clear();
  }
}

/** The document is at fault; the thread is well. */
export class DocumentFault extends Error {
  override readonly name = 'DocumentFault';
}
