import { EventEmitter } from 'node:events';
import { CaseRecord, type FeedEntry, feedAfter, feedHead, Outbox } from '@headgate/persistence';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Positions } from './positions.ts';

const POLL_MS = 1_500;
const AT_MOST = 1_000;

/** Tells what the record has newly, woken by PostgreSQL and by a clock as a net. */
@Injectable()
export class Feed implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('feed');
  private readonly news = new EventEmitter<{ news: [readonly FeedEntry[]] }>().setMaxListeners(0);
  private positions: Positions | null = null;
  private reading: Promise<void> | null = null;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private stopListening: (() => Promise<void>) | undefined;

  constructor(private readonly record: CaseRecord) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => this.wake(), POLL_MS).unref();
    this.stopListening = await new Outbox(this.record)
      .listen(() => this.wake())
      .catch((error: unknown) => {
        this.logger.warn({ err: error, msg: 'the feed polls until PostgreSQL can be listened to' });
        return undefined;
      });
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.stopListening?.();
    await this.reading;
  }

  /** Calls `tell` for whatever is new from now on; answers how to stop. */
  follow(tell: (entries: readonly FeedEntry[]) => void): () => void {
    this.news.on('news', tell);
    return () => this.news.off('news', tell);
  }

  private wake(): void {
    if (this.news.listenerCount('news') === 0) {
      this.positions = null;
      return;
    }
    this.again = true;
    this.reading ??= this.readAll().finally(() => {
      this.reading = null;
    });
  }

  private async readAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.read().catch((error: unknown) => this.logger.warn({ err: error, msg: 'the feed could not be read' }));
    }
  }

  private async read(): Promise<void> {
    this.positions ??= new Positions(Math.max(0, (await feedHead(this.record.db)) - 1));
    const now = performance.now();
    const entries = await feedAfter(this.record.db, this.positions.last, this.positions.missing(now), AT_MOST);
    if (entries.length === 0) return;
    this.positions.read(
      entries.map(({ position }) => position),
      now,
    );
    this.again ||= entries.length === AT_MOST;
    this.news.emit('news', entries);
  }
}
