/** Goes its round again and again, one at a time, until it is stopped. */
export abstract class Rounds {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  protected abstract readonly everyMs: number;
  /** One round. Throws nothing: what fails is tried in the next one. */
  abstract once(): Promise<void>;

  start(): void {
    this.goRound();
    this.timer = setInterval(() => this.goRound(), this.everyMs);
  }

  /** Returns when the round under way is over. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private goRound(): void {
    this.running = this.running.then(() => this.once());
  }
}
