import { type CaseRecord, scansUnderWay } from '@headgate/persistence';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Logger } from 'pino';
import { Rounds } from '../rounds.ts';

const EVERY_MS = 1_000;
/** Each takes a processor and a slot of the worker: the next one waits for the first. */
const AT_A_TIME = 2;

interface ScanParts {
  readonly record: CaseRecord;
  readonly client: Client;
  readonly taskQueue: string;
  readonly log: Logger;
}

/** Sees to it that every scan that was posted and is not at its end is being read: also one that Temporal has lost. */
export class Scans extends Rounds {
  protected readonly everyMs = EVERY_MS;
  private readonly parts: ScanParts;
  private readonly started = new Map<string, number>();

  constructor(parts: ScanParts) {
    super();
    this.parts = parts;
  }

  async once(): Promise<void> {
    const { record, log } = this.parts;
    try {
      const underWay = await scansUnderWay(record.db, AT_A_TIME);
      for (const id of underWay) if (this.isDue(id)) await this.run(id);
      if (underWay.length === 0) this.started.clear();
    } catch (error) {
      log.warn({ error: String(error) }, 'scans wait: Temporal or PostgreSQL does not answer');
    }
  }

  /** Asked of Temporal at once, and then each half minute: a scan may be under way for long. */
  private isDue(id: string): boolean {
    return performance.now() - (this.started.get(id) ?? Number.NEGATIVE_INFINITY) > 30_000;
  }

  private async run(id: string): Promise<void> {
    const { client, taskQueue, log } = this.parts;
    try {
      await client.workflow.start('readScan', { workflowId: `scan:${id}`, taskQueue, args: [id] });
      log.info({ scan: id }, 'a scan is read');
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
    this.started.set(id, performance.now());
  }
}
