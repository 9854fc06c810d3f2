import { Problem } from '../http/problem.ts';

const WINDOW_MS = 60_000;
const PER_NAME = 10;
const PER_ADDRESS = 60;
const SIGN_INS_PER_ADDRESS = 600;
const KEPT = 20_000;

interface Count {
  hits: number;
  readonly until: number;
}

/** Slows guessing down: failures by name and address, failures by address, and sign-ins at all, in a minute each. */
export class FailedAttempts {
  private readonly counts = new Map<string, Count>();

  /** Throws a 429 Problem, with the time to wait, when there were too many. */
  mustBeFew(address: string, username: string, now = performance.now()): void {
    const over = [
      this.full(`name ${address} ${username}`, PER_NAME, now),
      this.full(`failed ${address}`, PER_ADDRESS, now),
      this.full(`all ${address}`, SIGN_INS_PER_ADDRESS, now),
    ].filter((until) => until !== null);
    if (over.length > 0) throw tooMany(Math.ceil((Math.max(...over) - now) / 1000));
    this.count(`all ${address}`, now);
  }

  failed(address: string, username: string, now = performance.now()): void {
    this.count(`name ${address} ${username}`, now);
    this.count(`failed ${address}`, now);
  }

  succeeded(address: string, username: string): void {
    this.counts.delete(`name ${address} ${username}`);
  }

  private full(key: string, most: number, now: number): number | null {
    const count = this.counts.get(key);
    return count && count.until > now && count.hits >= most ? count.until : null;
  }

  private count(key: string, now: number): void {
    const count = this.counts.get(key);
    if (count && count.until > now) count.hits += 1;
    else this.begin(key, { hits: 1, until: now + WINDOW_MS });
  }

  private begin(key: string, count: Count): void {
    this.counts.delete(key);
    this.counts.set(key, count);
    if (this.counts.size > KEPT) this.counts.delete(this.counts.keys().next().value as string);
  }
}

const tooMany = (seconds: number) =>
  new Problem(429, 'too-many-requests', `Too many attempts. Try again in ${seconds} seconds.`, {
    headers: { 'retry-after': String(seconds) },
  });
