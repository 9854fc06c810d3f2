import type { Outbox, OutboxEntry } from '@headgate/persistence';
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Logger } from 'pino';

const BATCH = 100;
const POLL_MS = 500;
const AFTER_FAULT_MS = 2_000;

interface RelayParts {
  readonly outbox: Outbox;
  readonly client: Client;
  readonly taskQueue: string;
  readonly log: Logger;
}

/**
 * Carries the outbox to Temporal: nudges for cases, starts for mails. An entry leaves the outbox once Temporal has
 * taken it; what is carried twice after a crash changes nothing, since workflow ids are the case's and the message's.
 */
export class Relay {
  private readonly parts: RelayParts;
  private stopped = false;
  private wake: () => void = () => undefined;

  constructor(parts: RelayParts) {
    this.parts = parts;
  }

  async run(): Promise<void> {
    const unlisten = await this.parts.outbox.listen(() => this.wake());
    while (!this.stopped) {
      const carried = await this.carryOnce();
      if (carried === 'fault') await this.pause(AFTER_FAULT_MS);
      else if (carried < BATCH) await this.pause(POLL_MS);
    }
    await unlisten();
  }

  stop(): void {
    this.stopped = true;
    this.wake();
  }

  /** Carries up to a batch; answers how many there were. */
  async carryOnce(): Promise<number | 'fault'> {
    const { outbox, log } = this.parts;
    try {
      return await outbox.carry(BATCH, (entry) => this.carry(entry));
    } catch (error) {
      log.warn({ error: String(error) }, 'the outbox waits: Temporal or PostgreSQL does not answer');
      return 'fault';
    }
  }

  private async carry(entry: OutboxEntry): Promise<void> {
    if (entry.kind === 'nudge') await this.nudge(entry.caseId, entry.seq);
    else await this.startMail(entry.messageId);
  }

  async nudge(caseId: string, seq: number): Promise<void> {
    await this.parts.client.workflow.signalWithStart('runCase', {
      workflowId: `case:${caseId}`,
      taskQueue: this.parts.taskQueue,
      args: [caseId],
      signal: 'nudge',
      signalArgs: [seq],
    });
  }

  private async startMail(messageId: string): Promise<void> {
    const { client, taskQueue } = this.parts;
    await client.workflow
      .start('sendMail', {
        workflowId: `mail:${messageId}`,
        taskQueue,
        args: [messageId],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      })
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
  }

  private async pause(ms: number): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
