import { Refusal } from '@headgate/domain/case';
import type { Instant } from '@headgate/domain/time';
import type { Clock } from '@headgate/persistence';
import type { TimelineEntry } from './rehearse.ts';

/** What was tried: a happening that was reported, or work on a task. */
interface Tried {
  readonly happening?: string;
  readonly task?: string;
  readonly taskId?: string;
  readonly by?: string;
}

/** A task whose completion was refused: when last, and how often. */
export interface RefusedTask {
  readonly at: Instant;
  readonly times: number;
}

/** Acts that a rule has refused. A rehearsal tells them and goes on, as the office would. */
export class Refusals {
  readonly entries: TimelineEntry[] = [];
  readonly ofTasks = new Map<string, RefusedTask>();
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Does the act; a refusal of it becomes an entry of the timeline. */
  async noting(tried: Tried, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, rule, message: detail, errors } = error;
      const at = this.clock.now();
      this.entries.push({ at, event: 'refused', data: { ...tried, code, rule, detail, errors } });
      if (tried.taskId) this.ofTasks.set(tried.taskId, { at, times: this.timesOf(tried.taskId) + 1 });
    }
  }

  private timesOf(taskId: string): number {
    return this.ofTasks.get(taskId)?.times ?? 0;
  }
}
