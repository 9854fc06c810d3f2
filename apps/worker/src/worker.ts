import { type CaseRecord, CasesBehind, Outbox } from '@headgate/persistence';
import type { MailActivities } from '@headgate/workflows';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Logger } from 'pino';
import { caseActivities } from './activities.ts';
import { campaignActivities, USUAL_BACKLOG } from './campaign-activities.ts';
import { Campaigns } from './campaigns.ts';
import { officeActivities } from './office-activities.ts';
import { scanActivities } from './papers/scan-activities.ts';
import { Scans } from './papers/scans.ts';
import { Reconciler } from './reconciler.ts';
import { Relay } from './relay.ts';

export interface WorkerParts {
  readonly record: CaseRecord;
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly slots: number;
  readonly mail: MailActivities;
  readonly bundle: WorkflowBundle;
  readonly log: Logger;
  /** How many cases may wait for their workflow before an RRA campaign waits for them. */
  readonly campaignBacklog?: number;
}

export interface RunningWorker {
  /** Finishes what is under way, then lets go of everything. */
  stop(): Promise<void>;
  /** Settles when the worker has stopped, with the fault when it stopped by one. */
  readonly stopped: Promise<void>;
}

/** Runs workflows, activities, outbox relay and reconciler until `stop`. */
export async function startWorker(parts: WorkerParts): Promise<RunningWorker> {
  const { record, address, namespace, taskQueue, slots, log } = parts;
  const connection = await NativeConnection.connect({ address });
  const clientConnection = await Connection.connect({ address });
  const client = new Client({ connection: clientConnection, namespace });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle: parts.bundle,
    activities: {
      ...caseActivities(record),
      ...officeActivities(record),
      ...campaignActivities(record, parts.campaignBacklog ?? USUAL_BACKLOG),
      ...scanActivities(record),
      deliver: parts.mail.deliver,
    },
    maxConcurrentActivityTaskExecutions: slots,
    maxConcurrentLocalActivityExecutions: slots,
    shutdownGraceTime: '10 seconds',
  });
  const relay = new Relay({ outbox: new Outbox(record), client, taskQueue, log });
  const reconciler = new Reconciler({ cases: new CasesBehind(record), client, namespace, taskQueue, relay, log });
  const campaigns = new Campaigns({ record, client, taskQueue, log });
  const scans = new Scans({ record, client, taskQueue, log });
  const running = Promise.all([worker.run(), relay.run()]);
  reconciler.start();
  campaigns.start();
  scans.start();
  const stopped = running
    .then(() => undefined)
    .finally(async () => {
      relay.stop();
      await reconciler.stop();
      await campaigns.stop();
      await scans.stop();
      await Promise.allSettled([connection.close(), clientConnection.close()]);
    });
  return {
    stopped,
    async stop() {
      relay.stop();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await stopped;
    },
  };
}
