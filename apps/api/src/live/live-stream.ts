import type { ServerResponse } from 'node:http';
import type { SessionHolder } from '@headgate/persistence';
import { type LiveMessage, written } from './messages.ts';

const MOST_WAITING = 256 * 1024;
const BOARD_EVERY_MS = 2_000;

/** One open stream. A reader that does not read is cut off: it may come back and go on where it was. */
export class LiveStream {
  private boardAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly holder: SessionHolder,
    readonly tokenHash: string,
    private readonly raw: ServerResponse,
  ) {
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    });
    this.write('retry: 2000\n: the stream is open\n\n');
  }

  send(messages: readonly LiveMessage[]): void {
    this.write(messages.map(written).join(''));
  }

  /** The board has changed: said no more often than it can be looked at. */
  sendBoard(id: number, now = performance.now()): void {
    if (now - this.boardAt < BOARD_EVERY_MS) return;
    this.boardAt = now;
    this.send([{ id, event: 'dashboard', data: {} }]);
  }

  beat(): void {
    this.write(': \n\n');
  }

  close(): void {
    this.raw.end();
  }

  private write(text: string): void {
    if (text === '' || this.raw.writableEnded || this.raw.destroyed) return;
    this.raw.write(text);
    if (this.raw.writableLength > MOST_WAITING) this.raw.destroy();
  }
}
