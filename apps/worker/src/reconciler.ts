import { type CasesBehind, systemClock } from '@headgate/persistence';
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Relay } from './relay.ts';
import { Rounds } from './rounds.ts';
import { keepSchedules } from './schedules.ts';

const EVERY_MS = 10_000;
const BATCH = 200;

interface ReconcilerParts {
  readonly cases: CasesBehind;
  readonly client: Client;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly relay: Relay;
  readonly log: Logger;
}

/**
 * Finds cases that their workflows have lost: not caught up, a deadline long past, or all of them when Temporal's
 * namespace is a new one (its database was lost); mails that wait in the record likewise. It only nudges, and keeps the
 * office's schedules in the namespace.
 */
export class Reconciler extends Rounds {
  protected readonly everyMs = EVERY_MS;
  private readonly parts: ReconcilerParts;
  /** The namespace that holds the schedules as this program knows them. */
  private scheduledIn: string | null = null;

  constructor(parts: ReconcilerParts) {
    super();
    this.parts = parts;
  }

  async once(): Promise<void> {
    const { cases, log } = this.parts;
    try {
      const identity = await this.identity();
      await this.keepSchedules(identity);
      await this.nudgeAllOfANewNamespace(identity);
      const behind = await cases.behind(systemClock.now(), BATCH);
      for (const { id, seq } of behind) await this.parts.relay.nudge(id, seq);
      await cases.requeueMail(systemClock.now());
      if (behind.length > 0) log.info({ cases: behind.length }, 'nudged cases that were behind');
    } catch (error) {
      log.warn({ error: String(error) }, 'reconciling waits: Temporal or PostgreSQL does not answer');
    }
  }

  private async identity(): Promise<string> {
    const { client, namespace } = this.parts;
    const { namespaceInfo } = await client.workflowService.describeNamespace({ namespace });
    return `${namespace}:${namespaceInfo?.id ?? ''}`;
  }

  private async keepSchedules(identity: string): Promise<void> {
    if (this.scheduledIn === identity) return;
    await keepSchedules(this.parts.client, this.parts.taskQueue);
    this.scheduledIn = identity;
  }

  /** A namespace that the record has not seen knows none of its workflows: every open case is nudged, a few at a time. */
  private async nudgeAllOfANewNamespace(identity: string): Promise<void> {
    const { cases, relay, log } = this.parts;
    if (await cases.isKnownNamespace(identity)) return;
    let nudged = 0;
    for await (const { id, seq } of cases.allOpen(BATCH)) {
      await relay.nudge(id, seq);
      nudged += 1;
    }
    await cases.requeueAllMail();
    await cases.rememberNamespace(identity);
    log.info({ nudged }, 'Temporal is new to this record: nudged every open case');
  }
}
