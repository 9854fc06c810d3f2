import { type CaseRecord, unfinishedCampaigns } from '@headgate/persistence';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Logger } from 'pino';
import { Rounds } from './rounds.ts';

const EVERY_MS = 2_000;

interface CampaignParts {
  readonly record: CaseRecord;
  readonly client: Client;
  readonly taskQueue: string;
  readonly log: Logger;
}

/** Sees to it that every campaign that was asked for and has not ended is run: also one that Temporal has lost. */
export class Campaigns extends Rounds {
  protected readonly everyMs = EVERY_MS;
  private readonly parts: CampaignParts;

  constructor(parts: CampaignParts) {
    super();
    this.parts = parts;
  }

  async once(): Promise<void> {
    const { record, log } = this.parts;
    try {
      for (const formYear of await unfinishedCampaigns(record.db)) await this.run(formYear);
    } catch (error) {
      log.warn({ error: String(error) }, 'campaigns wait: Temporal or PostgreSQL does not answer');
    }
  }

  private async run(formYear: number): Promise<void> {
    const { client, taskQueue, log } = this.parts;
    try {
      await client.workflow.start('rraCampaign', {
        workflowId: `rra-campaign:${formYear}`,
        taskQueue,
        args: [formYear],
      });
      log.info({ formYear }, 'the RRA campaign runs');
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}
