import { CaseRecord, type FeedEntry, newestAfter } from '@headgate/persistence';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Problem } from '../http/problem.ts';
import { Sessions } from '../sign-in/sessions.ts';
import { Feed } from './feed.ts';
import type { LiveStream } from './live-stream.ts';
import { messagesFor, seesBoard } from './messages.ts';

const MOST_PER_USER = 30;
const MOST_RESUMED = 1_000;
const CHECK_MS = 1_000;
const BEAT_EVERY = 15;

/** The open streams: each gets what its holder may see, and ends with its session. */
@Injectable()
export class Live implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams = new Set<LiveStream>();
  private timer: NodeJS.Timeout | undefined;
  private checks = 0;

  constructor(
    private readonly record: CaseRecord,
    private readonly feed: Feed,
    private readonly sessions: Sessions,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.follow((entries) => this.tell([...this.streams], entries));
    this.timer = setInterval(() => void this.check(), CHECK_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const stream of this.streams) stream.close();
  }

  get count(): number {
    return this.streams.size;
  }

  /** Throws a 429 Problem when this user has too many streams open. */
  mustHaveRoom(username: string): void {
    const open = [...this.streams].filter(({ holder }) => holder.username === username).length;
    if (open >= MOST_PER_USER)
      throw new Problem(429, 'too-many-streams', 'Close other pages first.', { headers: { 'retry-after': '5' } });
  }

  /** Adds a stream; what was written after `since` is told first. */
  async join(stream: LiveStream, since: number | null): Promise<void> {
    this.streams.add(stream);
    if (since === null) return;
    this.tell([stream], await newestAfter(this.record.db, since, MOST_RESUMED));
  }

  leave(stream: LiveStream): void {
    this.streams.delete(stream);
  }

  private tell(streams: readonly LiveStream[], entries: readonly FeedEntry[]): void {
    const last = entries.at(-1)?.position;
    if (last === undefined) return;
    for (const stream of streams) {
      stream.send(messagesFor(stream.holder.role, entries));
      if (seesBoard(stream.holder.role)) stream.sendBoard(last);
    }
  }

  /** A stream whose session is over is closed within seconds. */
  private async check(): Promise<void> {
    this.checks += 1;
    for (const stream of this.streams) {
      const holder = await this.sessions.holderOf(stream.tokenHash).catch(() => stream.holder);
      if (holder?.role !== stream.holder.role) stream.close();
      else if (this.checks % BEAT_EVERY === 0) stream.beat();
    }
  }
}
