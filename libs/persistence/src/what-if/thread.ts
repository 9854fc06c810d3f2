import { parentPort, workerData } from 'node:worker_threads';
import { calendarBook } from '@headgate/domain/calendar';
import { clockBook, proposedBook, whatIf } from '@headgate/domain/sla';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pastCases } from './past-cases.ts';
import type { FromThread, ThreadOrder, ToThread } from './what-if-threads.ts';

/** Reads the slices of cases that it is given, both ways, beside the thread that answers requests. */
const { url, proposal, now, policies, calendars } = workerData as ThreadOrder;
const port = parentPort;
if (!port) throw new Error('this is a thread of the what-if');
const pool = new pg.Pool({ connectionString: url, max: 1 });
const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
const book = clockBook(policies, calendarBook(calendars));
const trial = whatIf(book, proposedBook(book, proposal), now);
const say = (message: FromThread) => port.postMessage(message);

async function obey(message: ToThread): Promise<void> {
  if (message.kind === 'read') {
    const cases = await pastCases(db, message.ids);
    say({ kind: 'read', cases: message.ids.length, changes: trial.add(cases) });
    return;
  }
  say({ kind: 'result', result: trial.result() });
  await db.destroy();
  port?.close();
}

port.on('message', (message: ToThread) => {
  // What fails here ends the thread, and with it the job.
  obey(message).catch((error: unknown) =>
    setImmediate(() => {
      throw error;
    }),
  );
});
say({ kind: 'ready' });
