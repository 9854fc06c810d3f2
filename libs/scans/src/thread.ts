import { parentPort } from 'node:worker_threads';
import { ScannedDocument } from './document.ts';
import type { Asked, Question, Reply } from './messages.ts';

/** A PDF comes from outside and drawing it is long: it is read in a thread of its own, which may die. */
let document: ScannedDocument | null = null;
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ id, asked }: Question) => {
  last = last.then(() => answer(id, asked));
});

async function answer(id: number, asked: Asked): Promise<void> {
  const reply: Reply = await done(asked).then(
    (given) => ({ id, answer: given }),
    (reason: unknown) => {
      // What has run out of its memory or against its walls is not to be trusted with the next page.
      if ((reason as Error).name === 'RuntimeError') process.exit(1);
      return { id, fault: reason instanceof Error ? reason.message : String(reason) };
    },
  );
  parentPort?.postMessage(reply);
}

async function done(asked: Asked): Promise<unknown> {
  if (asked.kind === 'open') {
    document = new ScannedDocument(asked.path);
    return { pages: document.pages };
  }
  if (!document) throw new Error('no document is open');
  return asked.kind === 'look' ? await document.look(asked.page) : document.cut(asked.firstPage, asked.lastPage);
}
