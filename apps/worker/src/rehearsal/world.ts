import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@headgate/domain/time';
import { CaseRecord, connect, OfficeSource, Outbox } from '@headgate/persistence';
import type { MailActivities } from '@headgate/workflows';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { sql } from 'kysely';
import { pino } from 'pino';
import { caseActivities } from '../activities.ts';
import { Relay } from '../relay.ts';
import type { Stage } from './rehearse.ts';
import { ScenarioClock } from './scenario-clock.ts';

export interface World extends Stage {
  /** The history of each case's workflow, as JSON that a replay takes. */
  histories(): Promise<string[]>;
  close(): Promise<void>;
}

interface WorldParts {
  readonly databaseUrl: string;
  readonly openAt: string;
  readonly bundle: WorkflowBundle;
  /** The time-skipping server's program. */
  readonly testServer: string;
  readonly mail: (record: CaseRecord) => MailActivities;
}

const TASK_QUEUE = 'rehearsal';
const PATIENCE_MS = 60_000;

/** The real record, the real procedures and the real worker, on a server whose time is skipped. */
export async function openWorld({ databaseUrl, openAt, bundle, testServer, mail }: WorldParts): Promise<World> {
  const env = await startServer(testServer);
  const orm = await connect({ url: databaseUrl, poolSize: 12 });
  const clock = new ScenarioClock(openAt);
  const record = new CaseRecord(orm, clock, new OfficeSource(orm));
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: bundle,
    activities: { ...caseActivities(record), deliver: mail(record).deliver },
  });
  const running = worker.run();
  const relay = new Relay({
    outbox: new Outbox(record),
    client: env.client,
    taskQueue: TASK_QUEUE,
    log: pino({ level: 'silent' }),
  });
  return {
    record,
    clock,
    settle: () => settle(record, relay),
    nextMail: () => nextMail(record),
    skip: (ms) => env.sleep(ms),
    histories: () => historiesOf(record, env),
    async close() {
      worker.shutdown();
      await running;
      await env.teardown();
      await orm.close(true);
    },
  };
}

async function historiesOf(record: CaseRecord, env: TestWorkflowEnvironment): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from cases order by number`.execute(record.db);
  const handles = rows.map(({ id }) => env.client.workflow.getHandle(`case:${id}`));
  return await Promise.all(handles.map(async (handle) => historyToJSON(await handle.fetchHistory())));
}

/** The SDK gives the server five seconds to start; on a busy machine it may need some more tries. */
async function startServer(path: string, triesLeft = 12): Promise<TestWorkflowEnvironment> {
  const server = { executable: { type: 'existing-path', path } } as const;
  return await TestWorkflowEnvironment.createTimeSkipping({ server }).catch((error: unknown) => {
    if (triesLeft === 0) throw error;
    return startServer(path, triesLeft - 1);
  });
}

/** The server knows nothing of the outbox: its time may not be skipped while something is under way. */
async function settle(record: CaseRecord, relay: Relay): Promise<void> {
  const patience = performance.now() + PATIENCE_MS;
  while ((await relay.carryOnce()) !== 0 || (await isUnderWay(record))) {
    if (performance.now() > patience)
      throw new Error('the rehearsal stands still: a case is not caught up, or a mail is not sent');
    await pause(10);
  }
}

async function isUnderWay(record: CaseRecord): Promise<boolean> {
  const now = record.clock.now();
  const { rows } = await sql<{ busy: boolean }>`
    select exists (select from outbox where not_before is null or not_before <= ${now}::timestamptz)
        or exists (select from cases where advanced_seq < seq or (status in ('open', 'on-hold') and next_deadline <= ${now}))
        or exists (select from message where state = 'sending' or (state = 'queued' and coalesce(not_before, ${now}::timestamptz) <= ${now}))
        as busy`.execute(record.db);
  return rows[0]?.busy ?? true;
}

/** When the next of the mails goes out that wait for the end of quiet hours. */
async function nextMail(record: CaseRecord): Promise<Instant | null> {
  const { rows } = await sql<{ at: Date | string | null }>`
    select min(not_before) as at from message where state = 'queued' and not_before is not null`.execute(record.db);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at).toISOString();
}
